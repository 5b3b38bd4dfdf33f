// Made-up news reports, seeded, as text and as pages: designations, penalties, arms deals, denials, delistings, courts,
// ships at sea and plain news. All people, firms, ships and newspapers in them are invented, and each report says so.
// For tests of quantity (a thousand articles read, killed and resumed) and of speed; not for tests of quality, since
// whoever reads well what he has written himself has shown nothing.
import { seeded } from './report.ts';

export interface GeneratedArticle {
  /** File name, unique within one run. */
  readonly name: string;
  readonly mediaType: 'text/plain' | 'text/html';
  readonly text: string;
  /** Number of the story; a fifth of the reports retell one that another report has told. */
  readonly story: number;
}

interface Story {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly day: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'September',
  'October',
  'November',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const GIVEN = [
  'Anton',
  'Mirela',
  'Karim',
  'Soledad',
  'Juho',
  'Parveen',
  'Tomasz',
  'Yusra',
  'Lionel',
  'Oksana',
  'Wei',
];
const SURNAMES = [
  'Veldran',
  'Okuyama',
  'Brastow',
  'Zharnov',
  'Al-Qamari',
  'Petrescu',
  'Lindqvold',
  'Mbasu',
  'Thornell',
];
const FIRM_HEADS = [
  'Halcyon',
  'Northgate',
  'Blue Delta',
  'Karsen',
  'Ostrava',
  'Meridia',
  'Silverline',
  'Tarsus',
];
const FIRM_TAILS = [
  'Shipping Ltd',
  'Trading LLC',
  'Logistics GmbH',
  'Bank',
  'Electronics Co',
  'Aviation Services',
  'Group',
];
const SHIPS = ['Amber Wind', 'Sea Falcon', 'Ocean Pearl II', 'Lady Corinna', 'Polar Crest'];
const CITIES = ['Limassol', 'Riga', 'Sharjah', 'Bratislava', 'Busan', 'Valletta', 'Tbilisi', 'Mersin'];
const COUNTRIES = ['Cyprus', 'Latvia', 'the United Arab Emirates', 'Slovakia', 'Malta', 'Georgia', 'Turkey'];
const AUTHORITIES = [
  'the US Department of the Treasury’s Office of Foreign Assets Control (OFAC)',
  'the UK’s Office of Financial Sanctions Implementation (OFSI)',
  'the Council of the European Union',
  'the US Department of Commerce’s Bureau of Industry and Security',
];
const OUTLETS = [
  'The Harbour Gazette',
  'The Eastern Ledger',
  'Coastline Daily',
  'The Morning Parcel',
  'Inland Post',
];
const GOODS = [
  'rifles and ammunition',
  'drone engines',
  'artillery shells',
  'machine tools',
  'radio chips',
  'crude oil',
];
const RETURNS = ['wheat', 'two airliners', 'diesel fuel', 'cash and gold', 'fertiliser'];
const FILLERS = [
  'Traders in the region said that business had been slow since the winter.',
  'The matter has drawn little notice outside the trade.',
  'Insurers have raised their rates three times in the past year.',
  'A parliamentary committee is to hear officials on the subject in the autumn.',
  'Analysts warn that such figures are hard to compare from one year to the next.',
];

/** One number a turn; every choice of a story comes from it. */
class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  number(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.number(0, values.length - 1)] as Value;
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  person(): string {
    return `${this.pick(GIVEN)} ${this.pick(SURNAMES)}`;
  }

  firm(): string {
    return `${this.pick(FIRM_HEADS)} ${this.pick(FIRM_TAILS)}`;
  }

  date(): { readonly day: string; readonly long: string } {
    const [day, month, year] = [
      this.number(1, 28),
      this.number(0, MONTHS.length - 1),
      this.number(2019, 2026),
    ];
    const number = new Date(`${MONTHS[month]} 1, 2000 UTC`).getUTCMonth() + 1;
    const two = (value: number) => String(value).padStart(2, '0');
    return { day: `${year}-${two(number)}-${two(day)}`, long: `${day} ${MONTHS[month]} ${year}` };
  }
}

/** The reports; the same count and seed give the same bytes. */
export function generateArticles(count: number, seed = 1): GeneratedArticle[] {
  const dice = new Dice(seed);
  const articles: GeneratedArticle[] = [];
  for (let number = 0; number < count; number += 1) {
    const isRetold = number > 0 && dice.chance(0.2);
    const story = isRetold ? dice.number(0, number - 1) : number;
    articles.push(articleOf(storyOf(seed * 1_000_003 + story), number, story, dice));
  }
  return articles;
}

function articleOf(story: Story, number: number, told: number, dice: Dice): GeneratedArticle {
  const outlet = dice.pick(OUTLETS);
  const author = dice.person();
  const made = `This report was made up for tests of the Interdict project (number ${number}). ${outlet} does not exist.`;
  const paragraphs = [...story.paragraphs, ...(dice.chance(0.6) ? [dice.pick(FILLERS)] : [])];
  const isPage = dice.chance(0.4);
  const stem = `${String(number).padStart(5, '0')}-${outlet.toLowerCase().replace(/\W+/gu, '-')}`;
  const text = isPage
    ? pageOf(story, paragraphs, outlet, author, made)
    : [story.headline, `${outlet}, ${story.day}`, ...paragraphs, made].join('\n\n');
  return {
    name: `${stem}.${isPage ? 'html' : 'txt'}`,
    mediaType: isPage ? 'text/html' : 'text/plain',
    text: `${text}\n`,
    story: told,
  };
}

function pageOf(
  story: Story,
  paragraphs: readonly string[],
  outlet: string,
  author: string,
  made: string,
): string {
  const about = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.headline,
    datePublished: story.day,
    author: { '@type': 'Person', name: author },
    publisher: { '@type': 'Organization', name: outlet },
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${html(story.headline)} | ${html(outlet)}</title>
<script type="application/ld+json">${JSON.stringify(about).replaceAll('<', '\\u003c')}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>${html(story.headline)}</h1>
${paragraphs.map((paragraph) => `<p>${html(paragraph)}</p>`).join('\n')}
<p>${html(made)}</p></article></main>
<aside><h2>Related articles</h2><ul><li><a href="/1">Harbour fees to rise again</a></li></ul></aside>
<footer>© ${html(outlet)}</footer></body></html>`;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const KINDS: readonly ((dice: Dice, day: string) => Omit<Story, 'day'>)[] = [
  designation,
  penalty,
  armsDeal,
  denial,
  delisting,
  trial,
  shipToShip,
  plainNews,
];

function storyOf(seed: number): Story {
  const dice = new Dice(seed);
  const { day, long } = dice.date();
  const { headline, paragraphs } = dice.pick(KINDS)(dice, long);
  return { headline, paragraphs, day };
}

function designation(dice: Dice, day: string): Omit<Story, 'day'> {
  const [person, firm, authority, city] = [
    dice.person(),
    dice.firm(),
    dice.pick(AUTHORITIES),
    dice.pick(CITIES),
  ];
  const age = dice.number(31, 74);
  const last = person.split(' ').at(-1);
  return {
    headline: `${capital(short(authority))} Sanctions ${person} and ${firm} over ${titled(dice.pick(GOODS))}`,
    paragraphs: [
      `${capital(authority)} on ${day} designated ${person}, a ${age}-year-old broker from ${city}, and ${firm}, a firm that he is said to own.`,
      `The authority alleges that ${last} arranged the sale of ${dice.pick(GOODS)} to buyers in ${dice.pick(COUNTRIES)} in exchange for ${dice.pick(RETURNS)}.`,
      `“${last} has long played a part in such deals,” a spokesman said. “We will go on naming those who take it up.”`,
      `${firm} denied the allegation. “We have never dealt in weapons,” it said in a statement on ${dice.pick(WEEKDAYS)}.`,
    ],
  };
}

function penalty(dice: Dice, day: string): Omit<Story, 'day'> {
  const [firm, authority] = [dice.firm(), dice.pick(AUTHORITIES)];
  const sum = `$${dice.number(2, 90)} million`;
  return {
    headline: `${firm} to Pay ${sum} over Sanctions Breaches`,
    paragraphs: [
      `${firm} agreed on ${day} to pay ${sum} to settle over ${dice.number(40, 900)} apparent breaches of sanctions, ${authority} said.`,
      `According to the settlement, the firm moved payments for customers in ${dice.pick(COUNTRIES)} between ${dice.number(2012, 2015)} and ${dice.number(2016, 2018)}.`,
      `The firm admitted “failures of control” and said that it had dismissed ${dice.number(2, 9)} managers.`,
    ],
  };
}

function armsDeal(dice: Dice, day: string): Omit<Story, 'day'> {
  const [person, goods, price, country] = [
    dice.person(),
    dice.pick(GOODS),
    dice.pick(RETURNS),
    dice.pick(COUNTRIES),
  ];
  return {
    headline: `Officials Accuse Broker of Trading ${titled(goods)} for ${titled(price)}`,
    paragraphs: [
      `Western officials have accused ${person} of negotiating a deal to exchange ${goods} for ${price}, according to people who were told of it on ${day}.`,
      `The deal would have sent nearly ${dice.number(2, 40)},000 crates to a buyer in ${country} by the end of the year, the officials said.`,
      `It is not known whether any of it was delivered. ${person.split(' ')[0]}’s lawyers did not answer questions.`,
    ],
  };
}

function denial(dice: Dice, day: string): Omit<Story, 'day'> {
  const [firm, country, goods] = [dice.firm(), dice.pick(COUNTRIES), dice.pick(GOODS)];
  return {
    headline: `${firm} Denies Selling ${titled(goods)} to ${capital(country)}`,
    paragraphs: [
      `${firm} denied on ${day} that it had sold ${goods} to ${country}, as ${dice.pick(OUTLETS)} had reported a week before.`,
      `“This is untrue from the first word to the last,” its director, ${dice.person()}, told reporters in ${dice.pick(CITIES)}.`,
      `The newspaper said that it stood by its report, which cited shipping papers.`,
    ],
  };
}

function delisting(dice: Dice, day: string): Omit<Story, 'day'> {
  const [person, authority] = [dice.person(), dice.pick(AUTHORITIES)];
  return {
    headline: `${person} Removed from Sanctions List`,
    paragraphs: [
      `${capital(authority)} removed ${person} from its list on ${day}, ${dice.number(2, 9)} years after he was added.`,
      `The notice gives no reason. A court in ${dice.pick(CITIES)} had found last year that the evidence was thin.`,
    ],
  };
}

function trial(dice: Dice, day: string): Omit<Story, 'day'> {
  const [person, city] = [dice.person(), dice.pick(CITIES)];
  return {
    headline: `${person} Charged with Money Laundering in ${city}`,
    paragraphs: [
      `Prosecutors in ${city} charged ${person} on ${day} with laundering about €${dice.number(3, 80)} million for a smuggling ring.`,
      `Police had arrested the suspect at the airport in late ${dice.pick(MONTHS)}. The trial is expected to begin next spring.`,
      `A lawyer for the accused said that the charges were “built on sand” and that his client would plead not guilty.`,
    ],
  };
}

function shipToShip(dice: Dice, day: string): Omit<Story, 'day'> {
  const [ship, firm] = [dice.pick(SHIPS), dice.firm()];
  return {
    headline: `Tanker ${ship} Went Dark Before Oil Changed Ships, Trackers Say`,
    paragraphs: [
      `The tanker ${ship} (IMO ${dice.number(9_000_000, 9_899_999)}) switched off its transponder on ${day} and took on crude oil from another vessel, a tracking firm said.`,
      `The ship belongs to ${firm}, which reportedly has its seat in ${dice.pick(COUNTRIES)}. It has changed its flag ${dice.number(2, 5)} times since ${dice.number(2018, 2022)}.`,
      `“What can be seen from space is a gap of ${dice.number(9, 70)} hours,” the firm wrote.`,
    ],
  };
}

function plainNews(dice: Dice, day: string): Omit<Story, 'day'> {
  const city = dice.pick(CITIES);
  return {
    headline: `Port of ${city} Reports ${dice.chance(0.5) ? 'More' : 'Fewer'} Containers`,
    paragraphs: [
      `The port of ${city} handled ${dice.number(200, 900)},000 containers in the first quarter, its operator said on ${day}.`,
      `Grain and fertiliser made up ${dice.number(12, 40)} per cent of what was loaded. ${dice.pick(FILLERS)}`,
      `The operator expects “a quiet year” and plans to hire ${dice.number(20, 200)} people.`,
    ],
  };
}

/** The short name of an authority: "(OFAC)" gives "OFAC". */
function short(authority: string): string {
  return /\((\w+)\)$/u.exec(authority)?.[1] ?? authority.replace(/^the /u, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titled(text: string): string {
  return text.replace(/\b(?!and\b|of\b)[a-z]/gu, (letter) => letter.toUpperCase());
}
