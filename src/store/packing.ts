// Packing and unpacking on the way. gzip, because any tool opens it; unpacking costs a fifth of parsing the rows.
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';

/** Bytes that are read from the disk at once. */
const CHUNK = 1 << 18;

/** Bytes, packed. An error of theirs ends the result with the same error. */
export function pack(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(bytes), createGzip(), passedOn);
}

/** A packer to be written into. Its errors reach whoever reads the packed bytes from it. */
export function packer(): Gzip {
  return createGzip().on('error', passedOn);
}

/** The unpacked bytes of a file. A file that is missing, cut or no gzip ends with an error. */
export function unpack(path: string): AsyncIterable<Uint8Array> {
  return pipeline(createReadStream(path, { highWaterMark: CHUNK }), createGunzip(), passedOn);
}

/** For stream callbacks whose error also reaches whoever iterates over the last stream. */
function passedOn(): void {}
