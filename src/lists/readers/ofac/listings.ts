// The listings of an OFAC entry: one for each programme that it is listed under. The formats tell conditions, legal
// authorities and days for the entry as a whole; each is given to the programme that its text names, and where it
// names none of them, to all of those that it may hold for.
import type { RecordBuilder } from '../../record-builder.ts';
import type { Located, OfacEntry, OfacListMembership } from './entry.ts';
import { meaningOf, printedFact } from './facts.ts';

const OFAC = 'US Department of the Treasury, Office of Foreign Assets Control';

/** The list by which a programme of the non-SDN lists is known; all others are on the SDN list first of all. */
const LIST_OF_PROGRAMME: Readonly<Record<string, string>> = {
  '561-Related': 'CAPTA List',
  'CMIC-EO13959': 'Non-SDN CMIC List',
  'FSE-IR': 'FSE List',
  'FSE-SY': 'FSE List',
  'NS-PLC': 'Non-SDN Palestinian Legislative Council List',
  'UKRAINE-EO13662': 'Sectoral Sanctions Identifications List',
};
/** The kind of sanction that the SDN list stands for. */
const BLOCK = 'Block';

const OTHER_LISTS = ['SDN List', 'Non-SDN Menu-Based Sanctions List', 'Consolidated List'] as const;

/** Words other than the number of an order by which a text names a programme -> what the programme's tag has. */
const PROGRAMME_WORDS: Readonly<Record<string, readonly string[]>> = {
  '561': ['561'],
  CAATSA: ['CAATSA'],
  CMIC: ['CMIC'],
  'Hong Kong': ['HK-'],
  IFCA: ['IFCA'],
  'North Korea': ['DPRK'],
  PEESA: ['PEESA'],
  'Ukraine-/Russia-Related': ['UKRAINE', 'RUSSIA'],
};

/**
 * The list that entries with these programmes belong to. OFAC's non-SDN lists hold parties that are on the SDN list
 * too, and the SDN list a few under their programmes, so the greater part decides.
 *
 * @param entries the programmes of each entry
 */
export function datasetOfProgrammes(entries: readonly (readonly string[])[]): 'us_ofac_sdn' | 'us_ofac_cons' {
  const others = entries.filter((programmes) =>
    programmes.some((one) => Object.hasOwn(LIST_OF_PROGRAMME, one)),
  );
  return others.length * 2 > entries.length ? 'us_ofac_cons' : 'us_ofac_sdn';
}

/** Adds a listing for each programme of an entry, or one without a programme if it has none. */
export function addListings(record: RecordBuilder, entry: OfacEntry): void {
  const found = entry.programmes.length > 0 ? entry.programmes : [{ text: '', at: entry.at }];
  const programmes = [...new Map(found.map((programme) => [programme.text, programme])).values()];
  const tags = programmes.map((programme) => programme.text);
  const facts = entry.facts.map((fact) => ({ fact, kind: meaningOf(fact.label)?.kind }));
  const measures = facts.filter(({ kind }) => kind === 'measure').map(({ fact }) => printedFact(fact));
  const days = facts.filter(({ kind }) => kind === 'listing-date').map(({ fact }) => fact);
  const sanctionsTypes = (entry.sanctionsTypes ?? []).map((text) => ({ text }));
  const memberships = new Set(entry.memberships);
  for (const { text: tag, at } of programmes) {
    const membership = membershipOf(tag, entry.memberships ?? []);
    if (membership) memberships.delete(membership);
    const own = measures.filter((measure) => concerns(measure, tag, tags));
    const since = days.filter(({ label }) => concerns(label, tag, tags)).map((day) => day.value);
    const authorities = shareOf(tag, tags, entry.legalAuthorities ?? []);
    const dated = authorities.map((authority) => authority.since).filter((day) => day !== undefined);
    record.addListing(
      {
        authority: OFAC,
        country: 'us',
        program: tag,
        listedOn: joined([...since, ...(dated.length > 0 ? dated : [membership?.since])]),
        legalBasis: joined(authorities.map((authority) => authority.text)),
        provisions: joined([
          ...shareOf(tag, tags, sanctionsTypes).map((type) => type.text),
          ...own.map((measure) => measure.replace(/\.$/u, '')),
        ]),
      },
      at,
    );
  }
  for (const { list, since } of memberships)
    record.add('notes', since ? `${list} since ${since}` : list, entry.at);
}

/** The list by which a party came under a programme, if the format gives the lists. */
function membershipOf(
  tag: string,
  memberships: readonly OfacListMembership[],
): OfacListMembership | undefined {
  return [LIST_OF_PROGRAMME[tag], ...OTHER_LISTS]
    .map((list) => memberships.find((membership) => membership.list === list))
    .find((membership) => membership !== undefined);
}

/** True if a text names the programme, or names none of those that the entry has. */
function concerns(text: string, tag: string, tags: readonly string[]): boolean {
  return names(text, tag) || !tags.some((other) => names(text, other));
}

/** True if a text names a programme: by the number of its order, by a word, or "(Syria)" for SYRIA. */
function names(text: string, tag: string): boolean {
  const orders = [...text.matchAll(/\b\d{5}\b/gu)].map(([order]) => order);
  if (orders.some((order) => tag.includes(order))) return true;
  const words = Object.entries(PROGRAMME_WORDS);
  if (words.some(([word, parts]) => text.includes(word) && parts.some((part) => tag.includes(part))))
    return true;
  const [, word] = /\(([\p{L}-]+)\)$/u.exec(text) ?? [];
  return word !== undefined && tag.startsWith(word.toUpperCase());
}

/**
 * Those of an entry's legal authorities, or kinds of sanction, that are of one programme: those that name it, and of
 * those that name none, its own place in the row of programmes that none names. "Block" is what the SDN list does.
 */
function shareOf<Item extends { readonly text: string }>(
  tag: string,
  tags: readonly string[],
  items: readonly Item[],
): Item[] {
  const named = items.filter(({ text }) => names(text, tag));
  const rest = items.filter(({ text }) => !tags.some((other) => names(text, other)));
  const sdnTags = tags.filter((other) => !Object.hasOwn(LIST_OF_PROGRAMME, other));
  const isBlocked = sdnTags.length === 0 || sdnTags.includes(tag);
  const blocks = rest.filter(({ text }) => text === BLOCK && isBlocked);
  const others = rest.filter(({ text }) => text !== BLOCK);
  const takers = tags.filter((other) => !items.some(({ text }) => names(text, other)));
  const place = takers.indexOf(tag);
  if (place < 0 && takers.length > 0) return [...named, ...blocks];
  const own = others.length === takers.length ? others.slice(place, place + 1) : others;
  return [...named, ...own, ...blocks];
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  return [...new Set(texts.filter(Boolean))].join('; ') || undefined;
}

/** The programmes of the CSV's one column: "SDGT] [NPWMD". */
export function programmesIn(text: string | undefined, at: string): Located[] {
  return (text ?? '')
    .split(/\]\s*\[/u)
    .map((tag) => tag.replace(/^\[|\]$/gu, '').trim())
    .filter(Boolean)
    .map((tag) => ({ text: tag, at }));
}
