import { describe, expect, it } from 'vitest';
import { findDelimiter } from './csv-source.ts';

describe('finding the delimiter', () => {
  it('takes the one that cuts the header into most cells', () => {
    expect(findDelimiter('name,country\nA,de\n')).toBe(',');
    expect(findDelimiter('name;country\nMüller, A;de\n')).toBe(';');
    expect(findDelimiter('name\tcountry\nA\tde\n')).toBe('\t');
    expect(findDelimiter('name|country\nA|de\n')).toBe('|');
  });

  it('does not count what stands in quotes', () => {
    expect(findDelimiter('"name, first; last, as given"|country\nA|de\n')).toBe('|');
  });

  it('follows the rows where the header alone would mislead', () => {
    expect(findDelimiter('name, or company, in full;country\nA;de\nB;fr\nC;gb\n')).toBe(';');
    expect(findDelimiter('id;name (last, first, middle)\n1;Doe, Jane, X\n2;Roe\n3;Poe\n')).toBe(';');
  });

  it('finds none in a file of one column, whatever stands in the rows', () => {
    expect(findDelimiter('name\nSmith, John\nA;B\n')).toBeUndefined();
    expect(findDelimiter('name')).toBeUndefined();
    expect(findDelimiter('')).toBeUndefined();
  });

  it('is not misled by a sample that ends within a row', () => {
    expect(findDelimiter('id,name,country\n1,A,de\n2,B,fr\n3,"half a')).toBe(',');
  });
});
