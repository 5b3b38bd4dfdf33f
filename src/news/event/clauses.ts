// What stands around each verb of a sentence: its subject (also the one it has from another verb), its objects and its
// prepositions. Slots of a passive are given back to their active places. Assumes the chunks of one sentence.
import words from '../modality/generated/modality.json' with { type: 'json' };
import type { NounChunk, SentenceChunk, VerbChunk } from './chunk.ts';
import { type Groups, isMark, type NounGroup, type PrepositionGroup } from './groups.ts';

export interface Clause {
  readonly verb: VerbChunk;
  /** Number of the verb's chunk. */
  readonly at: number;
  readonly subject: NounGroup | undefined;
  readonly objects: readonly NounGroup[];
  readonly prepositions: readonly PrepositionGroup[];
  /** The clause that governs this one: "plans [to sell]", "accused X of [selling]". */
  readonly parent?: number;
  /** How it hangs on its parent: `to`, a preposition, `and`, `ing`, `that`. */
  readonly link?: string;
}

const OBJECT_CONTROL = new Set(words.objectControl);
const PARTICLES = new Set(['off', 'out', 'up', 'down']);
/** How far back a subject is looked for; longer sentences are no prose. */
const FARTHEST_SUBJECT = 60;

export class Clauses {
  readonly all: readonly Clause[];
  readonly chunks: readonly SentenceChunk[];
  readonly #groups: Groups;
  readonly #byChunk = new Map<number, number>();

  constructor(groups: Groups) {
    this.chunks = groups.chunks;
    this.#groups = groups;
    const clauses: Clause[] = [];
    this.all = clauses;
    for (const [at, chunk] of this.chunks.entries()) {
      if (chunk.kind !== 'verb') continue;
      clauses.push(this.#clauseAt(chunk, at));
      this.#byChunk.set(at, clauses.length - 1);
    }
  }

  #clauseAt(verb: VerbChunk, at: number): Clause {
    const governor = this.#governorOf(verb, at);
    const found = this.#complementsAfter(at);
    const own = this.#ownSubject(verb, at, governor);
    let subject = own;
    let objects = found.objects;
    const prepositions = found.prepositions;
    if (objects.length === 0 && own && !verb.isPassive) {
      // "the mixer, which the Treasury blacklisted"
      const relative = this.chunks.indexOf(own.nouns[0]!) - 1;
      const antecedent = isMark(this.chunks[relative], 'relative')
        ? this.#groups.antecedent(relative)
        : undefined;
      if (antecedent) objects = [antecedent];
    }
    if (verb.isPassive) {
      const by = prepositions.find(({ preposition }) => preposition === 'by');
      objects = own ? [own, ...objects] : objects;
      subject = by?.group;
    }
    return {
      verb,
      at,
      subject,
      objects,
      prepositions,
      ...(governor ? { parent: governor.clause, link: governor.link } : {}),
    };
  }

  /** The clause that a verb without a subject of its own hangs on. */
  #governorOf(verb: VerbChunk, at: number): { clause: number; link: string } | undefined {
    const before = this.#groups.skipBack(at - 1);
    const previous = this.chunks[before];
    const nearest = this.#nearestClause(at - 1);
    if (nearest === undefined) return undefined;
    const isThen = isMark(previous, 'comma') && this.#isThen(at - 1);
    if ((isMark(previous, 'and') || isThen) && verb.form !== 'participle') {
      const partner = this.#partnerOf(verb, at);
      if (partner !== undefined) return { clause: partner, link: 'and' };
    }
    if (verb.form === 'infinitive') return { clause: nearest, link: 'to' };
    if (verb.form === 'gerund') {
      if (previous?.kind !== 'preposition') return { clause: nearest, link: 'ing' };
      return { clause: this.#aboveParticiple(nearest), link: previous.text };
    }
    if (verb.form === 'participle') return { clause: nearest, link: 'participle' };
    // A finite verb in a that-clause, or in one whose "that" was left out.
    for (let back = before; back >= 0; back--) {
      const chunk = this.chunks[back]!;
      if (chunk.kind === 'mark' && chunk.mark === 'clause') {
        // "said that A and that B": both hang on "said".
        const joined = isMark(this.chunks[this.#groups.skipBack(back - 1)], 'and')
          ? this.#lastThatClause(back)
          : undefined;
        const parent = joined?.parent ?? this.#nearestClause(back - 1);
        return parent === undefined ? undefined : { clause: parent, link: chunk.text };
      }
      if (chunk.kind === 'mark' && chunk.mark === 'relative') return { clause: nearest, link: 'relative' };
      if (chunk.kind === 'mark' && (chunk.mark === 'stop' || chunk.mark === 'and')) return undefined;
      if (chunk.kind === 'verb' && isFiniteVerb(chunk)) {
        const clause = this.#byChunk.get(back);
        return clause === undefined ? undefined : { clause, link: 'that' };
      }
    }
    return undefined;
  }

  /** "designated X, a firm based in Dubai, for moving funds": the reason hangs on "designated". */
  #aboveParticiple(number: number): number {
    const { verb, parent } = this.all[number]!;
    if (verb.form !== 'participle' || parent === undefined || OBJECT_CONTROL.has(verb.lemma)) return number;
    return OBJECT_CONTROL.has(this.all[parent]!.verb.lemma) ? parent : number;
  }

  #lastThatClause(before: number): Clause | undefined {
    return this.all.findLast(({ at, link }) => at < before && link === 'that');
  }

  /** ", then sold it" */
  #isThen(at: number): boolean {
    const chunk = this.chunks[at];
    return chunk?.kind === 'mark' && chunk.mark === 'other' && chunk.text === 'then';
  }

  /** The earlier verb of the same form that this one is joined to by "and". */
  #partnerOf(verb: VerbChunk, at: number): number | undefined {
    for (let number = this.all.length - 1; number >= 0; number--) {
      const { verb: other, at: otherAt } = this.all[number]!;
      if (at - otherAt > FARTHEST_SUBJECT) return undefined;
      const isSameForm =
        other.form === verb.form ||
        (isFiniteVerb(other) && isFiniteVerb(verb)) ||
        (verb.form === 'finite' && other.form === 'infinitive' && !verb.isPast);
      if (isSameForm) return number;
    }
    return undefined;
  }

  #nearestClause(from: number): number | undefined {
    for (let at = from; at >= 0; at--) {
      const clause = this.#byChunk.get(at);
      if (clause !== undefined) return clause;
    }
    return undefined;
  }

  /** The grammatical subject; of a passive that is who suffers it. */
  #ownSubject(
    verb: VerbChunk,
    at: number,
    governor: { clause: number; link: string } | undefined,
  ): NounGroup | undefined {
    const parent = governor && this.all[governor.clause];
    if (verb.form === 'participle' || (verb.form === 'gerund' && governor?.link === 'ing')) {
      const before = this.#groups.skipBack(at - 1);
      const previous = this.chunks[before];
      if (previous?.kind === 'noun') return this.#groups.endingAt(before);
      if (isMark(previous, 'comma') && this.chunks[before - 1]?.kind === 'noun' && verb.form === 'participle')
        return this.#groups.endingAt(before - 1);
      if (verb.form === 'gerund' && parent) return surfaceSubject(parent);
      return this.#subjectBefore(at);
    }
    if (parent && governor.link === 'and' && !this.#hasOwnNoun(at)) return surfaceSubject(parent);
    if ((verb.form === 'infinitive' || verb.form === 'gerund') && parent) {
      return this.#controllerOf(parent, governor.link, at);
    }
    return this.#subjectBefore(at);
  }

  #hasOwnNoun(at: number): boolean {
    return this.chunks[this.#groups.skipBack(at - 1)]?.kind === 'noun';
  }

  /** Whose deed a "to …" or "of …ing" is. */
  #controllerOf(parent: Clause, link: string, at: number): NounGroup | undefined {
    const isHeld = OBJECT_CONTROL.has(parent.verb.lemma) && link !== 'by' && link !== 'without';
    if (isHeld && parent.objects.length > 0) return parent.objects[0];
    // "X has ways of selling": the subject. "the man for facilitating" too if nothing else is there.
    const subject = surfaceSubject(parent);
    if (subject) return subject;
    const before = this.#groups.skipBack(at - 1);
    return this.chunks[before]?.kind === 'noun' ? this.#groups.endingAt(before) : undefined;
  }

  #subjectBefore(at: number): NounGroup | undefined {
    const before = this.#groups.skipBack(at - 1);
    const previous = this.chunks[before];
    if (isMark(previous, 'relative')) return this.#groups.antecedent(before);
    let from = -1;
    let object = -1;
    for (let back = before; back >= Math.max(0, at - FARTHEST_SUBJECT); back--) {
      const chunk = this.chunks[back]!;
      if (chunk.kind === 'mark' && (chunk.mark === 'clause' || chunk.mark === 'stop')) break;
      if (chunk.kind === 'mark' && chunk.mark === 'relative') {
        // A relative clause that has ended before this verb: its noun goes on as the subject.
        if (this.#hasVerbBetween(back, at)) continue;
        break;
      }
      if (chunk.kind === 'verb' && (chunk.form === 'finite' || chunk.form === 'copula')) {
        if (this.#isInRelative(back)) continue;
        // "…, the report says, laundered"
        const isAside = isMark(this.chunks[back + 1], 'comma') && isMark(this.chunks[back - 2], 'comma');
        if (!isAside || this.chunks[back - 1]?.kind !== 'noun') break;
        back -= 2;
        continue;
      }
      // "…, and they are offering": another clause ends here.
      if (from >= 0 && isMark(chunk, 'and') && this.chunks[back - 1]?.kind !== 'noun') break;
      if (chunk.kind !== 'noun' || !this.#mayBeSubject(back)) continue;
      // Behind a finite verb stands its object, unless nothing else can be the subject: "accepts its drones were used".
      const behind = this.chunks[this.#groups.skipBack(back - 1)];
      if (behind?.kind === 'verb') object = back;
      else from = back;
    }
    const found = from >= 0 ? from : object;
    return found >= 0 ? this.#groups.read(found)?.group : undefined;
  }

  #hasVerbBetween(from: number, to: number): boolean {
    for (let at = from + 1; at < to; at++) if (this.chunks[at]!.kind === 'verb') return true;
    return false;
  }

  #isInRelative(at: number): boolean {
    const before = this.#groups.skipBack(at - 1);
    if (isMark(this.chunks[before], 'relative')) return true;
    // "which the Treasury blacklisted"
    return this.chunks[before]?.kind === 'noun' && isMark(this.chunks[before - 1], 'relative');
  }

  /** Not after a preposition, not an object of a verb before it, not a time. */
  #mayBeSubject(at: number): boolean {
    const noun = this.chunks[at] as NounChunk;
    if (this.#groups.isTime(noun)) return false;
    let before = this.#groups.skipBack(at - 1);
    const previous = this.chunks[before];
    if (previous?.kind === 'preposition') return false;
    if (previous?.kind === 'verb') return isFiniteVerb(previous);
    // "with A and B": the list hangs on a preposition.
    while (isMark(this.chunks[before], 'and') || isMark(this.chunks[before], 'comma')) {
      const noun = this.chunks[before - 1];
      if (noun?.kind !== 'noun') break;
      const governing = this.chunks[this.#groups.skipBack(before - 2)];
      if (governing?.kind === 'preposition' && isMark(this.chunks[before], 'and')) return false;
      if (governing?.kind === 'noun' || !governing) break;
      before = this.#groups.skipBack(before - 2);
    }
    return true;
  }

  #complementsAfter(at: number): { objects: NounGroup[]; prepositions: PrepositionGroup[] } {
    const objects: NounGroup[] = [];
    let next = at + 1;
    let last = at;
    while (next < this.chunks.length && objects.length < 2) {
      const chunk = this.chunks[next]!;
      if (chunk.kind === 'mark' && (chunk.mark === 'other' || chunk.mark === 'aside')) {
        next += 1;
        continue;
      }
      // "switched off its transponder", "carried out transfers"
      if (chunk.kind === 'preposition' && next === at + 1 && PARTICLES.has(chunk.text)) {
        next += 1;
        continue;
      }
      if (chunk.kind !== 'noun') break;
      if (this.#groups.isTime(chunk) && objects.length > 0) break;
      const read = this.#groups.read(next)!;
      objects.push(read.group);
      next = read.end;
      last = next - 1;
    }
    return { objects, prepositions: this.#groups.prepositionsAfter(last) };
  }
}

/** The subject as it stands, also of a passive. */
export function surfaceSubject(clause: Clause): NounGroup | undefined {
  return clause.verb.isPassive ? clause.objects[0] : clause.subject;
}

function isFiniteVerb({ form }: VerbChunk): boolean {
  return form === 'finite' || form === 'copula';
}
