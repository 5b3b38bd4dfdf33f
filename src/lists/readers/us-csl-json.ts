// The US Consolidated Screening List as JSON: `{ "total": …, "results": [ … ] }`, one object an entry, read as a
// stream so that the file (some 34 MB) is never held whole. Fields that are not known go to the notes.
import { JSONParser } from '@streamparser/json';
import { InterdictError } from '../../model/errors.ts';
import { type ListFile, textOf } from '../list-file.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { CSL_TEXTS, type CslEvent, type CslRow } from './csl/csl-row.ts';
import { readCsl } from './csl/read-csl.ts';
import type { OfacAddress, OfacFact } from './ofac/entry.ts';
import { meaningOf } from './ofac/facts.ts';

const BEGINNING =
  /^\uFEFF?\s*\{(?:\s*"(?!results")[^"]*"\s*:\s*(?:"[^"]*"|[\w.-]+|\[[^\]{]*\])\s*,)*\s*"results"\s*:\s*\[/u;

/** Fields with a place of their own besides CSL_TEXTS. */
const FIELDS = new Set<string>([
  ...CSL_TEXTS,
  ...'id _id source entity_number type programs name title addresses alt_names citizenships dates_of_birth nationalities places_of_birth ids'.split(
    ' ',
  ),
]);

export const usCslJson: ListReader = {
  format: 'us-csl-json',
  title: 'US Consolidated Screening List (JSON)',
  version: 1,
  dataset: 'us_trade_csl',
  recognise(head) {
    const [beginning] = BEGINNING.exec(head.text) ?? [];
    if (beginning === undefined) return undefined;
    const rest = head.text.slice(beginning.length);
    const isIt = /^\s*\]/u.test(rest) || (rest.includes('"source"') && rest.includes('"source_list_url"'));
    return isIt ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readCsl(input.dataset, file, () => rowsOf(file));
  },
};

async function* rowsOf(file: ListFile): AsyncGenerator<CslEvent> {
  let index = 0;
  let total: unknown;
  for await (const { key, value } of topLevelValues(file)) {
    if (key === 'total') {
      total = value;
      continue;
    }
    yield eventOf(value, `results[${index}]`);
    index += 1;
  }
  if (typeof total === 'number' && total !== index) {
    const message = `${file.name} says that it has ${total} entries and holds ${index}.`;
    throw new InterdictError('LIST_COUNT_WRONG', message, { file: file.name });
  }
}

/** The entries of `results` and the value of `total`, as the file comes. */
async function* topLevelValues(file: ListFile): AsyncGenerator<{ key: unknown; value: unknown }> {
  const parser = new JSONParser({ paths: ['$.results.*', '$.total'], keepStack: false });
  let ready: { key: unknown; value: unknown }[] = [];
  parser.onValue = ({ key, value }) => void ready.push({ key, value });
  let isBeginning = true;
  for await (const text of textOf(file)) {
    if (isBeginning && text.trim()) {
      isBeginning = false;
      if (!/^\uFEFF?\s*\{/u.test(text)) {
        const message = `${file.name}: expected JSON that begins with "{".`;
        throw new InterdictError('LIST_WRONG_FORMAT', message, { file: file.name });
      }
    }
    try {
      if (!parser.isEnded) parser.write(text.replace(/^\uFEFF/u, ''));
      else if (text.trim()) throw new Error('text after the end');
    } catch (cause) {
      const message = `${file.name}: not well-formed JSON (${(cause as Error).message.toLowerCase()}).`;
      throw new InterdictError('LIST_MALFORMED', message, { file: file.name }, { cause });
    }
    yield* ready;
    ready = [];
  }
  if (parser.isEnded) return;
  const message = `${file.name} ends before its end: expected "]}" after the last entry.`;
  throw new InterdictError('LIST_TRUNCATED', message, { file: file.name });
}

function eventOf(value: unknown, at: string): CslEvent {
  const text = JSON.stringify(value).slice(0, 200);
  if (!isObject(value)) return { kind: 'fault', at, reason: 'no object', text };
  const row = rowOf(value, at);
  if (row.name === '') return { kind: 'fault', at, reason: 'no name', text };
  return row.source === '' ? { kind: 'fault', at, reason: 'no source', text } : { kind: 'row', row };
}

function rowOf(entry: Readonly<Record<string, unknown>>, at: string): CslRow {
  const text = (field: string): string | undefined => textIn(entry[field]);
  const all = (field: string): string[] => textsIn(entry[field]);
  return {
    id: text('id') ?? text('_id') ?? '',
    source: text('source') ?? '',
    entityNumber: text('entity_number'),
    type: text('type'),
    name: text('name') ?? '',
    altNames: all('alt_names').flatMap((name) => name.split(/;\s+/u)),
    programs: all('programs'),
    titles: all('title').flatMap((title) => title.split(/;\s+/u)),
    addresses: objectsIn(entry['addresses']).map((address) => addressOf(address, at)),
    citizenships: all('citizenships'),
    nationalities: all('nationalities'),
    birthDates: all('dates_of_birth'),
    birthPlaces: all('places_of_birth'),
    ids: objectsIn(entry['ids']).map((id) => factOf(id, at)),
    texts: Object.fromEntries(CSL_TEXTS.flatMap((field) => (text(field) ? [[field, text(field)]] : []))),
    others: Object.entries(entry).flatMap(([field, value]) => {
      const said = FIELDS.has(field) ? undefined : (textIn(value) ?? textsIn(value).join('; '));
      return said ? [[field, said] as const] : [];
    }),
    at,
  };
}

function addressOf(address: Readonly<Record<string, unknown>>, at: string): OfacAddress {
  const { address: street, city, state, postal_code: postalCode, country, ...others } = address;
  const remarks = Object.entries(others).flatMap(([field, value]) =>
    textIn(value) ? [`${field}: ${textIn(value)}`] : [],
  );
  return {
    street: textIn(street),
    city: textIn(city),
    region: textIn(state),
    postalCode: textIn(postalCode),
    country: textIn(country),
    remarks: remarks.join('; ') || undefined,
    at,
  };
}

function factOf(id: Readonly<Record<string, unknown>>, at: string): OfacFact {
  const { type, number, country, issue_date: issued, expiration_date: expires, ...others } = id;
  const [label, value] = [textIn(type) ?? '', textIn(number) ?? ''];
  const remarks = Object.entries(others).flatMap(([field, said]) =>
    textIn(said) ? [`${field}: ${textIn(said)}`] : [],
  );
  return {
    label,
    value,
    isDocument: meaningOf(label) === undefined && /\d/u.test(value),
    country: textIn(country),
    issued: textIn(issued),
    expires: textIn(expires),
    remarks: remarks.join('; ') || undefined,
    at,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text of a text, number or truth value; undefined for blanks and for everything else. */
function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return String(value).trim() || undefined;
}

/** The texts of an array, or of a text as an array of one. Objects stand as JSON, so that nothing of them is lost. */
function textsIn(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => textIn(item) ?? (isObject(item) ? JSON.stringify(item) : []));
}
