// docs/reference/errors.md from the table of errors.
import { ERRORS } from '../../src/model/errors.ts';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const rows = Object.entries(ERRORS).map(
    ([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning} | ${remedy} |`,
  );
  const text = [
    '# Errors',
    '',
    'Every error that Interdict raises on purpose has one of these codes. A code, once released, is never reused for',
    'another meaning. Generated from `src/model/errors.ts`.',
    '',
    '| code | what it means | what to do |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return [{ path: 'docs/reference/errors.md', text }];
}
