// The rules of modality in their order, on events without a text.
import { describe, expect, it } from 'vitest';
import type { FoundEvent } from '../event/found-event.ts';
import { modalityOf, type StatementScope } from './modality-of.ts';

const ROLE = [{ start: 0, end: 1 }];

function act(changes: Partial<FoundEvent> = {}): FoundEvent {
  return {
    type: 'SANCTION_DESIGNATION',
    roles: { authority: ROLE, target: ROLE },
    goods: [],
    counterGoods: [],
    anchor: { start: 0, end: 1 },
    start: 0,
    end: 1,
    sentence: 0,
    isAct: true,
    verb: { lemma: 'sanction', isDone: true, isNegated: false, governors: [] },
    rule: 'test',
    ...changes,
  };
}

function judge(event: FoundEvent, scope: Partial<StatementScope> = {}) {
  const { modality, polarity } = modalityOf(event, {
    zone: 'body',
    cues: [],
    isOwnMatter: false,
    isAuthoritySpeaking: false,
    text: '',
    ...scope,
  });
  return [modality, polarity];
}

describe('an act of an authority', () => {
  it('is official where it is done in a sentence of the body', () => {
    expect(judge(act())).toEqual(['official-act', 1]);
    expect(judge(act(), { cues: ['say'] })).toEqual(['official-act', 1]);
  });

  it.each(['headline', 'subhead', 'caption', 'deck', 'contents'] as const)('is not by a %s alone', (zone) => {
    expect(judge(act(), { zone })).toEqual(['asserted', 1]);
  });

  it.each(['accuse', 'allege', 'believe', 'plan'] as const)('is not inside "%s"', (cue) => {
    expect(judge(act(), { cues: [cue] })[0]).not.toBe('official-act');
  });

  it('is not without authority, target, verb, or if it was not done', () => {
    const verb = act().verb!;
    expect(judge(act({ roles: { target: ROLE } }))).toEqual(['asserted', 1]);
    expect(judge(act({ roles: { authority: ROLE } }))).toEqual(['asserted', 1]);
    expect(judge(act({ verb: { ...verb, isDone: false } }))).toEqual(['asserted', 1]);
    expect(judge(act({ verb: { ...verb, isDone: false, isNegated: true } }))).toEqual(['asserted', -1]);
    const { verb: _, ...nominal } = act();
    expect(judge(nominal)).toEqual(['asserted', 1]);
  });

  it('is official without a named authority where the authority speaks', () => {
    expect(judge(act({ roles: { target: ROLE } }), { cues: ['say'], isAuthoritySpeaking: true })).toEqual([
      'official-act',
      1,
    ]);
  });
});

describe('a deed', () => {
  const deed = (changes: Partial<FoundEvent> = {}): FoundEvent =>
    act({ type: 'ARMS_TRANSFER', isAct: false, roles: { supplier: ROLE }, ...changes });

  it('is alleged where another says it, asserted where the party itself admits it', () => {
    expect(judge(deed(), { cues: ['say'] })).toEqual(['alleged', 1]);
    expect(judge(deed(), { cues: ['admit'], isOwnMatter: true })).toEqual(['asserted', 1]);
  });

  it('is denied in a denial, and where the party says that it did not', () => {
    expect(judge(deed(), { cues: ['deny'] })).toEqual(['denied', -1]);
    const verb = { lemma: 'sell', isDone: false, isNegated: true, governors: [] };
    expect(judge(deed({ verb }), { cues: ['say'], isOwnMatter: true })).toEqual(['denied', -1]);
    expect(judge(deed({ verb }), { cues: ['say'] })).toEqual(['alleged', -1]);
  });

  it('is planned in the outlet’s voice and by its own party, alleged where another says so', () => {
    expect(judge(deed({ phase: 'planned' }))).toEqual(['planned', 1]);
    expect(judge(deed({ phase: 'planned' }), { cues: ['say'], isOwnMatter: true })).toEqual(['planned', 1]);
    expect(judge(deed({ phase: 'planned' }), { cues: ['say'] })).toEqual(['alleged', 1]);
  });

  it('is alleged as the reason of an act, and beside "allegedly"', () => {
    expect(judge(deed({ isReason: true }))).toEqual(['alleged', 1]);
    expect(judge(deed(), { text: 'The firm allegedly sold rockets.' })).toEqual(['alleged', 1]);
    expect(judge(deed(), { text: 'The firm sold rockets.' })).toEqual(['asserted', 1]);
  });
});
