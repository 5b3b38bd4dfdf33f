// An error as a person reads it: what is wrong, where, and what to do. Never a stack, unless it was asked for.
import { formatPlace, InterdictError } from '../../model/errors.ts';
import type { Output } from './output.ts';
import { hang, printable } from './text-width.ts';

/** Whatever was thrown as one of our errors; what nobody foresaw is INTERNAL. */
function asInterdictError(error: unknown): InterdictError {
  if (error instanceof InterdictError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new InterdictError('INTERNAL', message, {}, { cause: error });
}

/**
 * Prints an error in the width of the output.
 * @param isDebug prints the stack, and that of the cause
 * @param files   the files that it is about, as the user wrote them
 */
export function printError(
  output: Output,
  thrown: unknown,
  isDebug = false,
  files: readonly string[] = [],
): void {
  const error = asInterdictError(thrown);
  const { red, bold, dim, cyan } = output.colours;
  const heading = () => `${red('error')} ${bold(error.code)}  `;
  const lines = [hang(printable(error.message), output.columns, `error ${error.code}  `, '  ', heading)];
  const place = formatPlace(error.place);
  const places = [
    ...(place && !isTold(error) ? [place] : []),
    ...files.filter((file) => !error.message.includes(file)),
  ];
  for (const one of places) lines.push(hang(printable(one), output.columns, '  at ', '     ', dim));
  lines.push(hang(error.remedy, output.columns, '  → ', '    ', cyan));
  output.write(`${lines.join('\n')}\n`);
  if (isDebug) output.write(`${stackOf(error)}\n`);
}

/** Many messages name file and line themselves; then the place need not be said again. */
function isTold({ message, place }: InterdictError): boolean {
  const { file, line, field } = place;
  const isLineTold = line === undefined || message.includes(`line ${line}`) || message.includes(`:${line}`);
  const isFieldTold = field === undefined || message.includes(field);
  return file !== undefined && message.includes(file) && isLineTold && isFieldTold;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return (error.stack ?? error.message) + cause;
}
