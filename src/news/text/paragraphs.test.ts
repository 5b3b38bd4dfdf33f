import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../model/reading.ts';
import { paragraphsOf } from './paragraphs.ts';

function paragraphs(text: string, zones: readonly Zone[] = []): string[] {
  return paragraphsOf(text, zones).map(({ start, end }) => text.slice(start, end));
}

describe('paragraphs', () => {
  it('are the lines that hold something, without the space around them', () => {
    expect(paragraphs('  Head\n\n\tFirst line. \r\nSecond line.\n \n')).toEqual([
      'Head',
      'First line.',
      'Second line.',
    ]);
  });

  it('are whole where a release was broken at a fixed width', () => {
    const wrapped =
      'The department said on Thursday that it had added two firms and their\ndirector to the list, because they had shipped machine tools by way of\na third country.';
    expect(paragraphs(wrapped)).toEqual([wrapped]);
  });

  it('stay apart where lines are short by themselves: headings, lists, captions', () => {
    const lines = ['The ships', 'The owners of the ships', 'A list of the ports that they called at'];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });

  it('end where a zone begins', () => {
    const text = 'YEREVAN — The bank paid.';
    const zones: Zone[] = [
      { kind: 'dateline', start: 0, end: 9 },
      { kind: 'body', start: 10, end: text.length },
    ];
    expect(paragraphs(text, zones)).toEqual(['YEREVAN —', 'The bank paid.']);
  });

  it('leave out nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '\r', '\t', 'word ', '\u2028') }),
        (text) => {
          expect(paragraphs(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
    );
  });
});
