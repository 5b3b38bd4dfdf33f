// Turns a candidate into the explanation that a person can file: one sentence, the aligned names, the features, and
// what speaks against. Everything it says was computed by the scoring; it only finds the words.

import type { AlignedPart, Explanation, ListingResult } from '../model/screening.ts';
import type { NameComparison } from '../names/compare/compare-names.ts';
import { partEffects } from '../names/compare/part-effects.ts';
import type { Candidate } from './screener.ts';

/** Effects smaller than this are not worth a word in the sentence. */
const WORTH_SAYING = 0.4;

/** Names of features for people. */
const FEATURE_WORDS: Readonly<Record<string, string>> = {
  birth_date: 'date of birth',
  birth_place: 'place of birth',
  nationality: 'nationality',
  country: 'country',
  gender: 'gender',
  identifier: 'number',
  address: 'address',
  contact: 'telephone or e-mail',
  schema: 'kind',
};

/** The whole explanation of one candidate. */
export function explain(candidate: Candidate): Explanation {
  const { names, features } = candidate;
  const parts = names ? alignedParts(names) : [];
  const against = [
    ...parts
      .filter((part) => part.relation === 'contradict')
      .map((part) => `"${part.query}" is not "${part.candidate}"`),
    ...parts.filter((part) => part.relation === 'omit' && part.weight < -WORTH_SAYING).map(omissionWords),
    ...features
      .filter(({ effect }) => effect < 0)
      .map(
        ({ feature, query, candidate: other, detail }) =>
          `${FEATURE_WORDS[feature] ?? feature}: ${detail} (${query}; listed: ${other})`,
      ),
  ];
  return {
    sentence: sentenceOf(candidate, parts, against),
    ...(names ? { names: { query: names.query.surface, candidate: names.candidate.surface, parts } } : {}),
    features,
    against,
  };
}

function omissionWords(part: AlignedPart): string {
  return part.query
    ? `"${part.query}" is not in the listed name`
    : `the listed name also has "${part.candidate}"`;
}

/** The parts, each with what it does to the score of the names; see part-effects.ts. */
function alignedParts(names: NameComparison): AlignedPart[] {
  const effects = partEffects(names);
  return names.parts.map((part, at) => ({
    ...(part.query === undefined ? {} : { query: part.query }),
    ...(part.candidate === undefined ? {} : { candidate: part.candidate }),
    relation: part.relation,
    how: part.how,
    weight: Math.round(effects[at]! * 100) / 100,
  }));
}

/** The parts of a comparison of two names alone, as an explanation has them. */
export function explainNames(names: NameComparison): AlignedPart[] {
  return alignedParts(names);
}

function sentenceOf(candidate: Candidate, parts: readonly AlignedPart[], against: readonly string[]): string {
  const { party, names, features } = candidate;
  const subject = names
    ? `"${names.query.surface}" meets the listed name "${names.candidate.surface}"`
    : 'The names differ or could not be compared';
  const agreeing = parts.filter((part) => part.relation === 'agree');
  const how = agreeing.map((part) =>
    part.how === 'same'
      ? `"${part.query}" is the same`
      : `"${part.query}" and "${part.candidate}": ${part.how}`,
  );
  const support = features
    .filter(({ effect }) => effect >= WORTH_SAYING)
    .map(({ feature, detail, query }) => `${FEATURE_WORDS[feature] ?? feature} ${query}: ${detail}`);
  const evidence = [...how, ...support].join('; ');
  const contrary = against.length > 0 ? ` Against it: ${against.join('; ')}.` : '';
  return `${subject} of ${listedAs(party.listings, party.id)}${evidence ? ` (${evidence})` : ''}.${contrary}`;
}

function listedAs(listings: readonly ListingResult[], id: string): string {
  const [first, ...others] = listings;
  if (!first) return id;
  const since = first.listedOn ? `, listed on ${first.listedOn}` : '';
  const more = others.length > 0 ? ` and ${others.length} more listing${others.length > 1 ? 's' : ''}` : '';
  return `${id} (${[first.authority, first.program].filter(Boolean).join(', ')}${since})${more}`;
}
