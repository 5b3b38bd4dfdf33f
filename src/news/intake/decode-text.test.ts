import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { decodeText } from './decode-text.ts';

const TEXT = 'Čaputová – “sanctions” for Müller & Мкртычев';

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

describe('the encoding of a report', () => {
  it('is UTF-8 where that fits', () => {
    expect(decodeText(Buffer.from(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8', notes: [] });
    expect(decodeText(Buffer.from(`\uFEFF${TEXT}`)).text).toBe(TEXT);
  });

  it.each([true, false])(
    'is UTF-16 by its mark, and without one by its NULs (big end first: %s)',
    (isBig) => {
      expect(decodeText(utf16(`\uFEFF${TEXT}`, isBig)).text).toBe(TEXT);
      expect(decodeText(utf16(TEXT, isBig)).text).toBe(TEXT);
    },
  );

  it('is the one that the page or the header declares', () => {
    const body = Buffer.from([0xcc, 0xea, 0xf0]); // "Мкр" in windows-1251
    const page = Buffer.concat([Buffer.from('<meta charset="windows-1251">'), body]);
    expect(decodeText(page).text).toContain('Мкр');
    expect(decodeText(body, 'windows-1251').text).toBe('Мкр');
    expect(
      decodeText(Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'), body])).text,
    ).toContain('Мкр');
  });

  it('is Windows-1252 if nothing else is said, and that is told', () => {
    const { text, notes } = decodeText(
      Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x93, 0x78, 0x94]),
    );
    expect(text).toBe('Müller “x”');
    expect(notes).toEqual([expect.stringContaining('Windows-1252')]);
  });

  it('stays UTF-8 if only a place of it is damaged, and the damage is counted', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff]), Buffer.from(' end')]);
    const { text, notes } = decodeText(bytes);
    expect(text).toBe(`${TEXT}\uFFFD end`);
    expect(notes).toEqual([expect.stringContaining('1 place(s)')]);
  });

  it('is not believed if it does not exist', () => {
    const { text, notes } = decodeText(Buffer.from(TEXT), 'klingon-8');
    expect(text).toBe(TEXT);
    expect(notes).toEqual([expect.stringContaining('klingon-8')]);
  });

  it('of more bytes than the limit is not looked at', () => {
    expect(() => decodeText(new Uint8Array(20_000_001))).toThrow(
      expect.objectContaining({ code: 'ARTICLE_TOO_LARGE' }),
    );
  });

  it('of any bytes gives a text, and tells every loss', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.constantFrom('utf-8', 'koi8-r', 'x'), { nil: undefined }),
        (bytes, charset) => {
          const { text, notes } = decodeText(bytes, charset);
          if (text.includes('\uFFFD') && !Buffer.from(bytes).toString().includes('\uFFFD'))
            expect(notes).not.toEqual([]);
          expect(text.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('the text of a report', () => {
  it('has line ends of one kind, no NUL and whole characters', () => {
    expect(cleanText('a\r\nb\rc\u2028d\fe\u0085f')).toEqual({ text: 'a\nb\nc\nd\ne\nf', notes: [] });
    const { text, notes } = cleanText('a\0b\uD800c');
    expect(text).toBe('a b\uFFFDc');
    expect(notes).toHaveLength(2);
  });

  it('keeps all other characters as they are', () => {
    const text = 'e\u0301 \u00A0 \u200B \uFB01 \u202E \u2060 🏴‍☠️';
    expect(cleanText(text)).toEqual({ text, notes: [] });
  });

  it('is clean the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text } = cleanText(raw);
        expect(cleanText(text)).toEqual({ text: text.replace(/^\uFEFF/u, ''), notes: [] });
      }),
    );
  });
});
