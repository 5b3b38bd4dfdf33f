// Tells in which encoding a customer's text file is written, from all of its bytes: by byte order mark, by the NUL
// bytes of UTF-16, as UTF-8 if it is valid, else as Windows-1252, which is what spreadsheets write in the West.
// Assumes that nobody declares it; it does not tell one single-byte code page from another (`--encoding` does).

/** What was found. `note` says, for the user, what was assumed and why; absent if there is nothing to say. */
export interface EncodingVerdict {
  readonly encoding: string;
  readonly note?: string;
}

/** How much of the beginning is looked at for the NUL bytes that UTF-16 shows in Western text. */
const UTF16_SAMPLE_BYTES = 4096;
/** Share of NULs on one side of the pairs from which text counts as UTF-16; plain text has none. */
const UTF16_NUL_SHARE = 0.2;

/** Reads all bytes of a file, in order, and then says in which encoding they are. */
export class EncodingSurvey {
  readonly #sample = Buffer.alloc(UTF16_SAMPLE_BYTES);
  #sampled = 0;
  #position = 0;
  /** Continuation bytes that the character begun still needs, and the range of the next one. */
  #needed = 0;
  #least = 0x80;
  #most = 0xbf;
  #wellFormed = 0;
  #broken = 0;
  #firstBroken = -1;

  add(bytes: Uint8Array): void {
    if (this.#sampled < UTF16_SAMPLE_BYTES) {
      const part = bytes.subarray(0, UTF16_SAMPLE_BYTES - this.#sampled);
      this.#sample.set(part, this.#sampled);
      this.#sampled += part.length;
    }
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte < 0x80 && this.#needed === 0) continue;
      this.#step(byte, this.#position + index);
    }
    this.#position += bytes.length;
  }

  /** The ranges are those of table 3-7 of the Unicode Standard: no overlong forms, no surrogates, up to U+10FFFF. */
  #step(byte: number, position: number): void {
    if (this.#needed > 0) {
      if (byte >= this.#least && byte <= this.#most) {
        this.#needed -= 1;
        this.#expect(this.#needed);
        if (this.#needed === 0) this.#wellFormed += 1;
        return;
      }
      this.#break(position);
      if (byte < 0x80) return;
    }
    if (byte >= 0xc2 && byte <= 0xdf) this.#expect(1);
    else if (byte === 0xe0) this.#expect(2, 0xa0, 0xbf);
    else if (byte === 0xed) this.#expect(2, 0x80, 0x9f);
    else if (byte >= 0xe1 && byte <= 0xef) this.#expect(2);
    else if (byte === 0xf0) this.#expect(3, 0x90, 0xbf);
    else if (byte >= 0xf1 && byte <= 0xf3) this.#expect(3);
    else if (byte === 0xf4) this.#expect(3, 0x80, 0x8f);
    else this.#break(position);
  }

  #expect(needed: number, least = 0x80, most = 0xbf): void {
    this.#needed = needed;
    this.#least = least;
    this.#most = most;
  }

  #break(position: number): void {
    this.#needed = 0;
    this.#broken += 1;
    if (this.#firstBroken < 0) this.#firstBroken = position;
  }

  /** To be asked once, after the last byte. */
  verdict(): EncodingVerdict {
    const utf16 = this.#utf16();
    if (utf16) return utf16;
    if (this.#needed > 0) this.#break(this.#position);
    if (this.#broken === 0) return { encoding: 'utf-8' };
    const place = `from byte ${this.#firstBroken + 1} on`;
    // A UTF-8 file with a damaged place must not turn every accent of the whole file into two wrong characters.
    if (this.#wellFormed > this.#broken) {
      const note = `the file is UTF-8 but for ${this.#broken} damaged place(s), ${place}; the rows are named in the problems file`;
      return { encoding: 'utf-8', note };
    }
    const note = `the file is not UTF-8 (${place}) and is read as Windows-1252; give --encoding if it is another`;
    return { encoding: 'windows-1252', note };
  }

  #utf16(): EncodingVerdict | undefined {
    const [first, second] = this.#sample;
    if (this.#sampled >= 2 && first === 0xff && second === 0xfe) return { encoding: 'utf-16le' };
    if (this.#sampled >= 2 && first === 0xfe && second === 0xff) return { encoding: 'utf-16be' };
    const nuls = [0, 0];
    for (let index = 0; index < this.#sampled; index += 1) {
      if (this.#sample[index] === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
    }
    const [even = 0, odd = 0] = nuls;
    const enough = (this.#sampled / 2) * UTF16_NUL_SHARE;
    const note = 'the file has no byte order mark and is read as UTF-16, as its NUL bytes show';
    if (odd > enough && even * 10 < odd) return { encoding: 'utf-16le', note };
    if (even > enough && odd * 10 < even) return { encoding: 'utf-16be', note };
    return undefined;
  }
}

/** Bytes as text, piece by piece. What is no character in the encoding comes out as U+FFFD. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
