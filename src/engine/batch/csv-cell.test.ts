import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, harmless } from './csv-cell.ts';
import { CsvSplitter } from './csv-splitter.ts';

/** A cell that begins with a sign, perhaps behind white space and quotes. */
function runs(cell: string): boolean {
  return /^[\s"]*[=+\-@＝＋－＠]/u.test(cell);
}

describe('cells that we write', () => {
  it('puts an apostrophe before a text that a spreadsheet would run', () => {
    const texts = [
      '=1+1',
      '+49 30',
      '-5',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '＝1',
      '＋1',
      '－1',
      '＠x',
      '  =1',
      '"=1',
    ];
    for (const text of texts) expect(harmless(text), text).toMatch(/^'/u);
  });

  it('puts one behind a separator too, at which a spreadsheet may cut', () => {
    expect(harmless('Foo;=1+1')).toBe("Foo;'=1+1");
    expect(harmless('Foo, "=1+1"')).toBe(`Foo, "'=1+1"`);
    expect(harmless('a\n@b|+c')).toBe("a\n'@b|'+c");
  });

  it('leaves other texts as they are', () => {
    for (const text of [
      'Ashot Mkrtychev',
      'al-Qaida',
      'a=b',
      'x@y.com',
      "O'Brien",
      'Smith, John',
      '3M',
      '',
    ]) {
      expect(harmless(text)).toBe(text);
    }
  });

  it('leaves our own numbers numbers', () => {
    expect(csvLine([1, -0.5, undefined, '-0.5'])).toBe("1,-0.5,,'-0.5\n");
  });

  it('quotes what would break the line', () => {
    expect(csvLine(['a,b', 'c"d', 'e\nf', 'g'])).toBe('"a,b","c""d","e\nf",g\n');
  });

  it('writes lines that come back as they were but for the apostrophes, and that no separator makes run', () => {
    const texts = fc.array(
      fc.constantFrom('=', '+', '-', '@', '"', "'", ',', ';', '\t', '\n', '\r', ' ', 'a', '🚢'),
    );
    const cells = texts.map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (row) => {
        const line = csvLine(row);
        const splitter = new CsvSplitter(',');
        const [read, ...others] = [...splitter.push(line), ...splitter.end()];
        expect(others).toEqual([]);
        const found = read?.content.kind === 'cells' ? read.content.cells : row.map(() => '');
        const plain = (text: string): string => text.replaceAll("'", '');
        if (row.some((cell) => cell.trim() !== '')) expect(found.map(plain)).toEqual(row.map(plain));
        expect(found.filter((cell) => runs(cell) || /^[\t\r\n]/u.test(cell))).toEqual([]);
        for (const separator of [';', '\t', '|']) {
          expect(
            line
              .split(new RegExp(`[${separator}\\n]`, 'u'))
              .slice(1)
              .filter(runs),
          ).toEqual([]);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
