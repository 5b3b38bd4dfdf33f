// Looks at a file while it arrives: counts it against its limits, tells a web page from a list, and at the end asks
// whether what began as XML, JSON or a zip archive also ends as one, since a server that announces too few bytes
// cuts a file without any other sign. What the file says is for the list readers.
import { InterdictError } from '../model/errors.ts';

/** Bytes of the beginning that are looked at. */
const HEAD_BYTES = 4096;
/** Bytes of the end that are looked at; a zip's directory has its end record there, before a comment. */
const TAIL_BYTES = 65_558;

const WEB_PAGE = /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/iu;
const TITLE = /<title[^>]*>\s*([^<]{1,80})/iu;

export class ContentGuard {
  readonly #place: string;
  readonly #maxBytes: number;
  readonly #announced: number | undefined;
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);
  #bytes = 0;

  /**
   * @param place     what messages call the file
   * @param maxBytes  more is refused
   * @param announced bytes that the publisher says it sends, if it says so
   * @throws InterdictError FETCH_TOO_LARGE if that alone is too many
   */
  constructor(place: string, maxBytes: number, announced?: number) {
    this.#place = place;
    this.#maxBytes = maxBytes;
    this.#announced = announced;
    if (announced !== undefined && announced > maxBytes) {
      throw this.#error('FETCH_TOO_LARGE', `announces ${announced} bytes; the limit is ${maxBytes}`);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @throws InterdictError FETCH_TOO_LARGE, or LIST_WRONG_FORMAT for a web page */
  take(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) {
      throw this.#error('FETCH_TOO_LARGE', `sends more than ${this.#maxBytes} bytes, which is the limit`);
    }
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, chunk]).subarray(0, HEAD_BYTES);
      this.#refuseWebPage();
    }
    this.#tail = chunk.length >= TAIL_BYTES ? Buffer.from(chunk) : Buffer.concat([this.#tail, chunk]);
    this.#tail = this.#tail.subarray(-TAIL_BYTES);
  }

  /** @throws InterdictError LIST_EMPTY or FETCH_LENGTH_WRONG */
  end(): void {
    if (this.#bytes === 0) throw this.#error('LIST_EMPTY', 'sent a file without any bytes');
    const short = this.shortfall();
    if (short) throw short;
    const missing = missingEnd(this.#head, this.#tail);
    if (!missing) return;
    const count =
      this.#announced === undefined ? `${this.#bytes} bytes` : `the ${this.#bytes} bytes that it announced`;
    throw this.#error('FETCH_LENGTH_WRONG', `sent ${count}, but the file does not end there: ${missing}`);
  }

  /** The error for too few bytes; undefined if as many came as were announced. */
  shortfall(): InterdictError | undefined {
    if (this.#announced === undefined || this.#bytes === this.#announced) return undefined;
    return this.#error('FETCH_LENGTH_WRONG', `announced ${this.#announced} bytes and sent ${this.#bytes}`);
  }

  #refuseWebPage(): void {
    const text = this.#head.toString('utf8');
    if (!WEB_PAGE.test(text)) return;
    const title = TITLE.exec(text)?.[1]?.replace(/\s+/gu, ' ').trim();
    const named = title ? ` ("${title}")` : '';
    throw this.#error('LIST_WRONG_FORMAT', `sent a web page${named} in place of the list`);
  }

  #error(
    code: 'FETCH_TOO_LARGE' | 'FETCH_LENGTH_WRONG' | 'LIST_EMPTY' | 'LIST_WRONG_FORMAT',
    what: string,
  ): InterdictError {
    return new InterdictError(code, `${this.#place} ${what}.`);
  }
}

/** What a file that begins so should end with and does not; undefined if it does, or if its kind has no set end. */
function missingEnd(head: Buffer, tail: Buffer): string | undefined {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    return tail.includes('PK\x05\x06') ? undefined : 'a zip archive ends with its directory';
  }
  // Bytes that are no ASCII stand for themselves here; only the marks at the two ends matter.
  const begin = /^(?:\u00EF\u00BB\u00BF)?\s*([<[{])/u.exec(head.toString('latin1'))?.[1];
  const end = /(\S)\s*$/u.exec(tail.subarray(-256).toString('latin1'))?.[1];
  if (begin === '<' && end !== '>') return 'XML ends with ">"';
  // A file of JSON lines begins like an object and ends like one.
  if (begin === '{' && end !== '}') return 'JSON that begins with "{" ends with "}"';
  if (begin === '[' && end !== ']') return 'JSON that begins with "[" ends with "]"';
  return undefined;
}
