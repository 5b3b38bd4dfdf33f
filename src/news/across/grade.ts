// The grade of a claim on two axes that are judged apart, from different inputs: the letter from who speaks, the digit
// from what else is known of the matter. Each comes with its reasons. A claim can be A5 (a good source is contradicted)
// or F1 (nobody knows the outlet, but the list has the entry).
import type { Claim, Grade } from '../../model/reading.ts';
import type { ClaimFacts } from './claim-facts.ts';
import type { PartyDirectory } from './party-directory.ts';
import { type SourceGrades, type SourceLetter, stepDown } from './source-grades.ts';

/** What is known of the matter of a claim beyond the claim itself. */
export interface Circumstances {
  /** Independent origins of those who say the same. */
  readonly origins: readonly string[];
  /** Outlets that carry it. */
  readonly outlets: number;
  /** A government or a court is among the origins. */
  readonly hasOfficialOrigin?: boolean;
  /** The entry of an official list that shows the act. */
  readonly listEntry?: string;
  /** An official record or act speaks against it. */
  readonly contradictedBy?: string;
  readonly isDisputed?: boolean;
  readonly lacksEvidence?: boolean;
  /** An act that only a heading or a passing word tells of. */
  readonly isUnsupported?: boolean;
}

interface Judged<Value> {
  readonly value: Value;
  readonly why: readonly string[];
}

/** The grade of a claim. */
export function gradeOf(
  facts: ClaimFacts,
  circumstances: Circumstances,
  directory: PartyDirectory,
  grades: SourceGrades,
): Grade {
  const source = gradeSource(facts, circumstances, directory, grades);
  const information = gradeInformation(facts.claim, circumstances, facts);
  return {
    source: source.value,
    information: information.value,
    why: [...source.why, ...information.why],
  };
}

function gradeSource(
  facts: ClaimFacts,
  { listEntry }: Circumstances,
  directory: PartyDirectory,
  grades: SourceGrades,
): Judged<SourceLetter> {
  const { claim, reading } = facts;
  const kind = claim.source?.kind ?? 'outlet';
  const judged = (value: SourceLetter, why: string): Judged<SourceLetter> => ({
    value,
    why: [`source ${value}: ${why}`],
  });
  if (listEntry !== undefined)
    return judged(grades.ofKind('own-act'), 'the list is the notice of the authority on its own act');
  const party = directory.ofMention(claim.source?.mention);
  const name = party?.label ?? claim.source?.spans[0]?.surface;
  const own = name === undefined ? undefined : grades.setFor(name);
  if (own !== undefined) return judged(own, `set for ${name} in the configuration`);
  const outlet = grades.publisherOf(reading.article);
  switch (kind) {
    case 'government':
    case 'court': {
      const isOwnAct =
        claim.modality === 'official-act' &&
        party !== undefined &&
        (facts.parties.get('authority') ?? []).some((one) => directory.relation(one, party) !== undefined);
      if (isOwnAct) return judged(grades.ofKind('own-act'), `${name} on its own act`);
      return judged(grades.ofKind(kind), kind === 'court' ? 'a court' : 'a government speaking of others');
    }
    case 'anonymous-official':
      return judged(stepDown(grades.ofKind('government')), 'an official who is not named');
    case 'anonymous':
      return outlet
        ? judged(stepDown(outlet.letter), `somebody whom ${outlet.name} does not name`)
        : judged('F', 'somebody who is not named, in an outlet that is not known');
    case 'media': {
      const known = name === undefined ? undefined : grades.outletNamed(name);
      return known
        ? judged(known.letter, known.isAgency ? `the news agency ${known.name}` : known.name)
        : judged(grades.ofKind('media'), `${name ?? 'media'}, which the table of outlets does not have`);
    }
    case 'outlet':
      return outlet
        ? judged(outlet.letter, `${outlet.name} in its own voice`)
        : judged(grades.ofKind('outlet'), 'an outlet that is not known, in its own voice');
    default:
      return judged(grades.ofKind(kind), `a named ${kind}`);
  }
}

function gradeInformation(
  claim: Claim,
  circumstances: Circumstances,
  facts: ClaimFacts,
): Judged<Grade['information']> {
  const judged = (value: Grade['information'], why: string): Judged<Grade['information']> => ({
    value,
    why: [`information ${value}: ${why}`],
  });
  const { listEntry, contradictedBy, origins, outlets } = circumstances;
  if (listEntry !== undefined) return judged(1, `the list has the entry: ${listEntry}`);
  if (contradictedBy !== undefined) return judged(5, contradictedBy);
  if (circumstances.isDisputed) return judged(4, 'a party disputes it');
  if (circumstances.lacksEvidence) return judged(4, 'the report itself says that evidence is missing');
  if (circumstances.isUnsupported) return judged(6, 'only a heading or a passing word tells of the act');
  if (origins.length >= 2 && facts.kind.isOfficialAct && claim.modality !== 'official-act')
    return judged(3, `${origins.length} origins speak of the act, none reports it: ${origins.join('; ')}`);
  if (origins.length >= 2)
    return judged(1, `${origins.length} origins that are independent of one another: ${origins.join('; ')}`);
  if (claim.event.type === 'OTHER_CONTEXT' && facts.claim.form === 'outlet-voice')
    return judged(6, 'background in the words of the outlet');
  const [origin] = origins;
  const carried = outlets > 1 ? `, in ${outlets} outlets: that is repetition, no confirmation` : '';
  if (claim.modality === 'official-act' && circumstances.hasOfficialOrigin)
    return judged(2, `one official origin, ${origin}${carried}`);
  return judged(3, `one origin, ${origin ?? 'not named'}${carried}`);
}
