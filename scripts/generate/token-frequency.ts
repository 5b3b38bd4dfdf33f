// The table of token frequencies as a compact object; see data/names/token-frequency.csv for what was counted.
import { readFile } from 'node:fs/promises';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const text = await readFile(new URL('../../data/names/token-frequency.csv', import.meta.url), 'utf8');
  const parties = Number(/of (\d+) listed parties/u.exec(text)?.[1]);
  const rows = text
    .split('\n')
    .filter((line) => line && !line.startsWith('#') && line !== 'token,parties')
    .map((line) => line.split(','));
  const counts = Object.fromEntries(rows.map(([token, count]) => [token, Number(count)]));
  return [
    {
      path: 'src/names/form/generated/token-frequency.json',
      text: `${JSON.stringify({ parties, counts })}\n`,
    },
  ];
}
