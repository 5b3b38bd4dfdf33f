// Where text goes: a terminal, a file or a pipe, and whether it takes colours.
import pc from 'picocolors';

export type Colours = ReturnType<typeof pc.createColors>;

/** What an output needs of a stream. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in characters; 80 where it is not known. */
  readonly columns: number;
  readonly colours: Colours;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_COLUMNS = 80;
const NARROWEST = 40;

/** An output over a stream. */
export function outputTo(stream: TextStream, env: Environment): Output {
  const isTTY = stream.isTTY === true;
  return {
    write: (text) => void stream.write(text),
    isTTY,
    get columns() {
      const known = stream.columns ?? Number(env.COLUMNS ?? Number.NaN);
      return Number.isInteger(known) && known > 0 ? Math.max(NARROWEST, known) : DEFAULT_COLUMNS;
    },
    colours: pc.createColors(wantsColours(isTTY, env)),
  };
}

/** Colours only on a terminal; NO_COLOR (https://no-color.org) and FORCE_COLOR say otherwise, in that order. */
function wantsColours(isTTY: boolean, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTTY && env.TERM !== 'dumb';
}
