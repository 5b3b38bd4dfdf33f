import { describe, expect, it } from 'vitest';
import {
  type ClaimPlan,
  claimId,
  type MentionPlan,
  type ReadingPlan,
  reading,
} from '../../../test/fixtures/readings.ts';
import type { Finding, FindingKind } from '../../model/reading.ts';
import { relate } from '../across/relate-readings.ts';

/** The findings of a kind inside one article. */
function findings(plan: ReadingPlan, kind: FindingKind): Finding[] {
  return relate([reading(plan)]).findings.filter((finding) => finding.kind === kind);
}

function surfaces(spans: Finding['spans'] | undefined): string[] {
  return (spans ?? []).map((span) => span.surface);
}

const KARIM: MentionPlan = { caption: 'Karim Haddad', spans: { 'Karim Haddad': 'name', Haddad: 'name' } };
const LONDON: MentionPlan = { type: 'organisation', caption: 'Foreign Office', countries: ['gb'] };
const BRITAIN: MentionPlan = { type: 'place', caption: 'Britain', countries: ['gb'] };

describe('acts of another kind than those reported', () => {
  const body: ClaimPlan = {
    content: 'The Foreign Office froze the assets of Karim Haddad',
    type: 'ASSET_FREEZE',
    modality: 'official-act',
    roles: { authority: ['office'], target: ['karim'] },
  };
  const text =
    'Britain arrests broker\nThe Foreign Office froze the assets of Karim Haddad. Haddad’s arrest came at dawn.';
  const zones = { 'Britain arrests broker': 'headline' } as const;
  const mentions = { britain: BRITAIN, office: LONDON, karim: KARIM };
  const headline: ClaimPlan = {
    content: 'Britain arrests broker',
    type: 'ARREST_DETENTION',
    zone: 'headline',
    roles: { authority: ['britain'] },
  };
  const noun: ClaimPlan = {
    content: 'Haddad’s arrest',
    type: 'ARREST_DETENTION',
    roles: { target: ['karim'] },
  };

  it('are found in the headline and in a passing noun, with what the body reports', () => {
    const [found, ...more] = findings({ text, zones, mentions, claims: [headline, body, noun] }, 'act-type');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'high' });
    expect(surfaces(found?.spans)).toEqual(['Britain arrests broker', 'Haddad’s arrest']);
    expect(surfaces(found?.against)).toEqual([body.content]);
    expect(found?.text).toContain('an arrest of Karim Haddad');
  });

  it('are none when the body reports the act of the headline too', () => {
    const arrest: ClaimPlan = {
      ...noun,
      modality: 'official-act',
      roles: { authority: ['office'], target: ['karim'] },
    };
    expect(findings({ text, zones, mentions, claims: [headline, body, arrest] }, 'act-type')).toEqual([]);
  });

  it('are none when the acts follow one another, or strike others', () => {
    const charge: ClaimPlan = { ...body, type: 'CHARGE' };
    expect(findings({ text, zones, mentions, claims: [headline, charge] }, 'act-type')).toEqual([]);
    const others = { ...mentions, britain: { ...BRITAIN, caption: 'Britain', countries: ['fr'] } };
    const of = { ...headline, roles: { authority: ['office'], target: ['britain'] } };
    expect(findings({ text, zones, mentions: others, claims: [of, body] }, 'act-type')).toHaveLength(1);
    const stranger = { ...KARIM, caption: 'Omar Saleh', spans: { broker: 'name' } } as const;
    const struck = { ...headline, roles: { authority: ['britain'], target: ['omar'] } };
    expect(
      findings(
        { text, zones, mentions: { ...mentions, omar: stranger }, claims: [struck, body] },
        'act-type',
      ),
    ).toEqual([]);
  });

  it('are none when the arrest is only alleged or planned', () => {
    for (const modality of ['alleged', 'planned'] as const) {
      const claims = [{ ...noun, modality }, body];
      expect(findings({ text, zones, mentions, claims }, 'act-type')).toEqual([]);
    }
  });
});

describe('a matter that is called unrelated', () => {
  const text =
    'Broker behind cement deal named\nIn an unrelated case, Britain sanctioned Karim Haddad for a deal with Latvia.';
  const plan = (zone: 'headline' | 'body'): ReadingPlan => ({
    text,
    mentions: { karim: { ...KARIM, spans: { 'Karim Haddad': 'name', Broker: 'nominal' } }, office: LONDON },
    claims: [
      {
        content: 'Broker behind cement deal named',
        type: 'ARMS_BROKERING',
        zone,
        roles: { broker: ['karim'] },
      },
      {
        content: 'Britain sanctioned Karim Haddad for a deal with Latvia',
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        roles: { target: ['karim'] },
      },
    ],
  });

  it('contradicts a headline about the same man', () => {
    const [found] = findings(plan('headline'), 'relation');
    expect(found).toMatchObject({ severity: 'high' });
    expect(surfaces(found?.spans)).toEqual(['unrelated case']);
    expect(surfaces(found?.against)).toEqual(['Broker behind cement deal named']);
  });

  it('does not contradict what only the body says', () => {
    expect(findings(plan('body'), 'relation')).toEqual([]);
  });

  it('is contradicted by another report that ties the man to the deal', () => {
    const other = (words: string): ReadingPlan => ({
      text: `${words} So officials say.`,
      mentions: { karim: KARIM },
      claims: [{ content: words, type: 'ARMS_BROKERING', roles: { broker: ['karim'] } }],
    });
    const across = (words: string): Finding[] =>
      relate([reading(plan('body')), reading(other(words))]).findings.filter(
        (finding) => finding.kind === 'relation',
      );
    expect(across('Karim Haddad stands behind the new deal.')).toHaveLength(1);
    expect(across('Karim Haddad once sold cement.')).toEqual([]);
  });
});

describe('an allegation that is told as a fact', () => {
  const text =
    'Firm ships chips to Minsk\nPolice say the firm ships chips to Minsk. The firm also paints walls.';
  const mentions: ReadingPlan['mentions'] = {
    firm: { type: 'organisation', caption: 'firm', spans: { 'the firm': 'nominal', Firm: 'name' } },
    minsk: { type: 'place', caption: 'Minsk', countries: ['by'] },
    police: { type: 'organisation', caption: 'Police' },
  };
  const roles = { actor: ['firm'], recipient: ['minsk'] };
  const said: ClaimPlan = {
    content: 'the firm ships chips to Minsk',
    type: 'DUAL_USE_DIVERSION',
    source: { kind: 'government', mention: 'police', surface: 'Police' },
    cue: ['say', 'say'],
    roles,
  };
  const told: ClaimPlan = {
    content: 'Firm ships chips to Minsk',
    type: 'DUAL_USE_DIVERSION',
    zone: 'headline',
    roles,
  };

  it('is found, with the words that make it an allegation', () => {
    const [found] = findings({ text, mentions, claims: [told, said] }, 'modality-drift');
    expect(found).toMatchObject({ severity: 'medium' });
    expect(surfaces(found?.spans)).toEqual(['Firm ships chips to Minsk']);
    expect(surfaces(found?.against)).toEqual(['say']);
    expect(found?.text).toContain('an allegation by Police');
  });

  it('is none when the headline alleges too, or tells of something else', () => {
    expect(
      findings({ text, mentions, claims: [{ ...told, modality: 'alleged' }, said] }, 'modality-drift'),
    ).toEqual([]);
    expect(
      findings({ text, mentions, claims: [{ ...told, type: 'FRAUD' }, said] }, 'modality-drift'),
    ).toEqual([]);
  });
});

describe('words of criminal law', () => {
  const plan = (sentence: string, type: ClaimPlan['type']): ReadingPlan => ({
    text: `${sentence} He lives in Dubai.`,
    mentions: { karim: KARIM, office: LONDON },
    claims: [{ content: sentence, type, modality: 'official-act', roles: { target: ['karim'] } }],
  });

  it('beside a designation only give its reason', () => {
    const sentence = 'The Foreign Office sanctioned Karim Haddad on charges that he sold rifles.';
    const [found] = findings(plan(sentence, 'SANCTION_DESIGNATION'), 'legal-term');
    expect(surfaces(found?.spans)).toEqual(['on charges that']);
  });

  it.each([
    ['Police arrested Karim Haddad on charges of fraud.', 'ARREST_DETENTION'],
    ['Karim Haddad was sanctioned, and tried in court on charges of fraud.', 'SANCTION_DESIGNATION'],
    ['The Foreign Office sanctioned Karim Haddad for selling rifles.', 'SANCTION_DESIGNATION'],
  ] as const)('are meant as such, or are not there: %s', (sentence, type) => {
    expect(findings(plan(sentence, type), 'legal-term')).toEqual([]);
  });
});

describe('names in two spellings', () => {
  const plan = (text: string, caption: string, spans: MentionPlan['spans']): ReadingPlan => ({
    text,
    mentions: { one: { caption, spans: spans as never } },
  });

  it('are one party, and both are shown', () => {
    const text = 'Oleksandr Plakhotnyuk flew to Riga. Plakhotnuyk stayed a week; Plakhotnyuk paid.';
    const spans = {
      'Oleksandr Plakhotnyuk': 'name',
      Plakhotnuyk: 'name',
      'Plakhotnyuk paid': 'name',
    } as const;
    const [found] = findings(plan(text, 'Oleksandr Plakhotnyuk', spans), 'name-variant');
    expect(found).toMatchObject({ severity: 'medium' });
    expect(surfaces(found?.spans)).toEqual(['Plakhotnuyk']);
  });

  it('are none where a letter or a plural makes another word', () => {
    const other = (caption: string, surface: string) => ({
      text: `${caption} and ${surface}.`,
      mentions: {
        one: {
          type: 'organisation' as const,
          caption,
          spans: { [caption]: 'name' as const, [surface]: 'name' as const },
        },
      },
    });
    expect(findings(other('Medicare', 'Medicaid'), 'name-variant')).toEqual([]);
    expect(findings(other('Houthis', 'Houthi'), 'name-variant')).toEqual([]);
    expect(findings(other('Politico', 'Politics'), 'name-variant')).toEqual([]);
    expect(findings(other('Channel335', 'Channel334'), 'name-variant')).toEqual([]);
    expect(findings(other('Gazprombank', 'Gazpormbank'), 'name-variant')).toHaveLength(1);
  });

  it('are none for a surname alone, a possessive or an accent', () => {
    const text = 'José Muñoz met bankers. Munoz left. Muñoz’s car stayed.';
    const spans = { 'José Muñoz': 'name', Munoz: 'name', 'Muñoz’s': 'name' } as const;
    expect(findings(plan(text, 'José Muñoz', spans), 'name-variant')).toEqual([]);
  });
});

describe('amounts', () => {
  const of = (quantities: ClaimPlan['quantities'], content: string): ClaimPlan => ({
    content,
    type: 'ARMS_TRANSFER',
    phase: 'sought',
    roles: { supplier: ['iran'], recipient: ['libya'] },
    quantities: quantities ?? [],
  });
  const mentions: ReadingPlan['mentions'] = {
    iran: { type: 'place', caption: 'Iran', countries: ['ir'] },
    libya: { type: 'place', caption: 'Libya', countries: ['ly'] },
  };
  const text =
    'Iran has thirty kinds of rifles for Libya. Libya asked Iran for thirty rifles. Libya wants millions of ammunition from Iran.';
  const kinds = of(
    [{ surface: 'thirty kinds of rifles', op: '=', value: 30, unit: 'kinds', of: 'rifles' }],
    'Iran has thirty kinds of rifles for Libya',
  );
  const things = of(
    [{ surface: 'thirty rifles', op: '=', value: 30, of: 'rifles' }],
    'Libya asked Iran for thirty rifles',
  );

  it('of kinds and of things are not the same', () => {
    const [found] = findings({ text, mentions, claims: [kinds, things] }, 'quantity');
    expect(found?.text).toContain('counts kinds of them');
    expect(findings({ text, mentions, claims: [kinds, kinds] }, 'quantity')).toEqual([]);
  });

  it('of money for one penalty cannot be two', () => {
    const fine = (content: string, surface: string, value: number, unit: string): ClaimPlan => ({
      content,
      type: 'PENALTY_SETTLEMENT',
      modality: 'official-act',
      roles: { target: ['bank'] },
      quantities: [{ surface, op: '=', value, unit }],
    });
    const [first, second] = ['The bank was fined $2 million', 'The bank agreed to pay $20 million'];
    const plan = (unit: string): ReadingPlan => ({
      text: `${first}. ${second}.`,
      mentions: { bank: { type: 'organisation', caption: 'The bank' } },
      claims: [fine(first, '$2 million', 2e6, 'USD'), fine(second, '$20 million', 2e7, unit)],
    });
    expect(findings(plan('USD'), 'quantity')).toHaveLength(1);
    expect(findings(plan('EUR'), 'quantity')).toEqual([]);
  });

  it('of what is not counted by itself lack their unit', () => {
    const content = 'Libya wants millions of ammunition from Iran';
    const without = of(
      [{ surface: 'millions of ammunition', op: '>=', value: 2e6, of: 'ammunition' }],
      content,
    );
    expect(findings({ text, mentions, claims: [without] }, 'missing-unit')).toHaveLength(1);
    const given = of(
      [{ surface: 'millions of ammunition', op: '>=', value: 2e6, unit: 'rounds', of: 'ammunition' }],
      content,
    );
    expect(findings({ text, mentions, claims: [given, things] }, 'missing-unit')).toEqual([]);
    const money = {
      surface: 'billions of dollars of oil',
      op: '>=',
      value: 2e9,
      of: 'dollars of oil',
    } as const;
    const priced = of([money], 'It is worth billions of dollars of oil');
    const more = `${text} It is worth billions of dollars of oil.`;
    expect(findings({ text: more, mentions, claims: [priced] }, 'missing-unit')).toEqual([]);
  });
});

describe('what is given in return', () => {
  const mentions: ReadingPlan['mentions'] = {
    iran: { type: 'place', caption: 'Iran', countries: ['ir'] },
    libya: { type: 'place', caption: 'Libya', countries: ['ly'] },
  };
  const barter = (content: string, counterGoods: string[]): ClaimPlan => ({
    content,
    type: 'ARMS_TRANSFER',
    roles: { supplier: ['iran'], recipient: ['libya'] },
    counterGoods,
  });
  const [oil, gold, both] = [
    'Libya pays Iran in oil',
    'Libya sends Iran gold',
    'Iran gets oil and gold from Libya',
  ];
  const text = `${oil}. ${gold}. ${both}.`;

  it('is told in two ways when the two share nothing', () => {
    const claims = [barter(oil, ['oil']), barter(gold, ['gold'])];
    expect(surfaces(findings({ text, mentions, claims }, 'goods')[0]?.spans)).toEqual(['oil']);
  });

  it('is only told in more detail when one is a part of the other', () => {
    const claims = [barter(oil, ['oil']), barter(both, ['oil', 'gold'])];
    expect(findings({ text, mentions, claims }, 'goods')).toEqual([]);
  });
});

describe('a heading that lets somebody speak', () => {
  const plan = (heading: string, said: string): ReadingPlan => ({
    text: `Minister: ${heading}\nThe minister said ${said}.`,
    mentions: { minister: { caption: 'minister', spans: { minister: 'name', Minister: 'name' } } },
    claims: [
      {
        content: heading,
        type: 'OTHER_CONTEXT',
        zone: 'subhead',
        source: { kind: 'person', mention: 'minister', surface: 'Minister' },
        cue: [':', 'say'],
      },
      {
        content: said,
        type: 'OTHER_CONTEXT',
        source: { kind: 'person', mention: 'minister', surface: 'minister' },
      },
    ],
  });

  it('is unsupported when no statement has its words', () => {
    const [found] = findings(
      plan('smuggling is beaten', 'that fewer ships had been stopped this year'),
      'heading-unsupported',
    );
    expect(surfaces(found?.spans)).toEqual(['smuggling is beaten']);
  });

  it('is a headline that sums up the text', () => {
    const { claims: [heading, said] = [], ...rest } = plan(
      'smuggling is beaten',
      'that fewer ships were stopped',
    );
    const claims = [{ ...heading, zone: 'headline' }, said] as ClaimPlan[];
    const zones = { 'The minister said that fewer ships were stopped.': 'body' } as const;
    expect(findings({ ...rest, claims, zones }, 'heading-unsupported')).toHaveLength(1);
    const text = `${rest.text}\nSmuggling was as good as beaten.`;
    const longer = { ...zones, 'Smuggling was as good as beaten.': 'body' } as const;
    expect(findings({ ...rest, text, claims, zones: longer }, 'heading-unsupported')).toEqual([]);
  });

  it('is supported by the same words in another form', () => {
    expect(
      findings(plan('smugglers were stopped', 'officers had stopped all smugglers'), 'heading-unsupported'),
    ).toEqual([]);
  });
});

describe('claims about claims', () => {
  const text = 'Oslo says Acme sold rifles. Acme calls that untrue. Oslo gave no evidence.';
  const mentions: ReadingPlan['mentions'] = {
    oslo: { type: 'place', caption: 'Oslo', countries: ['no'], spans: { Oslo: 'metonym' } },
    acme: { type: 'organisation', caption: 'Acme' },
  };
  const accusation: ClaimPlan = {
    content: 'Acme sold rifles',
    type: 'ARMS_TRANSFER',
    source: { kind: 'government', mention: 'oslo', surface: 'Oslo' },
    roles: { supplier: ['acme'] },
  };
  const { article } = reading({ text });
  const about = (how: 'disputes' | 'evidence-gap') => ({ claim: claimId(reading({ text }), 0), how });

  it('are told as a dispute, and as a lack of evidence, and grade what they speak of', () => {
    const claims: ClaimPlan[] = [
      accusation,
      {
        content: 'that untrue',
        type: 'ARMS_TRANSFER',
        modality: 'denied',
        polarity: -1,
        source: { kind: 'company', mention: 'acme', surface: 'Acme' },
        about: about('disputes'),
      },
      { content: 'Oslo gave no evidence', type: 'OTHER_CONTEXT', about: about('evidence-gap') },
    ];
    expect(findings({ text, mentions, claims }, 'dispute')).toMatchObject([{ severity: 'low' }]);
    expect(findings({ text, mentions, claims }, 'evidence-gap')).toMatchObject([{ severity: 'low' }]);
    expect(relate([reading({ text, mentions, claims })]).claims[0]?.grade.information).toBe(4);
    expect(findings({ text, mentions, claims }, 'no-denial-found')).toEqual([]);
    expect(article.id).toMatch(/^art-/u);
  });

  it('that are not there leave an accusation unanswered, and say so carefully', () => {
    const [found] = findings({ text, mentions, claims: [accusation] }, 'no-denial-found');
    expect(found?.text).toBe(
      'No denial by Acme was found in this article; that does not say that none was made.',
    );
  });
});

describe('one act', () => {
  const act = (content: string, day: string, authority: string): ClaimPlan => ({
    content,
    type: 'SANCTION_DESIGNATION',
    modality: 'official-act',
    roles: { authority: [authority], target: ['karim'] },
    dates: [{ surface: content.split(' ').at(-1) as string, from: day, to: day, certainty: 'exact' }],
  });
  const one = 'The Foreign Office listed Karim Haddad on Monday';
  const other = 'Karim Haddad was put on the list in May';
  const plan = (day: string, authority: string): ReadingPlan => ({
    text: `${one}. ${other}. The Fisheries Agency watched.`,
    mentions: {
      office: LONDON,
      fish: { type: 'organisation', caption: 'Fisheries Agency', countries: ['gb'] },
      karim: KARIM,
    },
    claims: [act(one, '2024-03-04', 'office'), act(other, day, authority)],
  });

  it('told for two days, or of two bodies of one state, is shown with both', () => {
    expect(findings(plan('2024-04-20', 'office'), 'date')).toHaveLength(1);
    expect(findings(plan('2024-09-20', 'office'), 'date')).toEqual([]);
    expect(findings(plan('2024-03-05', 'office'), 'date')).toEqual([]);
    expect(findings(plan('2024-03-04', 'fish'), 'authority')).toHaveLength(1);
    expect(findings(plan('2024-03-04', 'office'), 'authority')).toEqual([]);
  });
});
