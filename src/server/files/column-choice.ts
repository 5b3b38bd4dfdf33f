// What a person says of the columns of a file, in the words of the batch.
import type { FilePreview } from '../../engine/batch/preview.ts';

/** Property (or `id`, `schema`) -> column, or columns. */
export type ColumnChoice = Readonly<Record<string, string | readonly string[]>>;

/** What the command line would be told with --map: each chosen column, and that the other known ones are not used. */
export function assignmentsOf(
  { headings, targets, isEntities }: FilePreview,
  columns?: ColumnChoice,
): string[] {
  if (!columns || isEntities) return [];
  const chosen = Object.entries(columns).flatMap(([target, given]) =>
    [given].flat().map((heading) => ({ target, heading })),
  );
  const used = new Set(chosen.map(({ heading }) => heading));
  const unused = headings.filter((heading, at) => targets[at] !== undefined && !used.has(heading));
  return [
    ...chosen.map(({ target, heading }) => `${target}=${heading}`),
    ...unused.map((heading) => `unused=${heading}`),
  ];
}
