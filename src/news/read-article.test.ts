// Whole passages, in our own words and with made-up names where they accuse anybody: what they say, who says it, how
// sure. One list, so that it reads as the behaviour that it is.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, EventRole, EventType, Modality } from '../model/reading.ts';
import { intakeBytes, intakeText } from './intake/intake-bytes.ts';
import type { FoundListing, MentionedParty, PartyFinder } from './party-finder.ts';
import { readArticle } from './read-article.ts';

async function read(text: string, finder?: PartyFinder) {
  const { articles } = await intakeText(text, { retrieved: '2026-11-22T00:00:00Z', published: '2024-06-15' });
  const { article } = articles[0]!;
  return { article, ...(await readArticle(article, finder)) };
}

interface Expected {
  readonly type: EventType;
  readonly modality: Modality;
  readonly polarity?: 1 | -1;
  readonly phase?: string;
  readonly roles?: Partial<Record<EventRole, string | readonly string[]>>;
  readonly goods?: readonly string[];
  readonly counterGoods?: readonly string[];
  readonly source?: string;
}

const surfaces = (spans: readonly { readonly surface: string }[] = []): string[] =>
  spans.map(({ surface }) => surface);

/** What of a claim is compared, in the form of the expectation. */
function shown(claim: Claim, { roles, ...expected }: Expected): Expected {
  const { event, modality, polarity, source } = claim;
  return {
    type: event.type,
    modality,
    ...('polarity' in expected && { polarity }),
    ...('phase' in expected && event.phase !== undefined && { phase: event.phase }),
    ...(roles && {
      roles: Object.fromEntries(
        Object.keys(roles).map((role) => {
          const fillers = surfaces(event.roles[role as EventRole]?.map(({ span }) => span));
          return [role, fillers.length === 1 ? fillers[0] : fillers];
        }),
      ),
    }),
    ...(expected.goods && { goods: surfaces(event.goods) }),
    ...(expected.counterGoods && { counterGoods: surfaces(event.counterGoods) }),
    ...('source' in expected && { source: source?.kind ?? 'outlet' }),
  } as Expected;
}

const PASSAGES: readonly (readonly [name: string, text: string, expected: readonly Expected[]])[] = [
  [
    'chips that are diverted, and an export control listing',
    'A Hong Kong trading company diverted American microchips to a drone factory near Moscow, the US Department of Commerce said on Tuesday.\n\nThe Bureau of Industry and Security added Sinowave Electronics and three other companies to its Entity List.',
    [
      {
        type: 'DUAL_USE_DIVERSION',
        modality: 'alleged',
        source: 'government',
        roles: { actor: 'A Hong Kong trading company', destination: 'a drone factory' },
        goods: ['microchips'],
      },
      {
        type: 'EXPORT_CONTROL_LISTING',
        modality: 'official-act',
        roles: {
          authority: 'The Bureau of Industry and Security',
          target: ['Sinowave Electronics', 'three other companies'],
        },
      },
    ],
  ],
  [
    'a tanker that goes dark and meets another at sea',
    'The tanker Blue Pearl switched off its transponder near Malta and carried out two ship-to-ship transfers of Iranian crude.',
    [
      { type: 'FLAG_AIS_MANIPULATION', modality: 'asserted', roles: { actor: 'The tanker Blue Pearl' } },
      { type: 'SHIP_TO_SHIP', modality: 'asserted', roles: { actor: 'The tanker Blue Pearl' } },
    ],
  ],
  [
    'a plea without a court is no official act, the offence is the convict’s',
    'A former banker at Baltic Trust pleaded guilty on Monday to laundering $40 million through accounts in Cyprus.',
    [
      { type: 'CONVICTION', modality: 'asserted', roles: { target: 'A former banker' } },
      { type: 'MONEY_LAUNDERING', modality: 'asserted', roles: { actor: 'A former banker' } },
    ],
  ],
  [
    'a removal from the European list',
    'The Council of the European Union removed two Russian businessmen from its sanctions list on Friday.',
    [
      {
        type: 'DELISTING',
        modality: 'official-act',
        roles: { authority: 'The Council of the European Union', target: 'two Russian businessmen' },
      },
    ],
  ],
  [
    'an asset freeze that its authority announces',
    'The UK froze the assets of Northwind Shipping Ltd and its director Karim Haddad, the Office of Financial Sanctions Implementation announced on Thursday.',
    [
      {
        type: 'ASSET_FREEZE',
        modality: 'official-act',
        source: 'government',
        roles: { authority: 'The UK', target: ['Northwind Shipping Ltd', 'its director Karim Haddad'] },
      },
    ],
  ],
  [
    'a front, and a denial',
    'Officials met on Monday in Washington to discuss the matter at length.\n\nZenith General Trading acted as a front for the Islamic Revolutionary Guard Corps, the Treasury Department said. The company denied that it had ever sold drones to Iran.',
    [
      {
        type: 'FRONT_COMPANY',
        modality: 'alleged',
        roles: { owned: 'Zenith General Trading', owner: 'the Islamic Revolutionary Guard Corps' },
      },
      { type: 'ARMS_TRANSFER', modality: 'denied', polarity: -1, source: 'company', goods: ['drones'] },
    ],
  ],
  [
    'a penalty and what it is for',
    'OFAC fined Meridian Payments $7.2 million for apparent violations of sanctions on Cuba and Syria.',
    [
      {
        type: 'PENALTY_SETTLEMENT',
        modality: 'official-act',
        roles: { authority: 'OFAC', target: 'Meridian Payments' },
      },
      {
        type: 'SANCTIONS_EVASION',
        modality: 'alleged',
        source: 'government',
        roles: { actor: 'Meridian Payments' },
      },
    ],
  ],
  [
    'a British listing with its reason',
    "Britain on Thursday sanctioned nine people and five companies over their role in supplying ammunition to Sudan's Rapid Support Forces.",
    [
      {
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        roles: { authority: 'Britain', target: ['nine people', 'five companies'] },
      },
      { type: 'ARMS_TRANSFER', modality: 'alleged', source: 'government', goods: ['ammunition'] },
    ],
  ],
  [
    'an arrest with the suspicion behind it, then a sentence',
    'Police in Germany arrested two men suspected of exporting machine tools to Russia without a licence. A court in Hamburg later sentenced one of them, Viktor B., to four years in prison.',
    [
      {
        type: 'ARREST_DETENTION',
        modality: 'official-act',
        roles: { authority: 'Police', target: 'two men' },
      },
      {
        type: 'ILLEGAL_EXPORT',
        modality: 'alleged',
        roles: { actor: 'two men', destination: 'Russia' },
        goods: ['machine tools'],
      },
      { type: 'CONVICTION', modality: 'official-act', roles: { authority: 'A court' } },
    ],
  ],
  [
    'a government that denies, in two ways',
    'Serbia denied on Monday that it had sold rockets to Russia. "We have never exported weapons to either side," Defence Minister Milos Vukovic told reporters.',
    [
      {
        type: 'ARMS_TRANSFER',
        modality: 'denied',
        polarity: -1,
        roles: { recipient: 'Russia' },
        goods: ['rockets'],
      },
      {
        type: 'ARMS_TRANSFER',
        modality: 'denied',
        polarity: -1,
        roles: { supplier: 'We' },
        goods: ['weapons'],
      },
    ],
  ],
  [
    'a charge and what is charged',
    'The Justice Department charged Li Wei, a Chinese national, with smuggling aircraft parts to Iran.',
    [
      {
        type: 'CHARGE',
        modality: 'official-act',
        roles: { authority: 'The Justice Department', target: 'Li Wei' },
      },
      {
        type: 'ILLEGAL_EXPORT',
        modality: 'alleged',
        roles: { actor: 'Li Wei', destination: 'Iran' },
        goods: ['aircraft parts'],
      },
    ],
  ],
  [
    'a plan of an authority, told by people who are not named',
    'The Commerce Department plans to add six Chinese companies to the Entity List, two people familiar with the matter said.',
    [{ type: 'EXPORT_CONTROL_LISTING', modality: 'alleged', phase: 'planned', source: 'anonymous' }],
  ],
  [
    'a yacht',
    'Spanish authorities seized the yacht Amarillo, which belongs to oligarch Sergei Volkov, at the request of the United States.',
    [
      {
        type: 'SEIZURE',
        modality: 'official-act',
        roles: { authority: 'Spanish authorities', target: 'the yacht Amarillo' },
      },
    ],
  ],
  [
    'an act that an outlet relays from another',
    'Reuters reported that OFAC had sanctioned the shipowner Petros Lamas. Mr Lamas could not be reached.',
    [
      {
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        source: 'media',
        roles: { authority: 'OFAC' },
      },
    ],
  ],
  [
    'barter told from the side of the supplier',
    "South Korea's spy agency said on Tuesday that Pyongyang had shipped more than 10,000 containers of munitions to Russia in return for food and oil.",
    [
      {
        type: 'ARMS_TRANSFER',
        modality: 'alleged',
        phase: 'delivered',
        roles: { supplier: 'Pyongyang', recipient: 'Russia' },
        goods: ['munitions'],
        counterGoods: ['food', 'oil'],
      },
    ],
  ],
  [
    'barter told from the side of who pays',
    'Eritrea offered Belarus gold in exchange for rockets, the envoy claimed.',
    [
      {
        type: 'ARMS_TRANSFER',
        modality: 'alleged',
        phase: 'offered',
        roles: { supplier: 'Belarus', recipient: 'Eritrea' },
        goods: ['rockets'],
        counterGoods: ['gold'],
      },
    ],
  ],
  [
    'terrorist financing as the reason of a designation',
    'Treasury has designated Al-Noor Exchange, a money service business based in Dubai, for transferring funds to Hamas.',
    [
      { type: 'SANCTION_DESIGNATION', modality: 'official-act', roles: { target: 'Al-Noor Exchange' } },
      {
        type: 'TERRORIST_FINANCING',
        modality: 'alleged',
        roles: { actor: 'Al-Noor Exchange', recipient: 'Hamas' },
      },
    ],
  ],
  [
    'an investigation that is under way',
    'The Swiss State Secretariat for Economic Affairs (SECO) said it was investigating Helvetia Commodities over suspected breaches of the oil price cap.',
    [{ type: 'INVESTIGATION_OPENED', modality: 'official-act', roles: { target: 'Helvetia Commodities' } }],
  ],
  [
    'a raid and a seizure by one authority',
    'Customs officials in Poland raided a warehouse owned by Orion Logistics and seized dual-use goods bound for Belarus.',
    [
      {
        type: 'RAID',
        modality: 'official-act',
        roles: { authority: 'Customs officials', target: 'a warehouse' },
      },
      { type: 'SEIZURE', modality: 'official-act', goods: ['dual-use goods'] },
    ],
  ],
  [
    'a licence that is refused',
    'The Bureau of Industry and Security denied an export licence to Quantum Optics for a shipment of lasers to China.',
    [{ type: 'LICENCE_DENIAL', modality: 'official-act', roles: { target: 'Quantum Optics' } }],
  ],
  [
    'a verdict that ends well',
    'A judge in New York dismissed the charges against Reza Karimi, citing a lack of evidence.',
    [
      {
        type: 'ACQUITTAL_DISMISSAL',
        modality: 'official-act',
        roles: { authority: 'A judge', target: 'Reza Karimi' },
      },
    ],
  ],
  [
    'insider trading before a court',
    'A London court found Graham Pike guilty of insider trading.',
    [
      {
        type: 'CONVICTION',
        modality: 'official-act',
        roles: { authority: 'A London court', target: 'Graham Pike' },
      },
      { type: 'MARKET_ABUSE', modality: 'asserted', roles: { actor: 'Graham Pike' } },
    ],
  ],
  [
    'bribes that somebody took',
    "Brazil's prosecutors accused the former minister of taking bribes from a construction group. The minister denies wrongdoing.",
    [
      {
        type: 'BRIBERY_CORRUPTION',
        modality: 'alleged',
        roles: { recipient: 'the former minister', actor: 'a construction group' },
      },
    ],
  ],
  [
    'drugs',
    'Analysts say the cartel has been smuggling fentanyl into the United States since 2019.',
    [{ type: 'TRAFFICKING', modality: 'alleged', roles: { actor: 'the cartel' }, goods: ['fentanyl'] }],
  ],
  [
    'owners, directors and families',
    'Volkov owns 51 percent of Aurora Metals. Elena Volkova is the director of Aurora Metals. Oleg Markov is a brother of the banker Pavel Markov.',
    [
      { type: 'OWNERSHIP', modality: 'asserted', roles: { owner: 'Volkov', owned: 'Aurora Metals' } },
      {
        type: 'DIRECTORSHIP',
        modality: 'asserted',
        roles: { actor: 'Elena Volkova', owned: 'Aurora Metals' },
      },
      {
        type: 'FAMILY',
        modality: 'asserted',
        roles: { actor: 'Oleg Markov', owner: 'the banker Pavel Markov' },
      },
    ],
  ],
  [
    'oil above the cap',
    'Insurers said on Monday that three vessels had carried Russian crude above the $60 price cap.',
    [{ type: 'PRICE_CAP_BREACH', modality: 'alleged', roles: { actor: 'three vessels' }, goods: ['crude'] }],
  ],
  [
    'an authority’s own plan',
    'Paris said it would freeze the assets of the oligarch if he did not leave the board.',
    [{ type: 'ASSET_FREEZE', modality: 'planned', roles: { target: 'the oligarch' } }],
  ],
  [
    'an act in a relative clause',
    'The report says that the coins went through the mixer Sinbad, which the US Treasury blacklisted in November 2023.',
    [
      {
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        roles: { authority: 'the US Treasury', target: 'the mixer Sinbad' },
      },
    ],
  ],
  [
    'a designation that a body of the United Nations makes',
    'The United Nations Security Council added three Haitian gang leaders to its sanctions list last week.',
    [
      {
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        roles: { target: 'three Haitian gang leaders' },
      },
    ],
  ],
  [
    'an authority that only its list names',
    "The trader Golden Falcon was added to the EU's sanctions list in June for helping Rosneft ship crude.",
    [
      {
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        roles: { authority: 'the EU', target: 'The trader Golden Falcon' },
      },
    ],
  ],
  [
    'a theft that is only believed',
    'North Korean hackers are believed to have stolen $1.5 billion in ether from Bybit.',
    [{ type: 'CYBER_THEFT', modality: 'alleged', roles: { actor: 'North Korean hackers' } }],
  ],
  [
    'gifts to terrorists',
    'The charity funnelled donations to al-Shabaab, a US indictment alleges.',
    [
      {
        type: 'TERRORIST_FINANCING',
        modality: 'alleged',
        source: 'document',
        roles: { recipient: 'al-Shabaab' },
      },
    ],
  ],
  [
    'allegations that a bank rejects',
    'Deutsche Handelsbank rejected allegations that it helped clients launder money.',
    [{ type: 'MONEY_LAUNDERING', modality: 'denied', polarity: -1 }],
  ],
];

describe('a passage', () => {
  it.each(PASSAGES)('%s', async (_, text, expected) => {
    const { claims } = await read(text);
    for (const wanted of expected) {
      const ofType = claims.filter(({ event }) => event.type === wanted.type);
      expect(ofType.map((claim) => shown(claim, wanted))).toContainEqual(wanted);
    }
  });

  it.each([
    ['a ship that is unfit', 'The ship was previously designated as unfit for passengers.'],
    ['a free zone', 'The ministry said the port would be designated as a free zone.'],
    [
      'a day of mourning',
      'The commission designated Monday as a day of mourning and charged visitors $5 to enter.',
    ],
    ['a shop that fines its supplier', 'The grocery chain fined its supplier for late deliveries.'],
    [
      'sanctions on a whole country',
      'In March, the European Council extended its sanctions against Belarus for a year.',
    ],
    [
      'a film',
      'The drama "The Arrest" opens Friday; the band sells out shows and shells out money for drones.',
    ],
    [
      'power that is seized',
      'The generals seized power in the capital and then seized the opportunity to speak.',
    ],
    [
      'a programme',
      'The minister said the missile programme had reached a new stage and that tests went on.',
    ],
  ])('tells of no act and no deed: %s', async (_, text) => {
    const { claims } = await read(text);
    expect(claims.filter(({ event }) => event.type !== 'OTHER_CONTEXT')).toEqual([]);
  });
});

describe('an official act', () => {
  const BODY = 'The US Treasury sanctioned Ivan Petrenko, a trader, on Monday.';

  it('is never read from a headline alone', async () => {
    const { claims, findings } = await read(
      'US Arrests Man behind Arms Deal\n\nThe affair has been in the news for weeks, and nobody knows how it will end.',
    );
    expect(claims.map(({ event, modality }) => [event.type, modality])).toContainEqual([
      'ARREST_DETENTION',
      'asserted',
    ]);
    expect(findings).toMatchObject([{ kind: 'unsupported-official-act', severity: 'high' }]);
  });

  it('may be told by a headline that the body supports', async () => {
    const { claims, findings } = await read(`US Sanctions Trader Ivan Petrenko\n\n${BODY}`);
    const acts = claims.filter(({ event }) => event.type === 'SANCTION_DESIGNATION');
    expect(acts.map(({ zone, modality }) => [zone, modality])).toEqual([
      ['headline', 'official-act'],
      ['body', 'official-act'],
    ]);
    expect(findings).toEqual([]);
  });

  it('is not made by a passing noun, and the finding shows what is reported instead', async () => {
    const { claims, findings } = await read(
      `${BODY}\n\nPetrenko’s arrest came as a surprise to his neighbours.`,
    );
    const arrest = claims.find(({ event }) => event.type === 'ARREST_DETENTION');
    expect(arrest?.modality).toBe('asserted');
    expect(findings[0]?.claims).toContain(arrest?.id);
    expect(findings[0]?.against.map(({ surface }) => surface).join()).toContain('sanctioned Ivan Petrenko');
  });

  it('needs its authority: a passive without one only asserts', async () => {
    const { claims } = await read('Ivan Petrenko, a trader, was arrested on Monday in Vienna.');
    expect(claims.map(({ event, modality }) => [event.type, modality])).toEqual([
      ['ARREST_DETENTION', 'asserted'],
    ]);
  });

  it('takes its authority from whoever announces it', async () => {
    const { claims } = await read(
      'The Justice Department said Tuesday that Viktor Sorokin had been charged with smuggling chips to Iran.',
    );
    const charge = claims.find(({ event }) => event.type === 'CHARGE');
    expect(charge).toMatchObject({
      modality: 'official-act',
      event: { roles: { authority: [{ span: { surface: 'The Justice Department' } }] } },
    });
  });

  it('is not made by an accusation that it happened', async () => {
    const { claims } = await read(
      'The opposition alleged that the government had arrested three journalists.',
    );
    expect(claims.map(({ modality }) => modality)).not.toContain('official-act');
  });

  it('does not turn "on charges that" into a criminal charge', async () => {
    const { claims } = await read(
      'The US Treasury sanctioned a Slovak man on charges that he brokered an arms deal between Iran and Sudan.',
    );
    expect(claims.map(({ event }) => event.type)).not.toContain('CHARGE');
  });

  it('reads a charge where somebody is held on it', async () => {
    const { claims } = await read('Iran detained a foreign journalist on espionage charges.');
    const kinds = claims.map(({ event, modality }) => [event.type, modality]);
    expect(kinds).toEqual([
      ['ARREST_DETENTION', 'official-act'],
      ['CHARGE', 'alleged'],
    ]);
  });
});

describe('claims about claims', () => {
  it('point from a denial to what it disputes', async () => {
    const { claims } = await read(
      'Norway accused Chad of selling rockets to Mali. Chad denies that it sold rockets to Mali.',
    );
    const [accusation, denial] = claims;
    expect(denial).toMatchObject({ modality: 'denied', about: { claim: accusation?.id, how: 'disputes' } });
  });

  it('understand "this is untrue"', async () => {
    const { claims } = await read(
      'Norway accused Chad of selling rockets to Mali. Mali maintains that this is untrue.',
    );
    expect(claims[1]).toMatchObject({ modality: 'denied', about: { claim: claims[0]?.id, how: 'disputes' } });
  });

  it('note that evidence is missing', async () => {
    const { claims } = await read(
      'Norway accused Chad of selling rockets to Mali. However, Norway has failed to provide any evidence of such sales.',
    );
    expect(claims.find(({ about }) => about)).toMatchObject({
      polarity: -1,
      about: { claim: claims[0]?.id, how: 'evidence-gap' },
    });
  });
});

describe('the source of a claim', () => {
  it('goes on where a sentence goes on', async () => {
    const { claims } = await read(
      'According to officials, Iran plans to ship rockets to Sudan. Iran would, in turn, receive gold from Sudan.',
    );
    expect(claims.at(-1)).toMatchObject({
      modality: 'alleged',
      source: { kind: 'anonymous-official', isImplicit: true },
      event: { counterGoods: [{ surface: 'gold' }] },
    });
  });

  it('names the origin first where one passes on another', async () => {
    const { claims } = await read(
      'According to evidence provided to the Danish government by intelligence sources, Chad will send rockets to Mali.',
    );
    expect(claims[0]?.chain.map(({ role, name }) => [role, name])).toEqual([
      ['origin', 'intelligence sources'],
      ['relay', 'the Danish government'],
    ]);
  });
});

describe('mentions', () => {
  const LISTING: FoundListing = {
    id: 'x-1',
    caption: 'Ivan PETRENKO',
    score: 0.97,
    datasets: ['x'],
    evidence: ['name is the same'],
    listings: [],
  };

  it('ask the finder with all names, the countries and the years of birth, and keep what it answers', async () => {
    const asked: MentionedParty[] = [];
    const finder: PartyFinder = {
      find: async (parties) => {
        asked.push(...parties);
        return parties.map(({ names }) => (names.includes('Ivan Petrenko') ? LISTING : undefined));
      },
    };
    const { mentions } = await read(
      'Ivan Petrenko, a 56-year-old Slovak national, sold rockets to Mali. Petrenko denies it.',
      finder,
    );
    const petrenko = asked.find(({ names }) => names.includes('Ivan Petrenko'));
    expect(petrenko).toMatchObject({ type: 'person', countries: ['sk'], birthYears: ['1967', '1968'] });
    expect(petrenko?.names).not.toContain('Petrenko');
    expect(mentions.filter(({ party }) => party).map(({ party }) => party?.id)).toEqual(['x-1']);
  });

  it('ask for a body by its full name and not by three letters', async () => {
    const asked: MentionedParty[] = [];
    const finder: PartyFinder = {
      find: async (parties) => {
        asked.push(...parties);
        return parties.map(() => undefined);
      },
    };
    await read(
      'The Office of Foreign Assets Control (OFAC) spoke on Monday. OFAC said that it had sanctioned Ivan Petrenko.',
      finder,
    );
    const body = asked.find(({ names }) => names.includes('Office of Foreign Assets Control'));
    expect(body).toMatchObject({ type: 'organisation', isPublicBody: true });
    expect(body?.names).not.toContain('OFAC');
  });

  it('alone are read in a language that is not read for claims', async () => {
    const finder: PartyFinder = {
      find: async (parties) =>
        parties.map(({ names }) => (names.some((name) => name.includes('Petrenko')) ? LISTING : undefined)),
    };
    const { claims, mentions } = await read(
      'El Departamento del Tesoro sancionó el lunes a Ivan Petrenko por facilitar un acuerdo de armas entre dos países.',
      finder,
    );
    expect(claims).toEqual([]);
    expect(mentions.map(({ party }) => party?.id)).toEqual(['x-1']);
  });
});

describe('any text', () => {
  const WORDS = [
    'Russia',
    'the',
    'sanctioned',
    'weapons',
    'to',
    'for',
    'OFAC',
    'said',
    '“',
    '”',
    ',',
    '.',
    'that',
    'Iran',
    'denied',
    'it',
    'had',
    'been',
    'arrested',
    '(',
    ')',
    'deal',
    'food',
    'offering',
    'by',
    'and',
    'who',
    'X',
    '\n\n',
    '’s',
    '—',
    '…',
    'a',
  ];

  it('gives spans that hold their own words and ids that are all different', async () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        const text = `Report ${words.join(' ')}`;
        const { article, claims, mentions } = await read(text);
        const spans = claims.flatMap(({ content, event, source, cue }) => [
          ...content,
          ...event.goods,
          ...event.counterGoods,
          ...Object.values(event.roles).flatMap((fillers) => fillers.map(({ span }) => span)),
          ...(source?.spans ?? []),
          ...(cue?.spans ?? []),
        ]);
        for (const { start, end, surface } of [...spans, ...mentions.flatMap((mention) => mention.spans)]) {
          expect(article.text.slice(start, end)).toBe(surface);
          expect(surface).not.toBe('');
        }
        const ids = [...claims, ...mentions].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = new Set(ids);
        for (const { partOf, repeats, about } of claims) {
          for (const id of [partOf, repeats, about?.claim]) if (id !== undefined) expect(known).toContain(id);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const SEEDS = fileURLToPath(new URL('../../../shared/eval/articles/', import.meta.url));

describe.skipIf(!existsSync(SEEDS))('the two reports (left out where ../shared is absent)', () => {
  async function seed(file: string) {
    const { articles } = await intakeBytes(readFileSync(`${SEEDS}${file}`), {
      retrieved: '2026-11-22T00:00:00Z',
    });
    return await readArticle(articles[0]!.article, undefined);
  }

  it('tell of a designation and of an arrest in Russia as acts, and of no other arrest', async () => {
    const { claims, mentions } = await seed('russia-to-exchange-food-for-weapons.txt');
    const nameOf = (claim: Claim, role: EventRole): string | undefined => {
      const filler = claim.event.roles[role]?.[0];
      return mentions.find(({ id }) => id === filler?.mention)?.caption ?? filler?.span.surface;
    };
    const acts = claims.filter(({ modality, zone }) => modality === 'official-act' && zone === 'body');
    expect(
      acts.map((claim) => [claim.event.type, nameOf(claim, 'authority'), nameOf(claim, 'target')]),
    ).toEqual([
      ['SANCTION_DESIGNATION', 'US Department of the Treasury', 'Ashot Mkrtychev'],
      ['ARREST_DETENTION', 'Russia', 'a Wall Street Journal Journalist'],
    ]);
  });

  it('make no designation of what is "designated as unfit"', async () => {
    const { claims } = await seed('russia-offers-north-korea-food.txt');
    const designations = claims.filter(
      ({ event, zone }) => event.type === 'SANCTION_DESIGNATION' && zone === 'body',
    );
    expect(designations.map(({ content }) => content[0]?.surface)).toEqual([
      'sanctions against Ashot Mkrtychev',
    ]);
  });
});
