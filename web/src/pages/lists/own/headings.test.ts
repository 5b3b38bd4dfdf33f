import { describe, expect, it } from 'vitest';
import { headingsOf } from './headings.ts';

describe('the headings of a table', () => {
  it.each<[string, string, string[]]>([
    ['commas', 'No,Name\n1,Jane\n', ['No', 'Name']],
    ['semicolons, with a comma in a heading', 'Name;"Born, where"\r\n', ['Name', 'Born, where']],
    ['tabs and a byte order mark', '\uFEFFFirst name\tLast name\n', ['First name', 'Last name']],
    ['the line in which Excel says the delimiter', 'sep=|\r\nA|B,C\r\n', ['A', 'B,C']],
    [
      'quotes and a line break inside of them',
      '"The ""real"" name","two\nlines"\n',
      ['The "real" name', 'two\nlines'],
    ],
    ['one column', 'Name\nJane\n', ['Name']],
    ['JSON lines', '{"name":"Jane","a":1}\n', []],
    ['YAML', 'dataset: { name: house }\nparties:\n', []],
    ['nothing', '', []],
  ])('with %s', (_, text, headings) => {
    expect(headingsOf(text)).toEqual(headings);
  });
});
