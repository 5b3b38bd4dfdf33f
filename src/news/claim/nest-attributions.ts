// Attributions with their speakers and the attributions that they stand in. Gives pronouns the speaker before, and calls
// a denial what denies, whatever noun it denies.
import type { Attribution, Document, FoundParty, Range } from '../document.ts';
import type { NestedAttribution } from './chain.ts';
import { isWithin, lengthOf } from './draft.ts';
import { meantSpeaker, type Speaker, speakerOf } from './source-of.ts';

/** The attributions in their order, each with its speaker, its class and the number of the one around it. */
export function nestAttributions(
  document: Document,
  parties: readonly FoundParty[],
  attributions: readonly Attribution[],
): NestedAttribution[] {
  const outers = outersOf(attributions);
  let last: Speaker | undefined;
  return attributions.map((attribution, number) => {
    const named = isSpeaking(document, attribution.source)
      ? speakerOf(document, parties, attribution.source)
      : undefined;
    const meant = named && meantSpeaker(document, parties, named, attribution, last);
    const speaker = meant ?? (attribution.isImplicit ? last : undefined);
    last = speaker ?? last;
    const outer = outers[number];
    const cueClass = isDenial(document, attribution) ? 'deny' : attribution.cueClass;
    return {
      ...attribution,
      cueClass,
      number,
      ...(speaker && { speaker }),
      ...(outer === undefined ? {} : { outer }),
    };
  });
}

/** For each attribution the one around it; two that each stand in the other are side by side. */
function outersOf(attributions: readonly Attribution[]): (number | undefined)[] {
  const outers = attributions.map((_, number) => outerOf(attributions, number));
  for (const number of outers.keys()) {
    const passed = new Set([number]);
    for (let at = outers[number]; at !== undefined; at = outers[at]) {
      if (passed.has(at)) {
        outers[number] = undefined;
        break;
      }
      passed.add(at);
    }
  }
  return outers;
}

/** The attribution whose content holds the cue of another. */
function outerOf(attributions: readonly Attribution[], number: number): number | undefined {
  const { cue, content, within } = attributions[number]!;
  if (within !== undefined) return within;
  const own = cue[0];
  if (!own) return undefined;
  let best: number | undefined;
  for (const [other, { content: around }] of attributions.entries()) {
    if (other === number || !isWithin(own, around)) continue;
    if (lengthOf(around) <= lengthOf(content)) continue;
    if (best === undefined || lengthOf(around) < lengthOf(attributions[best]!.content)) best = other;
  }
  return best;
}

/** "rejected allegations that": the verb denies what the noun would allege. */
function isDenial(document: Document, { cue }: Attribution): boolean {
  const words = cue.map(({ start, end }) => document.text.slice(start, end)).join(' ');
  return /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|rebut(?:s|ted|ting)?)\b/iu.test(
    words,
  );
}

/** False where there is no source, or where it is a deed: "accused … by selling oil". */
function isSpeaking(document: Document, [first]: readonly Range[]): boolean {
  return first !== undefined && !/^\p{Ll}+ing\s/u.test(document.text.slice(first.start, first.end));
}
