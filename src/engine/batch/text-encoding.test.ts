import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, EncodingSurvey } from './text-encoding.ts';

function verdict(...chunks: (Uint8Array | string)[]): ReturnType<EncodingSurvey['verdict']> {
  const survey = new EncodingSurvey();
  for (const chunk of chunks) survey.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return survey.verdict();
}

describe('telling the encoding of a text file', () => {
  it('takes plain and accented UTF-8 for UTF-8, with or without a mark', () => {
    expect(verdict('name\nAshot\n')).toEqual({ encoding: 'utf-8' });
    expect(verdict('\uFEFFname\nMkrtyčev Ольга 🚢\n')).toEqual({ encoding: 'utf-8' });
  });

  it('finds a character that is cut between two chunks', () => {
    const bytes = Buffer.from('a🚢é');
    expect(verdict(bytes.subarray(0, 3), bytes.subarray(3, 6), bytes.subarray(6))).toEqual({
      encoding: 'utf-8',
    });
  });

  it('takes accents of one byte for Windows-1252 and says so', () => {
    const { encoding, note } = verdict(Buffer.from('name\nMüller\n', 'latin1'));
    expect(encoding).toBe('windows-1252');
    expect(note).toMatch(/not UTF-8 \(from byte 7 on\).*Windows-1252/u);
  });

  it('keeps to UTF-8 where most of the file is UTF-8 and one place is damaged', () => {
    const damaged = Buffer.concat([
      Buffer.from('Müller, Łukasz, Zoë\n'),
      Buffer.from([0xc3]),
      Buffer.from('x\n'),
    ]);
    const { encoding, note } = verdict(damaged);
    expect(encoding).toBe('utf-8');
    expect(note).toMatch(/1 damaged place/u);
  });

  it('knows UTF-16 by its mark, and without one by its NUL bytes', () => {
    const le = Buffer.from('name;land\nMüller;Österreich\n', 'utf16le');
    const be = Buffer.from(le).swap16();
    expect(verdict(Buffer.from([0xff, 0xfe]), le)).toEqual({ encoding: 'utf-16le' });
    expect(verdict(Buffer.from([0xfe, 0xff]), be)).toEqual({ encoding: 'utf-16be' });
    expect(verdict(le)).toMatchObject({ encoding: 'utf-16le', note: expect.stringContaining('NUL') });
    expect(verdict(be)).toMatchObject({ encoding: 'utf-16be', note: expect.stringContaining('NUL') });
  });

  it('does not take some NUL bytes in a text for UTF-16', () => {
    expect(verdict('name\nA\0B\nC\0\0D and more text that is plain\n').encoding).toBe('utf-8');
  });

  it('agrees with the platform on what is UTF-8, byte for byte, in any chunks', () => {
    const parts = fc.constantFrom(
      '61',
      'c3a9',
      'c3',
      'e282ac',
      'e282',
      'f09f9a a2',
      'eda080',
      'c080',
      'f4908080',
      'ff',
    );
    const files = fc
      .array(parts, { maxLength: 30 })
      .map((all) => Buffer.from(all.join('').replaceAll(' ', ''), 'hex'));
    fc.assert(
      fc.property(files, fc.nat(100), (bytes, cut) => {
        let isValid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          isValid = false;
        }
        const { encoding, note } = verdict(bytes.subarray(0, cut), bytes.subarray(cut));
        expect(encoding === 'utf-8' && note === undefined).toBe(isValid);
      }),
      { numRuns: 3_000 },
    );
  });

  it('decodes across chunks, and marks half a character at the end', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      const bytes = Buffer.from('é🚢é');
      for (const byte of bytes.subarray(0, bytes.length - 1)) yield Uint8Array.of(byte);
    }
    let text = '';
    for await (const piece of decoded(chunks(), 'utf-8')) text += piece;
    expect(text).toBe('é🚢\uFFFD');
  });
});
