// `node bench/fit-names.ts [rounds]`: fits the numbers of the name score (src/names/compare/parameters.ts) to pairs of
// names with known truth, and says how well the score is a probability on the half that was not fitted.
// Half the pairs are two names of one entry of an official list or a name and its nearest namesake, half are labelled
// by hand; the sorts weigh the same. The search is a seeded walk: one number is changed at a time, by less and less,
// and kept if the logarithmic loss falls. It proposes; a person rounds and writes the numbers down.
// With 0 rounds nothing is searched and the present numbers are judged. Writes bench/out/fit-names.json.
import { NAME_SCORE_V1, type NameScoreParameters } from '../src/names/compare/parameters.ts';
import { type Judged, judge, reliability } from './support/calibration.ts';
import { allPairs, type PreparedPair, scoreOfPair } from './support/name-pairs.ts';
import { printTable, seeded, writeFigures } from './support/report.ts';
import { requireShared } from './support/shared-folder.ts';

requireShared();
const DEFAULT_ROUNDS = 12;
const rounds = Number(process.argv[2] ?? DEFAULT_ROUNDS);

/** Share of labels that may be wrong (another name altogether under one entry, labels that contradict one another). */
const LABEL_NOISE = 0.05;

/** Mean logarithmic loss; no pair can cost more than the noise in the labels allows. */
function lossOf(prepared: readonly PreparedPair[], parameters: NameScoreParameters): number {
  let loss = 0;
  let weights = 0;
  for (const one of prepared) {
    const score = LABEL_NOISE / 2 + (1 - LABEL_NOISE) * scoreOfPair(one, parameters);
    loss -= one.weight * Math.log(one.pair.isMatch ? score : 1 - score);
    weights += one.weight;
  }
  return loss / weights;
}

type Name = keyof NameScoreParameters;
const NAMES = Object.keys(NAME_SCORE_V1) as Name[];
/** Shares and exponents that must stay within these; everything else stays positive. */
const SHARES: ReadonlySet<Name> = new Set(['knownNames', 'lossySounds', 'softening']);

function search(prepared: readonly PreparedPair[]): NameScoreParameters {
  const random = seeded(1859);
  let best: Record<Name, number> = { ...NAME_SCORE_V1 };
  let bestLoss = lossOf(prepared, best);
  for (let round = 0; round < rounds; round++) {
    const reach = 0.35 * 0.85 ** round;
    for (const name of [...NAMES].sort(() => random() - 0.5)) {
      for (const factor of [1 + reach * random(), 1 - reach * random()]) {
        const value = SHARES.has(name) ? Math.min(1, best[name] * factor) : best[name] * factor;
        const tried = { ...best, [name]: value };
        const loss = lossOf(prepared, tried);
        if (loss >= bestLoss) continue;
        best = tried;
        bestLoss = loss;
        break;
      }
    }
    process.stdout.write(`  round ${round + 1}: loss ${bestLoss.toFixed(4)}\n`);
  }
  return best;
}

const prepared = await allPairs();
const forFit = prepared.filter(({ pair }) => pair.isForFit);
const held = prepared.filter(({ pair }) => !pair.isForFit);
process.stdout.write(`${forFit.length} pairs to fit, ${held.length} held out\n`);
const fitted = rounds > 0 ? search(forFit) : NAME_SCORE_V1;
printTable(
  'Parameters',
  NAMES.map((name) => ({ parameter: name, 'in use': NAME_SCORE_V1[name], fitted: fitted[name] })),
);
const judgedBy = (parameters: NameScoreParameters, of: readonly PreparedPair[]): Judged[] =>
  of.map((one) => ({
    score: scoreOfPair(one, parameters),
    isMatch: one.pair.isMatch,
    weight: one.weight,
  }));
const slices = (parameters: NameScoreParameters) => ({
  'fitted half': judge(judgedBy(parameters, forFit)),
  'held-out half': judge(judgedBy(parameters, held)),
  'held out, labelled': judge(
    judgedBy(
      parameters,
      held.filter(({ pair }) => pair.from === 'labelled'),
    ),
  ),
  'held out, of the lists': judge(
    judgedBy(
      parameters,
      held.filter(({ pair }) => pair.from !== 'labelled'),
    ),
  ),
});
for (const [title, parameters] of [
  ['Parameters in use', NAME_SCORE_V1],
  ...(rounds > 0 ? ([['Fitted parameters', fitted]] as const) : []),
] as const) {
  printTable(
    title,
    Object.entries(slices(parameters)).map(([slice, judged]) => ({ slice, ...judged })),
  );
}
const diagram = reliability(judgedBy(fitted, held));
printTable('Reliability on the held-out half', diagram);
writeFigures('fit-names', {
  inUse: NAME_SCORE_V1,
  fitted,
  before: slices(NAME_SCORE_V1),
  after: slices(fitted),
  reliability: diagram,
});
