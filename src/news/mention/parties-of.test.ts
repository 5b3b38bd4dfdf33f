import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundParty } from '../document.ts';
import { documentOf } from '../text/tokenise.ts';
import { zonesOf } from '../zones/zones-of.ts';
import { partiesOf } from './parties-of.ts';

function read(text: string, listed: Readonly<Record<string, FoundParty['type']>> = {}): FoundParty[] {
  return partiesOf(documentOf(text, []), { listedType: (name) => listed[name] });
}

/** One line a party: type, caption, countries, and its mentions with the kind of those that are no plain names. */
function lines(text: string, parties = read(text)): string[] {
  return parties.map(({ type, caption, countries, mentions }) => {
    const shown = mentions.map(
      ({ start, end, kind }) => `${text.slice(start, end)}${kind === 'name' ? '' : `<${kind}>`}`,
    );
    return `${type} ${caption} [${countries.join(' ')}]: ${shown.join(' | ')}`;
  });
}

function named(text: string, caption: string): FoundParty {
  const found = read(text).find((party) => party.caption === caption);
  if (!found)
    throw new Error(
      `${caption} is none of ${read(text)
        .map((party) => party.caption)
        .join(', ')}.`,
    );
  return found;
}

/** Short reports of our own about made-up events, with all the parties that a careful reader finds, in order. */
const PASSAGES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'chips: a Chinese company with a comma in its name, its short name, its chief by age, an agency by acronym',
    'The Bureau of Industry and Security said on Tuesday that Shenzhen Linghang Electronics Co., Ltd. shipped 12,000 graphics chips to Iran. Linghang denied it. "We comply with all laws," said its chief executive, Wang Haoran, 44. BIS added the firm to the Entity List.',
    [
      'organisation Bureau of Industry and Security [us]: Bureau of Industry and Security | BIS<acronym>',
      'organisation Shenzhen Linghang Electronics Co., Ltd. []: Shenzhen Linghang Electronics Co., Ltd. | Linghang',
      'place Iran [ir]: Iran',
      'person Wang Haoran []: Wang Haoran',
    ],
  ],
  [
    'a bank fined: a dateline with its agency, an office with its country in front, a businessman by his last name',
    "LONDON, June 18 (Reuters) - The UK's Office of Financial Sanctions Implementation fined Marlowe Trust Bank Plc for payments to Dmitry Orlov-Kravchenko, a Russian businessman. OFSI said Orlov-Kravchenko lives in Dubai.",
    [
      'place London [gb]: LONDON',
      'outlet Reuters [gb]: Reuters',
      'place United Kingdom [gb]: UK<acronym>',
      'organisation Office of Financial Sanctions Implementation [gb]: Office of Financial Sanctions Implementation | OFSI<acronym>',
      'organisation Marlowe Trust Bank Plc []: Marlowe Trust Bank Plc',
      'person Dmitry Orlov-Kravchenko [ru]: Dmitry Orlov-Kravchenko | a Russian businessman<nominal> | Orlov-Kravchenko',
      'place Russia [ru]: Russian<demonym>',
      'place Dubai [ae]: Dubai',
    ],
  ],
  [
    'shipping: a vessel by the word before it, straits and islands, an outlet with a possessive in its name',
    "The Panama-flagged tanker Ocean Lantern, IMO 9123456, loaded crude at Kharg Island and turned off its transponder near the Strait of Malacca, according to Lloyd's List. The vessel's manager, Blue Heron Shipping FZE, did not respond.",
    [
      'place Panama [pa]: Panama',
      'vessel Ocean Lantern []: Ocean Lantern',
      'place Kharg Island [ir]: Kharg Island',
      'place Strait of Malacca []: Strait of Malacca',
      "outlet Lloyd's List [gb]: Lloyd's List",
      'organisation Blue Heron Shipping FZE []: Blue Heron Shipping FZE',
    ],
  ],
  [
    'a list of vessels after one plural, under a headline of capitals',
    'OFAC SANCTIONS TURKISH SHIPPER AND THREE TANKERS\n\nWashington imposed sanctions on Istanbul-based Deniz Yildizi Denizcilik and its owner Mehmet Kaya on Thursday. Kaya, a Turkish national, controls the tankers Sea Falcon, Sea Heron and Sea Kite.',
    [
      'organisation Office of Foreign Assets Control [us]: OFAC<acronym>',
      'place Türkiye [tr]: TURKISH<demonym> | Turkish<demonym>',
      'place United States [us]: Washington<metonym>',
      'place Istanbul [tr]: Istanbul',
      'organisation Deniz Yildizi Denizcilik []: Deniz Yildizi Denizcilik',
      'person Mehmet Kaya [tr]: Mehmet Kaya | Kaya | a Turkish national<nominal>',
      'vessel Sea Falcon []: Sea Falcon',
      'vessel Sea Heron []: Sea Heron',
      'vessel Sea Kite []: Sea Kite',
    ],
  ],
  [
    'a court: Arabic names with particles, "Al-Farsi" for al-Farsi, a judge; "him" is the one man among them',
    'Prosecutors in the Southern District of New York charged Muhammad ibn Rashid al-Farsi and Leila Haddad with laundering. Al-Farsi pleaded guilty. Haddad, 39, a Lebanese accountant, has denied the charges. Judge Ana Morales will sentence him.',
    [
      "organisation US Attorney's Office for the Southern District of New York [us]: Southern District of New York",
      'person Muhammad ibn Rashid al-Farsi []: Muhammad ibn Rashid al-Farsi | Al-Farsi | him<pronoun>',
      'person Leila Haddad [lb]: Leila Haddad | Haddad | a Lebanese accountant<nominal>',
      'place Lebanon [lb]: Lebanese<demonym>',
      'person Ana Morales []: Ana Morales',
    ],
  ],
  [
    'a delisting by the EU: a trader by his people, a lawyer by her trade, each pronoun to its own',
    'The European Union removed Belarusian potash trader Viktar Halubovich from its list after the General Court annulled his listing. Halubovich\'s lawyer, Marie Lefèvre, said her client was "relieved".',
    [
      'organisation European Union [eu]: European Union',
      'place Belarus [by]: Belarusian<demonym>',
      'person Viktar Halubovich [by]: Viktar Halubovich | his<pronoun> | Halubovich',
      'organisation General Court [eu]: General Court',
      'person Marie Lefèvre []: Marie Lefèvre | her<pronoun>',
    ],
  ],
  [
    'Ukraine: an agency "on" something, a Turkish legal form, a president in two spellings',
    "Ukraine's National Agency on Corruption Prevention said Turkish company Anadolu Makine Sanayi A.S. had sold tools to Russia. President Volodymyr Zelensky called for controls. Zelenskyy said so.",
    [
      'place Ukraine [ua]: Ukraine',
      'organisation National Agency on Corruption Prevention [ua]: National Agency on Corruption Prevention',
      'place Türkiye [tr]: Turkish<demonym>',
      'organisation Anadolu Makine Sanayi A.S. []: Anadolu Makine Sanayi A.S.',
      'place Russia [ru]: Russia',
      'person Volodymyr Zelensky [ua]: Volodymyr Zelensky | Zelenskyy',
    ],
  ],
  [
    'Korean names: the family name comes first, and each of two Kims and Choes stays one',
    'Kim Song-hui met Foreign Minister Choe Son-hui in Pyongyang on Friday, KCNA reported. Kim told Choe that the two countries would sign a treaty.',
    [
      'person Kim Song-hui []: Kim Song-hui | Kim',
      'person Choe Son-hui []: Choe Son-hui | Choe',
      'place Pyongyang [kp]: Pyongyang',
      'outlet Korean Central News Agency [kp]: KCNA<acronym>',
    ],
  ],
  [
    'Dutch and Vietnamese names: a particle after an honorific, letters beyond Latin-1, a form in brackets',
    "Mr. van der Merwe, the South African founder of Kestrel Arms (Pty) Ltd, told Al Jazeera that Prime Minister Nguyễn Văn Hùng had never met him. Van der Merwe's firm sold rifles to Vietnam.",
    [
      'person van der Merwe [za]: van der Merwe | the South African founder<nominal> | Van der Merwe',
      'place South Africa [za]: South African<demonym>',
      'organisation Kestrel Arms (Pty) Ltd []: Kestrel Arms (Pty) Ltd',
      'outlet Al Jazeera [qa]: Al Jazeera',
      'person Nguyễn Văn Hùng []: Nguyễn Văn Hùng',
      'place Vietnam [vn]: Vietnam',
    ],
  ],
  [
    'Spanish names: a surname of two words',
    "Treasury's Office of Foreign Assets Control designated Carlos Andrés García Luna. García Luna was arrested in Medellin.",
    [
      'organisation US Department of the Treasury [us]: Treasury',
      'organisation Office of Foreign Assets Control [us]: Office of Foreign Assets Control',
      'person Carlos Andrés García Luna []: Carlos Andrés García Luna | García Luna',
      'place Medellin [co]: Medellin',
    ],
  ],
  [
    'capitals of countries: "visited Damascus" is a place, "Cairo has not commented" is a government',
    'General Sergei Surovikov, the former commander of the Russian air force, visited Damascus. Cairo has not commented. The Syrian foreign ministry declined to comment.',
    [
      'person Sergei Surovikov [ru]: Sergei Surovikov | the former commander<nominal>',
      'organisation Russian air force [ru]: Russian air force',
      'place Damascus [sy]: Damascus',
      'place Egypt [eg]: Cairo<metonym>',
      'organisation Syrian foreign ministry [sy]: Syrian foreign ministry',
    ],
  ],
  [
    'an abbreviation explained in brackets is the party, wherever it stands afterwards',
    'The United Arab Emirates has denied supplying the Rapid Support Forces (RSF). The RSF controls Nyala.',
    [
      'place United Arab Emirates [ae]: United Arab Emirates',
      'organisation Rapid Support Forces []: Rapid Support Forces | RSF<acronym> | RSF<acronym>',
    ],
  ],
  [
    'another name after "known as"',
    'Experts said Gen. Mohamed Hamdan Dagalo, known as Hemedti, received arms in Chad.',
    ['person Mohamed Hamdan Dagalo []: Mohamed Hamdan Dagalo | Hemedti', 'place Chad [td]: Chad'],
  ],
  [
    'Chinese banks: countries inside names stay inside, a ministry takes the country that owns it',
    "Bank of Communications and China Construction Bank were not accused. The People's Bank of China said so. Officials at China's Ministry of Commerce declined to comment.",
    [
      'organisation Bank of Communications []: Bank of Communications',
      'organisation China Construction Bank []: China Construction Bank',
      "organisation People's Bank of China []: People's Bank of China",
      'place China [cn]: China',
      'organisation Ministry of Commerce [cn]: Ministry of Commerce',
    ],
  ],
  [
    'Germany: a company and its director of one name, "the company’s managing director" before it, an age between commas',
    "German investigators raided the offices of Hensel Präzisionstechnik GmbH in Stuttgart. The company's managing director, Klaus-Dieter Hensel, 58, denies the allegations, his lawyer told Der Spiegel.",
    [
      'place Germany [de]: German<demonym>',
      'organisation Hensel Präzisionstechnik GmbH []: Hensel Präzisionstechnik GmbH',
      'place Stuttgart [de]: Stuttgart',
      "person Klaus-Dieter Hensel []: The company's managing director<nominal> | Klaus-Dieter Hensel | his<pronoun>",
      'outlet Der Spiegel [de]: Der Spiegel',
    ],
  ],
  [
    'companies by what stands beside them: an apposition, a verb, an abbreviation',
    'Rosneft, the Russian state oil company, sold a stake to Sophgo. TSMC denied it.',
    [
      'organisation Rosneft [ru]: Rosneft | the Russian state oil company<nominal>',
      'place Russia [ru]: Russian<demonym>',
      'organisation Sophgo []: Sophgo',
      'organisation TSMC []: TSMC<acronym>',
    ],
  ],
  [
    'offices of other bodies: a spokesman of a ministry of a state, in small letters and in capitals',
    "Iran's Foreign Ministry spokesman Esmail Baghaei met Russian Deputy Defence Minister Alexander Fomin. Baghaei said nothing.",
    [
      'place Iran [ir]: Iran',
      'organisation Foreign Ministry [ir]: Foreign Ministry',
      'person Esmail Baghaei [ir]: Esmail Baghaei | Baghaei',
      'place Russia [ru]: Russian<demonym>',
      'person Alexander Fomin [ru]: Alexander Fomin',
    ],
  ],
  [
    'a bench of sentence openers and headline words names nobody',
    'Banks Face Fines Over Drone Parts\n\nShipping has slowed. Prosecutors said so on Monday. Meanwhile, Officials declined. Thousands fled in March. The Cold War days are over. Investigators found no drone parts and no fines.',
    [],
  ],
  [
    'a headline takes its names from the text, not from its capitals',
    'Kestrel Arms Sold Rifles to Moscow, Court Hears\n\nThe court heard that Kestrel Arms had sold rifles. A lawyer for Kestrel Arms denied that it sold rifles to Russia.',
    [
      'organisation Kestrel Arms []: Kestrel Arms | Kestrel Arms | Kestrel Arms',
      'place Russia [ru]: Moscow<metonym> | Russia',
    ],
  ],
  [
    'a yacht, a state’s police with its own name, a rich man whom the text calls by surname',
    "The yacht's captain, Paolo Ricci, told Italy's Guardia di Finanza that the boat belonged to Alisher Usmanov. Usmanov has a Russian passport.",
    [
      "person Paolo Ricci []: The yacht's captain<nominal> | Paolo Ricci",
      'place Italy [it]: Italy',
      'organisation Guardia di Finanza [it]: Guardia di Finanza',
      'person Alisher Usmanov [ru]: Alisher Usmanov | Usmanov',
      'place Russia [ru]: Russian<demonym>',
    ],
  ],
  [
    'a flagged ship with a prefix, rebels, a command by name and by acronym',
    'Houthi rebels attacked the Liberia-flagged MV True Confidence in the Gulf of Aden, U.S. Central Command said. CENTCOM blamed Tehran.',
    [
      'organisation Houthis [ye]: Houthi',
      'place Liberia [lr]: Liberia',
      'vessel MV True Confidence []: MV True Confidence',
      'place Gulf of Aden []: Gulf of Aden',
      'organisation US Central Command [us]: U.S. Central Command | CENTCOM<acronym>',
      'place Iran [ir]: Tehran<metonym>',
    ],
  ],
  [
    'a body of many words with a comma in its name',
    'The Foreign, Commonwealth and Development Office said Nordwind Maritime had moved oil. Nordwind denied it.',
    [
      'organisation Foreign, Commonwealth and Development Office [gb]: Foreign, Commonwealth and Development Office',
      'organisation Nordwind Maritime []: Nordwind Maritime | Nordwind',
    ],
  ],
  [
    'places’ names in people’s names, and the other way round',
    'Jordan Belmont met Mr. Washington in Georgia. Belmont flew to Washington.',
    [
      'person Jordan Belmont []: Jordan Belmont | Belmont',
      'person Washington []: Washington',
      'place Georgia [ge]: Georgia',
      'place Washington [us]: Washington',
    ],
  ],
];

describe('parties of passages', () => {
  it.each(PASSAGES)('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('what an article says of a party', () => {
  it('gives a person roles, country and age from the words beside the name', () => {
    const person = named(
      'White House National Security Council spokesman John Kirby spoke. Haddad, 39, is an accountant. Leila Haddad, a 39-year-old Lebanese accountant, is here.',
      'Leila Haddad',
    );
    expect(person).toMatchObject({ age: 39, countries: ['lb'], roles: ['Lebanese accountant'] });
  });

  it('takes the country of the body that a role belongs to', () => {
    const kirby = named('White House National Security Council spokesman John Kirby spoke.', 'John Kirby');
    expect(kirby.countries).toEqual(['us']);
    expect(kirby.roles).toEqual(['White House National Security Council spokesman']);
  });

  it('keeps a role with what it is of', () => {
    expect(named('Secretary of State Anthony Blinken flew home.', 'Anthony Blinken').roles).toEqual([
      'Secretary of State',
    ]);
    const nelson = named(
      'Brian Nelson, under secretary for terrorism and financial intelligence, spoke.',
      'Brian Nelson',
    );
    expect(nelson.roles).toEqual(['under secretary for terrorism and financial intelligence']);
  });

  it('knows which body is part of which', () => {
    const parties = read("The U.S. Department of the Treasury's Office of Foreign Assets Control acted.");
    expect(parties.map(({ caption, parent }) => [caption, parent])).toEqual([
      ['US Department of the Treasury', undefined],
      ['Office of Foreign Assets Control', 0],
    ]);
  });
});

describe('one party in several words', () => {
  it('takes a long surname with two slips for the same, and the usual spelling for the right one', () => {
    const text =
      'Ashot Mkrtychev plotted a deal. The sanction hits Mkrtchyev. Mkrtychev met officials. A lawyer of Mkrtychev spoke.';
    expect(named(text, 'Ashot Mkrtychev')).toMatchObject({ variants: ['Mkrtchyev'] });
    expect(read(text)).toHaveLength(1);
  });

  it('never makes one of two people who are both named in full', () => {
    const text = 'Ivan Petrovskaya met Irina Petrovskaya. Later Maria Goncharova and Mario Goncharovo spoke.';
    expect(read(text).map(({ caption }) => caption)).toEqual([
      'Ivan Petrovskaya',
      'Irina Petrovskaya',
      'Maria Goncharova',
      'Mario Goncharovo',
    ]);
  });

  it('takes two spellings of a given name before one surname for one person', () => {
    const text = 'Secretary of State Antony Blinken spoke. Antony Blinken left. Anthony Blinken came back.';
    expect(named(text, 'Antony Blinken')).toMatchObject({ variants: ['Anthony Blinken'] });
    expect(read(text)).toHaveLength(1);
  });

  it('gives a surname of two people to the one named last before it', () => {
    const text =
      'Julio Ferrante was fined. Marta Ferrante was not. Ferrante laughed. Then Julio Ferrante spoke.';
    const [julio, marta] = [named(text, 'Julio Ferrante'), named(text, 'Marta Ferrante')];
    expect(julio.mentions).toHaveLength(2);
    expect(marta.mentions).toHaveLength(2);
  });

  it('ties a noun phrase to a person only when one alone fits', () => {
    const one =
      'The US sanctioned a 56-year-old Slovak national. According to officials, the man, Ashot Mkrtychev, plotted a deal.';
    expect(lines(one).find((line) => line.startsWith('person'))).toBe(
      'person Ashot Mkrtychev [sk]: a 56-year-old Slovak national<nominal> | the man<nominal> | Ashot Mkrtychev',
    );
    const two =
      'Ashot Mkrtychev, a Slovak national, and Jan Novak, a Slovak national, met. The Slovak national left.';
    expect(
      read(two)
        .flatMap(({ mentions }) => mentions)
        .filter(({ start }) => start > two.indexOf('The Slovak')),
    ).toEqual(
      read(two)
        .filter(({ caption }) => caption === 'Slovakia')
        .flatMap(({ mentions }) => mentions.slice(-1)),
    );
  });

  it('leaves a pronoun alone that may mean two', () => {
    const text = 'Ivan Sokolov met Artem Litvin. He left early.';
    expect(
      read(text)
        .flatMap(({ mentions }) => mentions)
        .some(({ kind }) => kind === 'pronoun'),
    ).toBe(false);
  });

  it('does not take the speaker for a pronoun inside his quotation', () => {
    const text = 'Ivan Sokolov said: “He will pay.”';
    expect(named(text, 'Ivan Sokolov').mentions).toHaveLength(1);
  });
});

describe('what the caller knows', () => {
  it('makes a listed name a party of its kind', () => {
    const text = 'The cargo was sold through Golden Dawn to a buyer.';
    expect(lines(text)).toEqual(['organisation Golden Dawn []: Golden Dawn']);
    expect(lines(text, read(text, { 'Golden Dawn': 'vessel' }))).toEqual([
      'vessel Golden Dawn []: Golden Dawn',
    ]);
  });
});

describe('names in scripts without capitals', () => {
  it.each([
    ['أعلنت الوزارة أن بشار الأسد غادر', 'بشار الأسد'],
    ['북한의 김정은이 말했다', '김정은'],
    ['制裁名单上有金正恩和其他人', '金正恩'],
  ])('are found where the caller knows them: %s', (text, name) => {
    expect(read(text)).toEqual([]);
    expect(lines(text, read(text, { [name]: 'person' }))).toEqual([`person ${name} []: ${name}`]);
  });
});

describe('boilerplate', () => {
  it('marks a party that stands nowhere else', () => {
    const text = 'Ashot Mkrtychev was sanctioned.\n\nRecommended: Joe Biden speaks\n\nAshot Mkrtychev left.';
    const start = text.indexOf('Recommended');
    const zones = [{ kind: 'boilerplate' as const, start, end: text.indexOf('\n\nAshot Mkrtychev left') }];
    const found = partiesOf(documentOf(text, zones));
    expect(found.find(({ caption }) => caption === 'Joe Biden')?.isBoilerplate).toBe(true);
    expect(found.find(({ caption }) => caption === 'Ashot Mkrtychev')?.isBoilerplate).toBeUndefined();
  });
});

const PIECES = [
  'Ashot',
  'Mkrtychev',
  'the',
  'of',
  'Ministry',
  'Bank',
  'U.S.',
  'US',
  '(',
  ')',
  ',',
  '.',
  '“',
  '”',
  '’s',
  'said',
  'al-Assad',
  'Mr.',
  'and',
  '&',
  'van',
  'der',
  'he',
  'a',
  'Slovak',
  'national',
  '56-year-old',
  'Kim',
  'Jong-un',
  'DPRK',
  '\n\n',
  'Ltd',
  'Co.,',
  'Secretary',
  'of State',
  'İstanbul',
  '𝒜',
  '김정은',
  'محمد',
  '—',
  "Lloyd's",
  'List',
  'known as',
  'tanker',
];

describe('any text', () => {
  it('gives mentions that are slices of it, in order, and not overlapping within a party', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), {
          maxLength: 60,
        }),
        (pieces) => {
          const text = pieces.join(' ');
          for (const { mentions, caption, parent } of read(text)) {
            expect(caption).not.toBe('');
            expect(parent ?? 0).toBeGreaterThanOrEqual(0);
            let last = 0;
            for (const { start, end } of mentions) {
              expect(start).toBeGreaterThanOrEqual(last);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(text.length);
              last = end;
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a very long text', () => {
  it('of two thousand people keeps each apart and finds each again', () => {
    // Too short to be taken for misspelt.
    const surname = (number: number) =>
      `Zv${[...String(number).padStart(4, '0')].map((figure) => 'acdefghikl'[Number(figure)]).join('')}`;
    const text = Array.from(
      { length: 2000 },
      (_, number) => `John ${surname(number)} spoke. Later ${surname(number)} left.`,
    ).join(' ');
    const people = read(text).filter(({ type }) => type === 'person');
    expect(people).toHaveLength(2000);
    expect(people.every(({ mentions }) => mentions.length === 2)).toBe(true);
  });
});

const folder = new URL('../../../../shared/eval/articles/', import.meta.url);

describe.skipIf(!existsSync(folder))(
  'the two reports of ../shared/eval/articles (left out where it is absent)',
  () => {
    interface GoldMention {
      readonly entity: string;
      readonly kind: string;
      readonly start: number;
      readonly end: number;
    }
    const gold = existsSync(folder)
      ? (JSON.parse(readFileSync(new URL('seed-gold.json', folder), 'utf8')) as {
          articles: readonly { readonly file: string; readonly mentions: readonly GoldMention[] }[];
        })
      : { articles: [] };

    it.each(gold.articles.map((article) => [article.file, article] as const))(
      '%s: people and organisations at .95 or better',
      (_, article) => {
        const text = readFileSync(new URL(article.file, folder), 'utf8');
        const parties = partiesOf(documentOf(text, zonesOf(text)));
        for (const [prefix, types] of [
          ['per:', ['person']],
          ['org:', ['organisation', 'outlet', 'vessel']],
        ] as const) {
          const wanted = article.mentions.filter(
            ({ entity, kind }) => entity.startsWith(prefix) && (kind === 'name' || kind === 'metonym'),
          );
          const found = parties
            .filter(({ type }) => (types as readonly string[]).includes(type))
            .flatMap(({ mentions }) =>
              mentions.filter(({ kind }) => ['name', 'metonym', 'acronym'].includes(kind)),
            );
          const meets = (one: { start: number; end: number }, other: { start: number; end: number }) =>
            one.start < other.end && other.start < one.end;
          const recall =
            wanted.filter((one) => found.some((other) => meets(one, other))).length / wanted.length;
          const precision =
            found.filter((one) => wanted.some((other) => meets(one, other))).length / found.length;
          expect((2 * recall * precision) / (recall + precision)).toBeGreaterThanOrEqual(0.95);
        }
        const mkrtychev = parties.find(({ caption }) => caption === 'Ashot Mkrtychev');
        const wanted = article.mentions.filter(
          ({ entity, kind }) => entity === 'per:mkrtychev' && kind === 'name',
        );
        for (const { start } of wanted)
          expect(mkrtychev?.mentions.some((one) => one.start === start)).toBe(true);
      },
    );
  },
);
