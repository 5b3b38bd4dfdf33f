// Subjects, objects and prepositions of verbs, as the frames see them.
import { describe, expect, it } from 'vitest';
import type { ZoneKind } from '../../model/reading.ts';
import { documentOf } from '../text/tokenise.ts';
import type { NounGroup } from './groups.ts';
import { PartyLookup } from './party-lookup.ts';
import { SentenceView } from './sentence-view.ts';

/** The clauses of one sentence as texts: `verb | subject | objects | prepositions`. */
function clauses(text: string, kind: ZoneKind = 'body'): string[] {
  const document = documentOf(text, [{ kind, start: 0, end: text.length }]);
  const view = new SentenceView(document, 0, new PartyLookup(document, []));
  const shown = (group: NounGroup | undefined): string =>
    group ? group.nouns.map((noun) => view.textOf(view.tokenRange(noun.first, noun.end))).join(' + ') : '-';
  return view.clauses.map(({ verb, subject, objects, prepositions }) =>
    [
      verb.lemma,
      shown(subject),
      objects.map(shown).join(' ; ') || '-',
      prepositions.map(({ preposition, group }) => `${preposition} ${shown(group)}`).join(' ; ') || '-',
    ].join(' | '),
  );
}

describe('a clause', () => {
  it.each([
    ['active', 'The regulator fined the bank.', ['fine | The regulator | the bank | -']],
    [
      'passive: who suffers it is the object',
      'The bank was fined by the regulator.',
      ['fine | the regulator | The bank | by the regulator'],
    ],
    ['with two objects', 'Iran gave Sudan the rockets.', ['give | Iran | Sudan ; the rockets | -']],
    [
      'that is joined by "and" keeps the subject',
      'Police arrested two men and seized a boat.',
      ['arrest | Police | two men | -', 'seize | Police | a boat | -'],
    ],
    [
      'that begins anew after "and" has its own',
      'Iran sent rockets, and Sudan paid in gold.',
      ['send | Iran | rockets | -', 'pay | Sudan | - | in gold'],
    ],
    [
      'of an accused: the deed is the object’s',
      'The envoy accused Chad of selling rockets to Mali.',
      ['accuse | The envoy | Chad | -', 'sell | Chad | rockets | to Mali'],
    ],
    [
      'of a plan: the deed is the subject’s',
      'Chad plans to sell rockets.',
      ['plan | Chad | - | -', 'sell | Chad | rockets | -'],
    ],
    [
      'of a helper: who helps does it too',
      'The bank helped clients evade sanctions.',
      ['help | The bank | clients | -', 'evade | The bank | sanctions | -'],
    ],
    [
      'with a participle that describes a noun',
      'Two men arrested in Prague were charged with fraud.',
      ['arrest | - | Two men | in Prague', 'charge | - | Two men | with fraud'],
    ],
    [
      'behind "which"',
      'The mixer, which the Treasury blacklisted, laundered coins.',
      ['blacklist | the Treasury | The mixer | -', 'launder | The mixer | coins | -'],
    ],
    [
      'behind "who" goes back to the person, not to the body',
      'Ivanova, the head of the bank, who evaded taxes, left.',
      ['evade | Ivanova | taxes | -', 'leave | Ivanova | - | -'],
    ],
    [
      'with a time that fills no place',
      'On Friday the court jailed the trader.',
      ['jail | the court | the trader | -'],
    ],
    [
      'with an aside inside the verb',
      'Mali would, in turn, receive gold from Chad.',
      ['receive | Mali | gold | from Chad'],
    ],
  ])('%s', (_, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it('of a headline has its verb although it looks like a noun', () => {
    expect(clauses('US sanctions man behind arms deal', 'headline')).toEqual([
      'sanction | US | man | behind arms deal',
    ]);
    expect(clauses('Russia to Exchange Food for Weapons', 'headline')).toEqual([
      'exchange | Russia | Food | for Weapons',
    ]);
  });

  it('does not take the noun "sanctions" for a verb', () => {
    expect(clauses('The trader evades sanctions on oil.')).toEqual([
      'evade | The trader | sanctions | on oil',
    ]);
  });
});
