// Bytes of a report as text: by byte order mark, by what the source declares, by the NUL bytes of UTF-16, as UTF-8 if
// it is valid, else as Windows-1252. A declared encoding that the bytes contradict is not believed. What cannot be
// decoded becomes U+FFFD, is counted and told.
import { InterdictError } from '../../model/errors.ts';
import { MAX_TEXT_BYTES } from './limits.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly string[];
}

/** Bytes at the beginning in which a page declares its encoding (HTML Standard, 13.2.3.2: the first 1024). */
const DECLARED_BYTES = 1024;
/** Bytes at the beginning that are looked at for the NULs of UTF-16. */
const SAMPLE_BYTES = 4096;
/** Share of NULs on one side of the pairs from which text counts as UTF-16. */
const NUL_SHARE = 0.2;

/**
 * @param charset what the source declares beside the bytes (a header)
 * @throws InterdictError ARTICLE_TOO_LARGE
 */
export function decodeText(bytes: Uint8Array, charset?: string): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) {
    const message = `The report has ${bytes.length} bytes; the limit is ${MAX_TEXT_BYTES}.`;
    throw new InterdictError('ARTICLE_TOO_LARGE', message);
  }
  const marked = byteOrderMark(bytes) ?? utf16ByNuls(bytes);
  if (marked) return decodedAs(marked, bytes);
  const declared = charset ?? declaredCharset(bytes);
  const encoding = declared === undefined ? undefined : knownEncoding(declared);
  if (encoding && !encoding.startsWith('utf-')) return decodedAs(encoding, bytes);
  const text = tryUtf8(bytes);
  const unknown = declared && !encoding ? [`The encoding "${declared.slice(0, 40)}" is not known.`] : [];
  if (text !== undefined) return { text, encoding: 'utf-8', notes: unknown };
  // A file that says it is UTF-8, or mostly is, with a few damaged places: only these are lost.
  const asUtf8 = decodedAs('utf-8', bytes);
  const damaged = count(asUtf8.text, '\uFFFD');
  const foreign = asUtf8.text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
  if (encoding === 'utf-8' ? foreign >= damaged / 4 : foreign > damaged) return withNotes(asUtf8, unknown);
  const note = 'The text is not UTF-8 and says no other encoding; it is read as Windows-1252.';
  return withNotes(decodedAs('windows-1252', bytes), [...unknown, note]);
}

function withNotes(decoded: DecodedText, notes: readonly string[]): DecodedText {
  return { ...decoded, notes: [...notes, ...decoded.notes] };
}

function decodedAs(encoding: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const damaged = count(text, '\uFFFD');
  const note = `${damaged} place(s) could not be decoded as ${encoding} and show as \uFFFD.`;
  return { text, encoding, notes: damaged > 0 ? [note] : [] };
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Not UTF-8: that is the question asked.
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function utf16ByNuls(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nuls = [0, 0] as [number, number];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) nuls[(index % 2) as 0 | 1] += 1;
  }
  const enough = (sample.length / 2) * NUL_SHARE;
  const [even, odd] = nuls;
  if (odd > enough && even * 10 < odd) return 'utf-16le';
  return even > enough && odd * 10 < even ? 'utf-16be' : undefined;
}

/** What the first bytes of a page or of XML say of their encoding. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARED_BYTES)).toString('latin1');
  return /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/u.exec(head)?.[1] ?? metaCharset(head);
}

function metaCharset(head: string): string | undefined {
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(head)?.[1];
}

/** The name under which the runtime knows the encoding; UTF-16 in a declaration that could be read is UTF-8. */
function knownEncoding(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined; // The caller tells that it is not known.
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
