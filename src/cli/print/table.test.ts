import { describe, expect, it } from 'vitest';
import { renderTable } from './table.ts';

const COLUMNS = [
  { heading: 'list' },
  { heading: 'parties', align: 'right' },
  { heading: 'note', isFlexible: true },
] as const;

describe('a table', () => {
  it('lines up names of any script', () => {
    const rows = [
      ['金正恩', '1', 'a'],
      ['Mkrtyc\u030Cev', '1,200', 'b'],
    ];
    expect(renderTable(COLUMNS, rows, 80)).toBe(
      ['  list      parties  note', '  金正恩          1  a', '  Mkrtyc\u030Cev    1,200  b', ''].join('\n'),
    );
  });

  it('wraps what may be wrapped, and cuts nothing', () => {
    const rows = [['us', '1', 'a note that is longer than there is room']];
    expect(renderTable(COLUMNS, rows, 34)).toBe(
      [
        '  list  parties  note',
        '  us          1  a note that is',
        '                 longer than there',
        '                 is room',
        '',
      ].join('\n'),
    );
  });

  it('goes over the edge rather than lose what may not be wrapped', () => {
    expect(renderTable([{ heading: 'hash' }], [['0123456789']], 5)).toBe('  hash\n  0123456789\n');
  });

  it('colours cells after it has measured them', () => {
    const paint = (text: string) => `<${text}>`;
    expect(
      renderTable(
        [{ heading: 'a' }, { heading: 'b' }],
        [
          [{ text: 'x', paint }, 'y'],
          [undefined, 'z'],
        ],
        80,
      ),
    ).toBe('  a  b\n  <x>  y\n     z\n');
  });
});
