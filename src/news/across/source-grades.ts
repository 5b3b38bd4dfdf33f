// The letters of sources: by kind, by outlet, and as a user has set them. A letter judges who speaks, never what is
// said. What is not known is F, which means "cannot be judged" and not "bad".
import type { Article, Grade, SourceKind } from '../../model/reading.ts';
import table from './generated/source-grades.json' with { type: 'json' };
import { wordsOf } from './words.ts';

export type SourceLetter = Grade['source'];

/** What a source is when its letter is looked up: its kind, or an authority that speaks of its own act. */
type GradedKind = Exclude<SourceKind, 'anonymous' | 'anonymous-official'> | 'own-act';

const LETTERS: readonly SourceLetter[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const kinds = table.kinds as Readonly<Record<string, SourceLetter>>;

interface Outlet {
  readonly key: string;
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly letter: SourceLetter;
  readonly isAgency?: boolean;
}
const outlets = table.outlets as readonly Outlet[];

const byName = new Map(outlets.flatMap((outlet) => outlet.names.map((name) => [nameKey(name), outlet])));
const byDomain = new Map(outlets.flatMap((outlet) => outlet.domains.map((domain) => [domain, outlet])));

function nameKey(name: string): string {
  const words = wordsOf(name).map((word) => word.key);
  return (words[0] === 'the' ? words.slice(1) : words).join(' ');
}

/** An outlet that is known by name or address. */
interface KnownOutlet {
  readonly name: string;
  readonly letter: SourceLetter;
  /** A news agency, whose reports other outlets print. */
  readonly isAgency: boolean;
}

export class SourceGrades {
  readonly #own: ReadonlyMap<string, SourceLetter>;

  /** @param own letters that a user has set, by the name of the source; they come before all others. @default none */
  constructor(own: Readonly<Record<string, SourceLetter>> = {}) {
    this.#own = new Map(Object.entries(own).map(([name, letter]) => [nameKey(name), letter]));
  }

  /** The letter of a kind of source. */
  ofKind(kind: GradedKind): SourceLetter {
    return kinds[kind] ?? 'F';
  }

  /** The letter that the user has set for a name; undefined if none. */
  setFor(name: string): SourceLetter | undefined {
    return this.#own.get(nameKey(name));
  }

  /** An outlet by one of its names. */
  outletNamed(name: string): KnownOutlet | undefined {
    return this.#known(byName.get(nameKey(name)), name);
  }

  /** The outlet that published an article, by its name, else by its address. */
  publisherOf({ publisher, url }: Article): KnownOutlet | undefined {
    const named = publisher === undefined ? undefined : this.outletNamed(publisher);
    return named ?? this.#known(byDomain.get(domainOf(url) ?? ''), publisher);
  }

  #known(outlet: Outlet | undefined, name: string | undefined): KnownOutlet | undefined {
    const own = name === undefined ? undefined : this.setFor(name);
    if (!outlet) return own && name !== undefined ? { name, letter: own, isAgency: false } : undefined;
    const letter = own ?? outlet.names.map((known) => this.setFor(known)).find(Boolean) ?? outlet.letter;
    return { name: outlet.names[0] as string, letter, isAgency: outlet.isAgency === true };
  }
}

/** A letter some steps worse; F stays F, and nothing becomes F by steps: that would say that it cannot be judged. */
export function stepDown(letter: SourceLetter, steps: number = table.anonymousSteps): SourceLetter {
  if (letter === 'F') return 'F';
  return LETTERS[Math.min(LETTERS.indexOf(letter) + steps, LETTERS.indexOf('E'))] ?? 'E';
}

const DATELINE = /^[^\n]{0,80}?\(([A-Z][\p{L} ]{1,30})\)\s*[-–—]/mu;

/** The news agency that an article credits: in its byline, its dateline, or as its publisher. */
export function creditedAgency(article: Article, grades: SourceGrades): string | undefined {
  const dateline = DATELINE.exec(article.text.slice(0, 4_000))?.[1];
  for (const name of [
    dateline,
    article.publisher,
    ...(article.byline?.split(/,|;|\/|\band\b|\bof the\b/u) ?? []),
  ]) {
    const outlet = name === undefined ? undefined : grades.outletNamed(name);
    if (outlet?.isAgency) return outlet.name;
  }
  return undefined;
}

/** The registrable part of an address's host, roughly: without `www`, and with each parent tried by the caller. */
function domainOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const labels = new URL(url).hostname.split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const domain = labels.slice(from).join('.');
    if (byDomain.has(domain)) return domain;
  }
  return undefined;
}
