import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvSplitter } from './csv-splitter.ts';
import type { SourceRow } from './source-row.ts';

function split(text: string, columns?: number, delimiter: string | undefined = ','): SourceRow[] {
  const splitter = new CsvSplitter(delimiter, columns);
  return [...splitter.push(text), ...splitter.end()];
}

function cells(rows: readonly SourceRow[]): unknown[] {
  return rows.map(({ content }) => (content.kind === 'cells' ? content.cells : content.kind));
}

function faults(rows: readonly SourceRow[]): unknown[] {
  return rows.flatMap(({ line, text, content }) =>
    content.kind === 'fault' ? [[line, content.reason, text]] : [],
  );
}

describe('splitting delimited text', () => {
  it('reads quoted cells with separators, quotes and line ends in them', () => {
    const rows = split('a,"b, c","d ""e"" f"\r\n1,"two\nlines",3\n');
    expect(cells(rows)).toEqual([
      ['a', 'b, c', 'd "e" f'],
      ['1', 'two\nlines', '3'],
    ]);
    expect(rows.map((row) => row.line)).toEqual([1, 2]);
  });

  it('counts lines, not records', () => {
    expect(split('"a\nb\r\nc",1\n2,3\n').map((row) => row.line)).toEqual([1, 4]);
  });

  it('knows the three line ends, and a last line without one', () => {
    expect(cells(split('a\nb\r\nc\rd'))).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  it('keeps empty cells, also the last one', () => {
    expect(cells(split('a,,\n,b,'))).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
  });

  it('takes a quote inside an unquoted cell as a character', () => {
    expect(cells(split('Jean "JJ" Dupont,5" pipe\n'))).toEqual([['Jean "JJ" Dupont', '5" pipe']]);
  });

  it('marks rows without text as blank, whatever their number of cells', () => {
    expect(cells(split('a,b\n\n,,,,\n  \nc,d\n', 2))).toEqual([
      ['a', 'b'],
      'blank',
      'blank',
      'blank',
      ['c', 'd'],
    ]);
  });

  it('passes over empty cells behind the last column but not over others', () => {
    expect(cells(split('a,b,,\n', 2))).toEqual([['a', 'b']]);
    expect(faults(split('a,b,c\nd\n', 2))).toEqual([
      [1, 'it has 3 cells where the header has 2', 'a,b,c'],
      [2, 'it has 1 cell where the header has 2', 'd'],
    ]);
  });

  it('gives one cell a line where there is no delimiter', () => {
    const splitter = new CsvSplitter(undefined, 1);
    expect(cells([...splitter.push('Smith, John\nA;B\n'), ...splitter.end()])).toEqual([
      ['Smith, John'],
      ['A;B'],
    ]);
  });
});

describe('recovering from broken records', () => {
  it('loses one line to a quote that is never closed, not the rows below it', () => {
    const rows = split('1,"Foo,us\n2,Bar,de\n3,Baz,fr\n', 3);
    expect(faults(rows)).toEqual([[1, 'a quote is opened and never closed', '1,"Foo,us']]);
    expect(cells(rows)).toEqual(['fault', ['2', 'Bar', 'de'], ['3', 'Baz', 'fr']]);
  });

  it('does not pair a stray quote with the quote of a row below', () => {
    const rows = split('1,"Foo,us\n2,"Bar",de\n3,Baz,"fr"\n', 3);
    expect(faults(rows)).toEqual([[1, 'text follows a closing quote', '1,"Foo,us']]);
    expect(cells(rows).slice(1)).toEqual([
      ['2', 'Bar', 'de'],
      ['3', 'Baz', 'fr'],
    ]);
  });

  it('does not take rows for one cell where a stray quote happens to close at an end of line', () => {
    const rows = split('1,"Foo,us\n2,Bar,de"\n3,Baz,fr\n', 3);
    expect(faults(rows)).toEqual([[1, 'it has 2 cells where the header has 3', '1,"Foo,us']]);
    expect(cells(rows).slice(1)).toEqual([
      ['2', 'Bar', 'de"'],
      ['3', 'Baz', 'fr'],
    ]);
  });

  it('passes over a line that is too long and reads the next one', () => {
    const splitter = new CsvSplitter(',', 2, 100);
    const long = `1,${'x'.repeat(10_000)}`;
    const pieces = `${long}\r\n2,b\n`.match(/[\s\S]{1,33}/gu) ?? [];
    const rows = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
    expect(faults(rows)).toMatchObject([[1, 'it is too long (10,004 characters)', expect.any(String)]]);
    expect(rows[0]?.text.length).toBeLessThan(3_000);
    expect(cells(rows)[1]).toEqual(['2', 'b']);
    expect(rows[1]?.line).toBe(2);
  });

  it('gives up a quoted cell that runs on over more than a row may have', () => {
    const splitter = new CsvSplitter(',', 2, 50);
    const rows = [...splitter.push(`1,"stray\n${'2,b\n'.repeat(40)}`), ...splitter.end()];
    expect(faults(rows)).toEqual([[1, 'a quoted cell runs on over more than 50 characters', '1,"stray']]);
    expect(cells(rows).slice(1)).toEqual(Array.from({ length: 40 }, () => ['2', 'b']));
  });

  it('is the same however the text is cut into pieces', () => {
    const alphabet = fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', 'a', 'é', '🚢', ' ');
    const texts = fc.array(alphabet, { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.nat(200), { maxLength: 8 }),
        fc.constantFrom(10, 1000),
        (text, cuts, max) => {
          const whole = new CsvSplitter(',', 3, max);
          const expected = [...whole.push(text), ...whole.end()];
          const pieces = new CsvSplitter(',', 3, max);
          const at = [
            0,
            ...cuts.filter((cut) => cut < text.length).sort((one, other) => one - other),
            text.length,
          ];
          const found = at.slice(1).flatMap((end, index) => pieces.push(text.slice(at[index], end)));
          expect([...found, ...pieces.end()]).toEqual(expected);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('keeps all text: what it hands over, put together, is what it was given', () => {
    const alphabet = fc.constantFrom('"', ',', '\n', '\r\n', 'a', 'b', '""', ',"');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 200 }), (parts) => {
        const text = parts.join('');
        const withoutEnds = (value: string): string => value.replace(/[\r\n]/gu, '');
        const rows = split(text, 3);
        expect(withoutEnds(rows.map((row) => row.text).join(''))).toBe(withoutEnds(text));
      }),
      { numRuns: 3_000 },
    );
  });
});
