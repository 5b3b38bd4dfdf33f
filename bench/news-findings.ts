// How much of what a careful reader found in the two reports is found: contradictions inside each report and between
// them, which claims are one, how many origins there are, and that nothing is said which must not be. Measured on the
// annotation's own claims (relating by itself), and on the whole pipeline. What is missed stands in the tables.
import {
  extraRows,
  findingRow,
  forbiddenRows,
  goldMode,
  isGraveInside,
  matchRows,
  pipelineMode,
} from './support/judge-findings.ts';
import { printTable, writeFigures } from './support/report.ts';
import { readGold } from './support/seed-readings.ts';
import { requireShared } from './support/shared-folder.ts';

async function main(): Promise<void> {
  requireShared();
  const gold = readGold();
  const figures: Record<string, unknown> = {};
  for (const mode of [goldMode(gold), await pipelineMode(gold)]) {
    const rows = gold.inconsistencies.map((one) => findingRow(one, mode));
    printTable(mode.name, rows);
    const grave = gold.inconsistencies.filter(isGraveInside).map((one) => findingRow(one, mode));
    const found = grave.filter((row) => row.found === 'yes').length;
    process.stdout.write(`\n  inside articles, high and medium: ${found} of ${grave.length}\n`);
    const [matches, forbidden, extra] = [
      matchRows(gold, mode),
      forbiddenRows(gold, mode),
      extraRows(gold, mode),
    ];
    printTable('Claims of the two reports that are one', matches);
    printTable('What must not be said', forbidden);
    if (extra.length > 0) printTable('Found beside the annotation', extra);
    figures[mode.name] = {
      findings: rows,
      graveInside: { found, of: grave.length },
      matches,
      forbidden,
      extra,
    };
  }
  writeFigures('news-findings', figures);
}

await main();
