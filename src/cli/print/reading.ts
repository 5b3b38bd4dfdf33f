// A reading for a terminal: for each report its listed parties, then what is claimed, the gravest kind first, each with
// its speaker and its words; last what does not fit together. Every text is from outside and made safe.
import { percent } from '../../model/percent.ts';
import type { Article, Claim, EventRole, Mention, Reading } from '../../model/reading.ts';
import { printFindings, SIGNS } from './claims.ts';
import type { Colours, Output } from './output.ts';
import { hang, printable } from './text-width.ts';

export interface ReadingView {
  /** Show statements on other matters, parts of statements and repetitions. */
  readonly all: boolean;
}

const ORDER: readonly Claim['modality'][] = ['official-act', 'denied', 'alleged', 'planned', 'asserted'];
/** Who does something, and to whom: the two ends of an event in a line. */
const FROM: readonly EventRole[] = ['authority', 'supplier', 'broker', 'actor', 'owner'];
const TO: readonly EventRole[] = ['target', 'recipient', 'victim', 'owned', 'destination'];
/** More names than this are counted, not listed. */
const MOST_NAMES = 12;
const LONGEST_QUOTE = 320;

/** Prints what was read, in the width of the output. */
export function printReading(output: Output, reading: Reading, { all }: ReadingView): void {
  if (reading.articles.length === 0) output.write('No report was read.\n');
  for (const [at, article] of reading.articles.entries()) {
    if (at > 0) output.write('\n');
    printArticle(output, reading, article, all);
  }
  printFindings(output, reading.findings);
}

function printArticle(output: Output, reading: Reading, article: Article, all: boolean): void {
  const { columns, colours } = output;
  const mentions = reading.mentions.filter((mention) => mention.article === article.id);
  const title = article.title ?? article.text.slice(0, 80).split('\n')[0] ?? article.id;
  output.write(`${colours.bold(hang(printable(title), columns, ''))}\n`);
  const facts = [article.publisher, article.published?.slice(0, 10), article.id, article.language].filter(
    Boolean,
  );
  output.write(`${colours.dim(hang(printable(facts.join('  ')), columns, ''))}\n`);
  printParties(output, mentions);
  if (article.support === 'parties-only') {
    const note = 'This language is not read for claims; only listed parties are shown.';
    output.write(`\n${colours.yellow(hang(note, columns, ''))}\n`);
    return;
  }
  const names = new Map(mentions.map(({ id, caption }) => [id, caption]));
  const claims = reading.claims.filter((claim) => claim.article === article.id);
  const shown = claims.filter((claim) => all || isWorthShowing(claim));
  output.write(`\n${colours.bold('claims')}\n`);
  if (shown.length === 0) output.write('  None on the matters that are looked for.\n');
  const sorted = shown.toSorted((one, other) => ORDER.indexOf(one.modality) - ORDER.indexOf(other.modality));
  for (const claim of sorted) output.write(`${claimText(claim, names, columns, colours)}\n`);
  const hidden = claims.length - shown.length;
  if (hidden > 0)
    output.write(`${colours.dim(`  ${hidden} more on other matters, parts or repetitions: --all`)}\n`);
}

/** Statements on other matters, the parts of a statement and repeated lines are there, but in the way. */
function isWorthShowing({ event, repeats, partOf, modality, about }: Claim): boolean {
  if (repeats !== undefined) return false;
  if (about) return true;
  if (event.type === 'OTHER_CONTEXT') return false;
  return partOf === undefined || modality === 'denied' || modality === 'official-act';
}

function printParties(output: Output, mentions: readonly Mention[]): void {
  const { columns, colours } = output;
  const listed = mentions.filter(({ party }) => party !== undefined);
  output.write(`\n${colours.bold('listed parties')}\n`);
  if (listed.length === 0) output.write('  none found\n');
  for (const { caption, variants, party } of listed) {
    if (!party) continue;
    const also = variants.length > 0 ? `  (also ${variants.join(', ')})` : '';
    const line = `${caption}${also}  ${percent(party.score)}  ${party.id}`;
    output.write(`${colours.red(hang(printable(line), columns, '  ✗ ', '    '))}\n`);
    for (const evidence of party.evidence)
      output.write(`${colours.dim(hang(printable(evidence), columns, '    '))}\n`);
  }
  const others = mentions
    .filter(({ party, type }) => party === undefined && type !== 'place')
    .map(({ caption }) => caption);
  if (others.length === 0) return;
  const names = [
    ...others.slice(0, MOST_NAMES),
    ...(others.length > MOST_NAMES ? [`and ${others.length - MOST_NAMES} more`] : []),
  ];
  output.write(`${colours.dim(hang(printable(names.join(', ')), columns, '  not listed: ', '    '))}\n`);
}

function claimText(
  claim: Claim,
  names: ReadonlyMap<string, string>,
  columns: number,
  colours: Colours,
): string {
  const { event, grade, certainty, about, provenance } = claim;
  const kind = event.type.toLowerCase().replaceAll('_', ' ');
  const status = [
    SIGNS[claim.modality],
    [kind, event.phase].filter(Boolean).join(', '),
    certainty,
    `${grade.source}${grade.information}`,
  ];
  const lines = [
    paintOf(claim, colours)(hang(printable(status.filter(Boolean).join('  ')), columns, '  ', '    ')),
  ];
  const parties = endsOf(claim, names);
  if (parties !== '') lines.push(hang(printable(parties), columns, '    '));
  const speaker = speakerOf(claim, names);
  const words = claim.content.map(({ surface }) => surface).join(' … ');
  const quote = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)} …` : words;
  lines.push(hang(printable(`${speaker}: ${quote}`), columns, '    ', '      '));
  if (provenance.llm) {
    const by = printable(`proposed by the language model ${provenance.llm.model}`);
    lines.push(colours.dim(hang(by, columns, '    ')));
  }
  if (about) lines.push(colours.dim(hang(`${about.how.replace('-', ' ')} ${about.claim}`, columns, '    ')));
  return lines.join('\n');
}

function speakerOf({ source, zone, form }: Claim, names: ReadonlyMap<string, string>): string {
  if (!source) return form === 'outlet-voice' && zone !== 'body' ? `the outlet (${zone})` : 'the outlet';
  const name =
    (source.mention && names.get(source.mention)) ?? source.spans.map(({ surface }) => surface).join(' … ');
  return `${name || 'the same speaker'} (${source.kind.replace('-', ' ')})`;
}

/** "North Korea → Russia; weapons for food". */
function endsOf({ event }: Claim, names: ReadonlyMap<string, string>): string {
  const named = (roles: readonly EventRole[]): string =>
    roles
      .flatMap((role) => event.roles[role] ?? [])
      .map(({ mention, span }) => (mention && names.get(mention)) ?? span.surface)
      .join(', ');
  const ends = [named(FROM), named(TO)].filter(Boolean).join(' → ');
  const goods = event.goods.map(({ surface }) => surface).join(', ');
  const price = event.counterGoods.map(({ surface }) => surface).join(', ');
  const trade = [goods, price && `for ${price}`].filter(Boolean).join(' ');
  const days = event.dates.flatMap(({ from, to }) =>
    from === undefined ? [] : [from === to ? from : `${from} to ${to ?? '…'}`],
  );
  return [ends, trade, days.join(', ')].filter(Boolean).join('; ');
}

function paintOf({ modality }: Claim, colours: Colours): (text: string) => string {
  switch (modality) {
    case 'official-act':
      return colours.bold;
    case 'denied':
      return colours.magenta;
    case 'alleged':
      return colours.yellow;
    default:
      return (text) => text;
  }
}
