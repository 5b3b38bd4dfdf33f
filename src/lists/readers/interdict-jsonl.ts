// Interdict's own starter lists: a header line, then one listed party a line, as JSON. They hold a few facts of old
// official lists, so that a fresh installation has something to show; whoever screens must not clear anyone by them.
// Values stand as the official list writes them; dates and countries are read here like those of any other list.
import { InterdictError } from '../../model/errors.ts';
import { partyId } from '../../model/record.ts';
import { propertyOf } from '../../model/schema/schema.ts';
import { addTypedIdentification } from '../identification-types.ts';
import type { ListFile } from '../list-file.ts';
import { type TextLine, textLines } from '../read/lines.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';
import {
  beginsAsStarter,
  parseStarterHeader,
  parseStarterParty,
  type StarterHeader,
  type StarterParty,
} from './interdict-jsonl-line.ts';

export const interdictJsonl: ListReader = {
  format: 'interdict-jsonl',
  title: 'Interdict starter list',
  version: 1,
  isStarter: true,
  recognise(head) {
    if (!beginsAsStarter(head.text)) return undefined;
    const dataset = /"dataset"\s*:\s*"([a-z0-9_]+)"/u.exec(head.text.split('\n', 1)[0] ?? '')?.[1];
    return { part: 'main', ...(dataset === undefined ? {} : { dataset }) };
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  let header: StarterHeader | undefined;
  let rows = 0;
  for await (const line of textLines(file)) {
    const place = { file: file.name, line: line.line };
    const json = parseJson(line, file);
    if (!header) {
      header = parseStarterHeader(json, place);
      yield { kind: 'published', day: header.asOf };
      continue;
    }
    rows += 1;
    const builder = buildRecord(dataset, header, parseStarterParty(json, place), `${file.name}:${line.line}`);
    yield* valueIssueEvents(builder, file.name, line.line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
  if (header && rows !== header.records) {
    const message = `${file.name} announces ${header.records} parties in its header and holds ${rows}.`;
    throw new InterdictError('LIST_COUNT_WRONG', message, { file: file.name });
  }
}

function parseJson({ line, text, isEnded }: TextLine, file: ListFile): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const place = { file: file.name, line };
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw isEnded
      ? new InterdictError('LIST_MALFORMED', `${file.name}, line ${line}: no JSON (${problem}).`, place, {
          cause,
        })
      : new InterdictError(
          'LIST_TRUNCATED',
          `${file.name}, line ${line}: the file ends in the middle of a line.`,
          place,
          { cause },
        );
  }
}

function buildRecord(dataset: string, header: StarterHeader, party: StarterParty, at: string): RecordBuilder {
  const builder = new RecordBuilder(dataset, party.recordId, party.schema);
  for (const [property, texts] of Object.entries(party.properties)) {
    const { type } = propertyOf(party.schema, property);
    for (const { value, lang } of texts) {
      if (type === 'date') builder.addDate(property, value, at);
      else if (type === 'country') builder.addCountry(property, value, at);
      else builder.add(property, value, at, lang);
    }
  }
  builder.add('topics', 'sanction', at);
  for (const parts of party.identifications) addTypedIdentification(builder, parts, at);
  for (const parts of party.addresses) builder.addAddress(parts, at);
  for (const { publicKey, currency } of party.wallets) builder.addWallet(publicKey, currency, at);
  for (const parts of party.listings)
    builder.addListing({ ...parts, authority: header.authority, country: header.country }, at);
  for (const { schema, own, other, role, party: related } of party.related) {
    const end = 'recordId' in related ? { id: partyId(dataset, related.recordId) } : related;
    builder.addRelation(schema, end, { own, other, role }, at);
  }
  return builder.add('notes', `Taken from: ${party.source}`, at);
}
