// Claims for a terminal: who says what, in whose words, how sure, about whom; then what does not fit together. Every text
// is from outside and is made safe for the terminal.
import type { ArticleEntry, ReviewOfClaim, StrayReview } from '../../engine/reading/claim-service.ts';
import type { Claim, ClaimCluster, Finding, Modality, Reading } from '../../model/reading.ts';
import type { Colours, Output } from './output.ts';
import { hang, printable } from './text-width.ts';

/** What a claim is, as a sign and a word; the colour only helps. */
export const SIGNS: Readonly<Record<Modality, string>> = {
  'official-act': '■ official act',
  asserted: '● asserted',
  alleged: '○ alleged',
  denied: '✗ denied',
  planned: '→ planned',
};
const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { high: '!!', medium: '! ', low: '· ' };

/** How many claims of a cluster are shown where not all are asked for. */
const MOST_CLAIMS = 6;
const LONGEST_QUOTE = 320;

interface ClaimsView {
  /** Show every claim, parts of statements and repeated lines among them. @default false */
  readonly all?: boolean;
}

/** Prints the claims of a reading, cluster by cluster, with the findings that concern them. */
export function printClaims(output: Output, reading: Reading, { all = false }: ClaimsView = {}): void {
  const claimOf = new Map(reading.claims.map((claim) => [claim.id, claim]));
  const numbers = new Map(reading.articles.map((article, at) => [article.id, at + 1]));
  let count = 0;
  for (const cluster of reading.clusters) {
    const claims = cluster.claims.flatMap((id) => claimOf.get(id) ?? []);
    const told = all ? claims : claims.filter((claim) => isWorthShowing(claim, claimOf));
    if (told.length === 0) continue;
    count += 1;
    printCluster(output, cluster, all ? told : told.slice(0, MOST_CLAIMS), numbers);
    const left = told.length - (all ? told.length : Math.min(told.length, MOST_CLAIMS));
    if (left > 0) output.write(`${output.colours.dim(`  ${left} more that say the same: --all`)}\n`);
  }
  if (count === 0) output.write('No claims.\n');
  printFindings(output, reading.findings);
  printSources(output, reading);
}

/** Parts of a statement that is shown, repeated lines and background are there, but in the way. */
function isWorthShowing(claim: Claim, claimOf: ReadonlyMap<string, Claim>): boolean {
  if (claim.repeats !== undefined || claim.event.type === 'OTHER_CONTEXT') return false;
  const whole = claim.partOf === undefined ? undefined : claimOf.get(claim.partOf);
  return whole?.event.type !== claim.event.type;
}

function printCluster(
  output: Output,
  cluster: ClaimCluster,
  claims: readonly Claim[],
  numbers: ReadonlyMap<string, number>,
): void {
  const { columns, colours } = output;
  const [first] = claims as readonly [Claim];
  const origins = cluster.origins.length > 0 ? plural(cluster.origins.length, 'origin') : 'no origin named';
  const counted = `${origins}, ${plural(cluster.outlets.length, 'outlet')}`;
  const heading = first.event.type.toLowerCase().replaceAll('_', ' ');
  output.write(`\n${colours.bold(heading)}  ${colours.dim(counted)}\n`);
  if (cluster.origins.length > 0)
    output.write(`${colours.dim(hang(printable(cluster.origins.join('; ')), columns, '  from  '))}\n`);
  for (const claim of claims) output.write(`${claimText(claim, columns, colours, numbers)}\n`);
}

function claimText(
  claim: Claim,
  columns: number,
  colours: Colours,
  numbers: ReadonlyMap<string, number>,
): string {
  const { grade, review, certainty, zone, modality, provenance } = claim;
  const speaker = claim.source?.spans.map((span) => span.surface).join(' … ');
  const who = speaker || (claim.form === 'outlet-voice' ? `the outlet (${zone})` : 'not named');
  const status = [SIGNS[modality], certainty, `${grade.source}${grade.information}`]
    .filter(Boolean)
    .join('  ');
  const words = shortened(claim.content.map((span) => span.surface).join(' … '), LONGEST_QUOTE);
  const lines = [
    hang(`${status}  ${printable(who)}`, columns, '  ', '    '),
    hang(printable(words), columns, '    '),
    colours.dim(`    [${numbers.get(claim.article) ?? '?'}] ${printable(claim.id)}`),
  ];
  if (provenance.llm) {
    const by = printable(`proposed by the language model ${provenance.llm.model}`);
    lines.push(colours.dim(hang(by, columns, '    ')));
  }
  if (review.state !== 'auto') lines.push(colours.cyan(hang(reviewText(review), columns, '    ')));
  return lines.join('\n');
}

/** The articles behind the numbers. */
function printSources(output: Output, { articles, claims }: Reading): void {
  const { columns, colours } = output;
  if (articles.length === 0) return;
  output.write('\n');
  for (const [at, article] of articles.entries()) {
    const facts = [
      article.publisher,
      article.published?.slice(0, 10),
      article.title ?? article.url,
      article.id,
    ];
    output.write(
      `${colours.dim(hang(printable(facts.filter(Boolean).join(', ')), columns, `[${at + 1}] `))}\n`,
    );
  }
  const counted = `${plural(claims.length, 'claim')} in ${plural(articles.length, 'article')}`;
  output.write(colours.dim(`${counted}. What a report says is no fact.\n`));
}

/** Prints what contradicts the claims of a reading, and nothing else of them. */
export function printContradictions(output: Output, reading: Reading): void {
  if (reading.findings.length === 0) {
    output.write('Nothing in these reports contradicts it. That does not make it true.\n');
    return;
  }
  printFindings(output, reading.findings);
  printSources(output, reading);
}

/** Prints, beneath a screening, what reports say about a party that was found: its acts first, a line each. */
export function printClaimsBeside(output: Output, party: string, reading: Reading): void {
  const { columns, colours } = output;
  const claimOf = new Map(reading.claims.map((claim) => [claim.id, claim]));
  const firsts = reading.clusters.flatMap((cluster) => {
    const [first] = cluster.claims
      .flatMap((id) => claimOf.get(id) ?? [])
      .filter((claim) => isWorthShowing(claim, claimOf))
      .sort((one, other) => weightOf(other) - weightOf(one));
    return first ? [{ first, cluster }] : [];
  });
  if (firsts.length === 0) return;
  const sorted = firsts.toSorted((one, other) => weightOf(other.first) - weightOf(one.first));
  output.write(`\n${colours.bold(`reports on ${printable(party)}`)}\n`);
  for (const { first, cluster } of sorted.slice(0, MOST_CLAIMS)) {
    const said = `${SIGNS[first.modality]}, ${first.event.type.toLowerCase().replaceAll('_', ' ')}`;
    const counted = `${plural(cluster.origins.length, 'origin')}, ${plural(cluster.outlets.length, 'outlet')}`;
    const words = shortened(first.content.map((span) => span.surface).join(' … '), 160);
    const { source, information } = first.grade;
    output.write(
      `${hang(printable(`${said}  ${source}${information}  ${counted}`), columns, '  ', '    ')}\n`,
    );
    output.write(`${colours.dim(hang(printable(words), columns, '    '))}\n`);
  }
  const grave = reading.findings.filter((finding) => finding.severity === 'high');
  for (const text of [...new Set(grave.map((finding) => finding.text))].slice(0, 3))
    output.write(`${colours.red(hang(printable(text), columns, '  !! ', '     '))}\n`);
}

/** Acts before allegations before the rest; of these, what is surest. */
function weightOf({ modality, grade }: Claim): number {
  const kind = { 'official-act': 3, denied: 2, alleged: 2, planned: 1, asserted: 1 }[modality];
  return kind * 10 - grade.information;
}

function reviewText({ state, by, at, note }: Claim['review']): string {
  const said = [state, by && `by ${by}`, at && `on ${at.slice(0, 10)}`].filter(Boolean).join(' ');
  return printable(note === undefined ? said : `${said}: ${note}`);
}

/** Prints findings, the gravest first, both sides shown. */
export function printFindings(output: Output, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const { columns, colours } = output;
  const order = ['high', 'medium', 'low'] as const;
  const paint = { high: colours.red, medium: colours.yellow, low: colours.dim };
  const sorted = findings.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
  );
  output.write(`\n${colours.bold('does not fit together, or is missing')}\n`);
  for (const { kind, severity, text, spans, against } of sorted) {
    const label = `${SEVERITIES[severity]} ${kind.replaceAll('-', ' ')}`;
    output.write(`${paint[severity](hang(`${label}: ${printable(text)}`, columns, '  ', '     '))}\n`);
    const sides = [
      ['here   ', spans],
      ['against', against],
    ] as const;
    for (const [side, some] of sides) {
      if (some.length === 0) continue;
      const shown = some.slice(0, 3).map((span) => `“${shortened(span.surface, 120)}”`);
      const more = some.length > 3 ? ` and ${some.length - 3} more` : '';
      output.write(
        `${colours.dim(hang(printable(`${side}  ${shown.join(', ')}${more}`), columns, '     '))}\n`,
      );
    }
  }
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)} …` : text;
}

/** Prints the articles that were read. */
export function printArticles(output: Output, articles: readonly ArticleEntry[]): void {
  if (articles.length === 0) {
    output.write('No report was read yet; see `interdict read --help`.\n');
    return;
  }
  const { columns, colours } = output;
  for (const article of articles) {
    const title = article.title ?? article.url ?? '(no title)';
    output.write(`${colours.bold(hang(printable(title), columns, ''))}\n`);
    const facts = [article.publisher, article.published?.slice(0, 10), article.id, article.language];
    const counted = [
      plural(article.claims, 'claim'),
      `${article.parties.toLocaleString('en')} listed`,
      ...(article.findings > 0 ? [plural(article.findings, 'finding')] : []),
    ];
    output.write(
      `${colours.dim(hang(printable([...facts, counted.join(', ')].filter(Boolean).join('  ')), columns, '  '))}\n`,
    );
  }
}

/** Prints what was said of a claim. */
export function printReviews(output: Output, reviews: readonly ReviewOfClaim[]): void {
  if (reviews.length === 0) output.write('Nobody has said anything of this claim yet.\n');
  for (const review of reviews) output.write(`${hang(reviewText(review), output.columns, '', '  ')}\n`);
}

/** Prints reviews that belong to no claim of the latest readings, each with the words that it was said of. */
export function printStrayReviews(output: Output, reviews: readonly StrayReview[]): void {
  const { columns, colours } = output;
  if (reviews.length === 0) output.write('Every review belongs to a claim.\n');
  for (const { article, claim, surface, ...review } of reviews) {
    output.write(`${hang(reviewText(review), columns, '')}\n`);
    output.write(
      `${colours.dim(hang(printable(`${article}, then ${claim}: “${surface}”`), columns, '  '))}\n`,
    );
  }
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
