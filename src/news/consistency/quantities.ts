// Amounts that do not fit together: two amounts of one thing in one event that cannot both be true, kinds of a thing
// counted in one place and the things themselves in another, and amounts that lack their unit.
import type { Quantity } from '../../model/reading.ts';
import { distinctSpans, type FindingDraft } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import type { PartyDirectory } from '../across/party-directory.ts';
import { eventRelation } from '../across/same-event.ts';
import { stemOf, wordsOf } from '../across/words.ts';
import { type ArticleFacts, meaningOf } from './context.ts';
import lexicon from './generated/consistency.json' with { type: 'json' };

const kindUnits = new Set(lexicon.kind_units);
const countUnits = new Set(lexicon.count_units);
const measureWords = new Set(lexicon.measure_words);
const massNouns = new Set(lexicon.mass_nouns);
/** By so much of its value "nearly" and "about" may be off. */
const ROUGHLY = 0.2;
/** A count below this is said of single things, whatever the noun. */
const LARGE = 12;

interface Counted {
  readonly facts: ClaimFacts;
  readonly quantity: Quantity;
}

/**
 * Amounts of the one side that contradict amounts of the other.
 * @param there facts of the same article, or of another
 */
export function quantityConflicts(
  here: readonly ClaimFacts[],
  there: readonly ClaimFacts[],
  directory: PartyDirectory,
): FindingDraft[] {
  const isOneArticle = here === there;
  const left = here.flatMap(counted);
  const right = isOneArticle ? left : there.flatMap(counted);
  const findings: FindingDraft[] = [];
  for (const [at, one] of left.entries()) {
    for (const other of isOneArticle ? right.slice(at + 1) : right) {
      const found = compare(one, other, isOneArticle, directory);
      if (found) findings.push(found);
    }
  }
  return findings;
}

function counted(facts: ClaimFacts): Counted[] {
  return facts.claim.repeats === undefined
    ? facts.claim.event.quantities.map((quantity) => ({ facts, quantity }))
    : [];
}

function compare(
  one: Counted,
  other: Counted,
  isOneArticle: boolean,
  directory: PartyDirectory,
): FindingDraft | undefined {
  if (one.facts === other.facts || !countSameThing(one.quantity, other.quantity)) return undefined;
  const [left, right] = [isOfKinds(one.quantity), isOfKinds(other.quantity)];
  const relation = eventRelation(one.facts, other.facts, directory);
  if (left !== right) {
    // Which deal an amount belongs to is easily mixed up along with what is counted, so related events count too.
    if (!isOneArticle || !areNear(one.facts, other.facts) || !areClose(one.quantity, other.quantity))
      return undefined;
    const [kinds, things] = left ? [one, other] : [other, one];
    return finding(
      things,
      kinds,
      `"${things.quantity.span.surface}" counts things; "${kinds.quantity.span.surface}" counts kinds of them.`,
    );
  }
  if (relation?.kind !== 'same' || unitOf(one.quantity) !== unitOf(other.quantity)) return undefined;
  if (!areDisjointIntervals(one.quantity, other.quantity)) return undefined;
  const [a, b] = [one.quantity.span.surface, other.quantity.span.surface];
  return finding(one, other, `"${a}" and "${b}" cannot both be true of one event.`);
}

function finding(one: Counted, other: Counted, text: string): FindingDraft {
  return {
    kind: 'quantity',
    severity: 'medium',
    spans: [one.quantity.span],
    against: [other.quantity.span],
    claims: [one.facts.claim.id, other.facts.claim.id],
    text,
  };
}

/** Claims of one family of events: an amount of arms is not compared with an amount of money laundered. */
function areNear(one: ClaimFacts, other: ClaimFacts): boolean {
  const family = ({ claim }: ClaimFacts): string => claim.event.type.split('_')[0] as string;
  return family(one) === family(other);
}

/** The same order of magnitude: else nobody takes the one for the other. */
function areClose(one: Quantity, other: Quantity): boolean {
  const ratio = one.value / other.value;
  return ratio > 0.1 && ratio < 10;
}

/** True if two amounts are of one thing: of the same goods, or of money or percent, which are of nothing else. */
function countSameThing(one: Quantity, other: Quantity): boolean {
  const [left, right] = [objectOf(one), objectOf(other)];
  if (left.size === 0 && right.size === 0) return unitOf(one) !== '' && unitOf(one) === unitOf(other);
  return !left.isDisjointFrom(right);
}

/** Stems of what is counted, number and words that count anything left out. */
function objectOf({ of, span }: Quantity): Set<string> {
  const stems = meaningOf(of ?? span.surface);
  for (const stem of stems)
    if (/^\d/u.test(stem) || isNumberWord(stem) || kindUnits.has(stem) || countUnits.has(stem))
      stems.delete(stem);
  return stems;
}

function isNumberWord(stem: string): boolean {
  return /^(?:dozen|hundr|hundred|thousand|million|billion|two|three|four|five|six|seven|eight|nine|ten)$/u.test(
    stem,
  );
}

/** The unit; none where the thing itself is counted ("forty drones"). */
function unitOf(quantity: Quantity): string {
  const unit = stemOf(wordsOf(quantity.unit ?? '')[0]?.key ?? '');
  return objectOf(quantity).has(unit) ? '' : unit;
}

function isOfKinds(quantity: Quantity): boolean {
  return (
    kindUnits.has(unitOf(quantity)) ||
    wordsOf(quantity.span.surface).some((word) => kindUnits.has(stemOf(word.key)))
  );
}

function areDisjointIntervals(one: Quantity, other: Quantity): boolean {
  const [left, right] = [intervalOf(one), intervalOf(other)];
  return left.to < right.from || right.to < left.from;
}

/** The amounts that the words allow; a strict bound is treated like one that holds its end. */
function intervalOf({ op, value, to }: Quantity): { readonly from: number; readonly to: number } {
  if (to !== undefined) return { from: value, to };
  switch (op) {
    case '=':
      return { from: value, to: value };
    case '~':
      return { from: value * (1 - ROUGHLY), to: value * (1 + ROUGHLY) };
    case '>':
    case '>=':
      return { from: value, to: Number.POSITIVE_INFINITY };
    case '<':
    case '<=':
      return { from: Number.NEGATIVE_INFINITY, to: value };
  }
}

/** Large amounts of something that is counted only through a unit, which is missing: "millions of artillery". */
export function missingUnits({ facts }: ArticleFacts): FindingDraft[] {
  return facts.flatMap(counted).flatMap(({ facts: { claim }, quantity }) => {
    const words = wordsOf(quantity.of ?? quantity.span.surface).map((word) => word.key);
    const noun = words.at(-1) ?? '';
    const before = wordsOf(quantity.span.surface).filter((word) => word.key !== noun);
    if (before.some((word) => measureWords.has(stemOf(word.key)))) return [];
    if (quantity.unit !== undefined || quantity.value < LARGE || !massNouns.has(noun)) return [];
    return [
      {
        kind: 'missing-unit' as const,
        severity: 'medium' as const,
        spans: distinctSpans([quantity.span]),
        against: [],
        claims: [claim.id],
        text: `"${quantity.span.surface}" does not say of what unit: ${noun} is not counted by itself.`,
      },
    ];
  });
}
