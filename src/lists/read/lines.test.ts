import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListFile } from '../list-file.ts';
import { type TextLine, textLines } from './lines.ts';

/** A file that comes in pieces of the given sizes. */
function fileInPieces(text: string, sizes: readonly number[] = []): ListFile {
  return {
    name: 'lines.txt',
    async *open() {
      let rest = new TextEncoder().encode(text);
      for (const size of sizes) {
        yield rest.subarray(0, size);
        rest = rest.subarray(size);
      }
      yield rest;
    },
  };
}

async function linesOf(file: ListFile): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for await (const line of textLines(file)) lines.push(line);
  return lines;
}

describe('the lines of a file', () => {
  it('are numbered from 1, blank ones counted and passed over', async () => {
    expect(await linesOf(fileInPieces('one\r\n\n  \ntwo\nthree'))).toEqual([
      { line: 1, text: 'one', isEnded: true },
      { line: 4, text: 'two', isEnded: true },
      { line: 5, text: 'three', isEnded: false },
    ]);
  });

  it('are the same in whatever pieces the file comes', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
    const text = fc.array(fc.constantFrom('a', 'Ж', '\u{1F6A2}', ' ', '\n', '\r\n'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (parts, pieces) => {
        const whole = parts.join('');
        expect(await linesOf(fileInPieces(whole, pieces))).toEqual(await linesOf(fileInPieces(whole)));
      }),
    );
  });

  it('refuses a file without line ends before it fills the memory', async () => {
    const endless: ListFile = {
      name: 'endless.txt',
      async *open() {
        const piece = new Uint8Array(1 << 20).fill(0x61);
        for (;;) yield piece;
      },
    };
    await expect(linesOf(endless)).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      place: { file: 'endless.txt', line: 1 },
    });
  });
});
