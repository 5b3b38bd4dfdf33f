// The file form of an index: a header in JSON, then the typed arrays as they are, each at a multiple of eight, then
// the parties as JSON documents. It is opened without copying: the arrays are views of the file's bytes, which may
// lie in shared memory. A file that is not of this form, or is cut, is refused.

import { InterdictError } from '../../model/errors.ts';
import type { NameKind } from '../../names/form/token.ts';
import type { ListedParty } from '../listed-party.ts';
import { searchableMemory } from './key-search.ts';
import type { KeyTrie } from './key-trie.ts';
import type { JoinVocabulary, NameIndex, NameIndexParts, Vocabulary } from './name-index.ts';
import {
  type IndexParts,
  indexParties,
  NAME_KINDS,
  type PartyTable,
  type ScreenIndex,
} from './screen-index.ts';

/** Goes up when files of the old form can no longer be read; they are then built anew. */
export const INDEX_FORMAT = 8;

const MAGIC = new TextEncoder().encode('INTERDICT INDEX\n');
const LENGTH_AT = MAGIC.length;
const HEADER_AT = LENGTH_AT + 8;

/** Parties that stay unpacked at most; a thread meets the same few again and again. */
const MAX_UNPACKED = 10_000;

const ARRAY_TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;
type ArrayTypeName = keyof typeof ARRAY_TYPES;
type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

interface Section {
  readonly type: ArrayTypeName;
  readonly at: number;
  readonly length: number;
}

interface Header {
  readonly format: number;
  readonly size: number;
  readonly nameCounts: Record<NameKind, number>;
  readonly vocabularyCounts: Record<NameKind, number>;
  readonly joinCounts: Record<NameKind, number>;
  readonly conceptTexts: Record<NameKind, readonly string[]>;
  readonly stemTexts: Record<NameKind, readonly string[]>;
  readonly sections: Record<string, Section>;
}

/** The bytes of an index file in a memory that threads can share and the key search works in. */
export interface PlacedIndex {
  readonly memory: WebAssembly.Memory;
  /** Bytes of the file; the memory is larger. */
  readonly size: number;
}

/** A tree of typed arrays, as an index is one. */
type Arrays = { readonly [name: string]: NumberArray };

function arraysOf(object: object): Arrays {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => ArrayBuffer.isView(value)),
  ) as Arrays;
}

/**
 * The bytes of an index, piece by piece, in order.
 * @param parts   the index
 * @param parties the parties, in the order in which they were indexed
 */
export function encodeIndex(parts: IndexParts, parties: readonly ListedParty[]): Uint8Array[] {
  const encoder = new TextEncoder();
  const documents = parties.map((party) => encoder.encode(JSON.stringify(party)));
  const documentAt = new Float64Array(documents.length + 1);
  documents.forEach((document, at) => {
    documentAt[at + 1] = documentAt[at]! + document.length;
  });
  const ids = parties.flatMap((party, number) =>
    [party.id, ...party.referents].map((id) => [id, number] as const),
  );
  const arrays: [string, NumberArray][] = [
    ...NAME_KINDS.flatMap((kind) => nameArrays(kind, parts.names[kind])),
    ['birthYearFirst', parts.birthYearFirst],
    ['birthYearLast', parts.birthYearLast],
    ['identifierHash', parts.identifierHash],
    ['identifierParty', parts.identifierParty],
    ['documentAt', documentAt],
    ['ids', encoder.encode(JSON.stringify(ids))],
  ];
  const sections: Record<string, Section> = {};
  let at = 0;
  for (const [name, array] of [
    ...arrays,
    ['documents', { byteLength: documentAt[documents.length]! }] as const,
  ]) {
    const type = (
      array instanceof Object && 'BYTES_PER_ELEMENT' in array ? array.constructor.name : 'Uint8Array'
    ) as ArrayTypeName;
    const length = 'length' in array ? array.length : array.byteLength;
    sections[name] = { type, at, length };
    at += Math.ceil(array.byteLength / 8) * 8;
  }
  const byKind = <Value>(value: (index: NameIndexParts) => Value): Record<NameKind, Value> => ({
    person: value(parts.names.person),
    organisation: value(parts.names.organisation),
    object: value(parts.names.object),
  });
  const header: Header = {
    format: INDEX_FORMAT,
    size: at,
    nameCounts: byKind((index) => index.nameCount),
    vocabularyCounts: byKind((index) => index.vocabulary.count),
    joinCounts: byKind((index) => index.joins.count),
    conceptTexts: byKind((index) => index.vocabulary.conceptTexts),
    stemTexts: byKind((index) => index.vocabulary.stemTexts),
    sections,
  };
  const headerBytes = encoder.encode(JSON.stringify(header));
  const paddedLength = Math.ceil((HEADER_AT + headerBytes.length) / 8) * 8 - HEADER_AT;
  const opening = new Uint8Array(HEADER_AT + paddedLength).fill(0x20);
  opening.set(MAGIC);
  new DataView(opening.buffer).setFloat64(LENGTH_AT, paddedLength, true);
  opening.set(headerBytes, HEADER_AT);
  const pieces: Uint8Array[] = [opening];
  for (const [, array] of arrays)
    pieces.push(...padded(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));
  pieces.push(...documents, ...padding(documentAt[documents.length]!));
  return pieces;
}

function nameArrays(kind: NameKind, index: NameIndexParts): [string, NumberArray][] {
  const named = (prefix: string, object: object): [string, NumberArray][] =>
    Object.entries(arraysOf(object)).map(([name, array]) => [`${kind}.${prefix}${name}`, array]);
  return [
    ...named('', index),
    ...named('vocabulary.', index.vocabulary),
    ...named('joins.', index.joins),
    ...named('consonants.', index.consonants),
  ];
}

function padding(length: number): Uint8Array[] {
  const missing = (8 - (length % 8)) % 8;
  return missing > 0 ? [new Uint8Array(missing)] : [];
}

function padded(bytes: Uint8Array): Uint8Array[] {
  return [bytes, ...padding(bytes.length)];
}

/**
 * Opens an index that lies in a memory from its start. Threads that are given the same memory share the index.
 * @param placed holds all bytes of the file; they must stay unchanged while the index is in use
 * @throws InterdictError STORE_DAMAGED if the bytes are no whole index of this form
 */
export function decodeIndex({ memory, size }: PlacedIndex): ScreenIndex {
  const { buffer } = memory;
  const bytes = new Uint8Array(buffer);
  if (!MAGIC.every((byte, at) => bytes[at] === byte))
    throw new InterdictError('STORE_DAMAGED', 'The file is no index of Interdict.');
  const headerLength = new DataView(buffer).getFloat64(LENGTH_AT, true);
  const header = JSON.parse(
    new TextDecoder().decode(bytes.slice(HEADER_AT, HEADER_AT + headerLength)),
  ) as Header;
  const base = HEADER_AT + headerLength;
  if (header.format !== INDEX_FORMAT)
    throw new InterdictError('STORE_DAMAGED', `The index is of form ${header.format}, not ${INDEX_FORMAT}.`);
  if (size < base + header.size) throw new InterdictError('STORE_DAMAGED', 'The index file was cut.');
  const section = (name: string): NumberArray => {
    const found = header.sections[name];
    if (!found) throw new InterdictError('STORE_DAMAGED', `The index has no section "${name}".`);
    return new ARRAY_TYPES[found.type](buffer as unknown as ArrayBuffer, base + found.at, found.length);
  };
  const group = (prefix: string): Arrays =>
    Object.fromEntries(
      Object.keys(header.sections)
        .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'))
        .map((name) => [name.slice(prefix.length), section(name)]),
    );
  const nameIndex = (kind: NameKind): NameIndex =>
    ({
      kind,
      nameCount: header.nameCounts[kind],
      ...group(`${kind}.`),
      vocabulary: {
        count: header.vocabularyCounts[kind],
        conceptTexts: header.conceptTexts[kind],
        stemTexts: header.stemTexts[kind],
        ...group(`${kind}.vocabulary.`),
      } as unknown as Vocabulary,
      joins: { count: header.joinCounts[kind], ...group(`${kind}.joins.`) } as unknown as JoinVocabulary,
      consonants: group(`${kind}.consonants.`) as unknown as KeyTrie,
      memory,
    }) as unknown as NameIndex;
  return {
    names: {
      person: nameIndex('person'),
      organisation: nameIndex('organisation'),
      object: nameIndex('object'),
    },
    birthYearFirst: section('birthYearFirst') as Uint16Array,
    birthYearLast: section('birthYearLast') as Uint16Array,
    identifierHash: section('identifierHash') as Uint32Array,
    identifierParty: section('identifierParty') as Uint32Array,
    parties: new PackedParties(
      section('documents') as Uint8Array,
      section('documentAt') as Float64Array,
      section('ids') as Uint8Array,
    ),
  };
}

/** Puts the bytes of an index into a memory that `decodeIndex` opens. */
export function placeIndex(pieces: readonly Uint8Array[]): PlacedIndex {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const memory = searchableMemory(size);
  const bytes = new Uint8Array(memory.buffer);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { memory, size };
}

/** An index of parties that is held in memory alone, as it would be opened from its file. */
export function indexInMemory(parties: readonly ListedParty[]): ScreenIndex {
  return decodeIndex(placeIndex(encodeIndex(indexParties(parties), parties)));
}

/** Parties as documents, unpacked when asked for and kept while there is room. */
class PackedParties implements PartyTable {
  readonly count: number;
  readonly #documents: Uint8Array;
  readonly #documentAt: Float64Array;
  readonly #ids: Uint8Array;
  readonly #decoder = new TextDecoder();
  #unpacked = new Map<number, ListedParty>();
  #numbers: Map<string, number> | undefined;

  constructor(documents: Uint8Array, documentAt: Float64Array, ids: Uint8Array) {
    this.count = documentAt.length - 1;
    this.#documents = documents;
    this.#documentAt = documentAt;
    this.#ids = ids;
  }

  partyOf(number: number): ListedParty {
    let party = this.#unpacked.get(number);
    if (!party) {
      party = this.#unpack(number);
      if (this.#unpacked.size >= MAX_UNPACKED) this.#unpacked = new Map();
      this.#unpacked.set(number, party);
    }
    return party;
  }

  *all(): Generator<ListedParty> {
    for (let number = 0; number < this.count; number++)
      yield this.#unpacked.get(number) ?? this.#unpack(number);
  }

  #unpack(number: number): ListedParty {
    const bytes = this.#documents.slice(this.#documentAt[number]!, this.#documentAt[number + 1]!);
    return JSON.parse(this.#decoder.decode(bytes)) as ListedParty;
  }

  numberOf(id: string): number | undefined {
    this.#numbers ??= new Map(JSON.parse(this.#decoder.decode(this.#ids.slice())) as [string, number][]);
    return this.#numbers.get(id);
  }
}
