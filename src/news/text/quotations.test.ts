import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';
import { quotationsOf } from './quotations.ts';

/** Quotations as text; "…" marks one that stays open, "+" one that goes on from the paragraph before. */
function quoted(text: string): string[] {
  return quotationsOf(text, paragraphsOf(text, [])).map(
    ({ start, end, isUnclosed, continues }) =>
      `${continues === undefined ? '' : '+'}${text.slice(start, end)}${isUnclosed ? '…' : ''}`,
  );
}

describe('quotations', () => {
  it('hold their marks, straight or curly', () => {
    expect(quoted('“We sold nothing,” he said. "Nothing at all," said she.')).toEqual([
      '“We sold nothing,”',
      '"Nothing at all,"',
    ]);
  });

  it('may be set in single marks, and apostrophes are none', () => {
    expect(quoted("The firm 'never shipped' the parts, the owners' lawyer said.")).toEqual([
      "'never shipped'",
    ]);
    expect(quoted('‘It isn’t ours,’ the workers’ union said.')).toEqual(['‘It isn’t ours,’']);
    expect(quoted("In the '90s they sold 'em, rock 'n' roll style.")).toEqual([]);
    expect(quoted("The brokers' fees and the bankers' fees rose.")).toEqual([]);
  });

  it('end at the last single mark where an "s" makes the first one doubtful', () => {
    expect(quoted("'It is the brokers' fault,' he said.")).toEqual(["'It is the brokers' fault,'"]);
  });

  it('may be set in guillemets, in low marks and in doubled single marks', () => {
    expect(quoted('«Nous partons», a-t-il dit.')).toEqual(['«Nous partons»']);
    expect(quoted('„Wir gehen“, sagte er.')).toEqual(['„Wir gehen“']);
    expect(quoted("''We go,'' he said. ``And stay,'' she said.")).toEqual(["''We go,''", "``And stay,''"]);
  });

  it('are read where the opening mark was typed as a closing one', () => {
    expect(quoted('” Shipments went on,” the agency said.')).toEqual(['” Shipments went on,”']);
  });

  it('count the outermost only', () => {
    expect(quoted('“He told me ‘never again’ and left,” she said.')).toEqual([
      '“He told me ‘never again’ and left,”',
    ]);
    expect(quoted('“He told me “never again” and left,” she said.')).toEqual([
      '“He told me “never again” and left,”',
    ]);
    expect(quoted('"He told me "never again" and left," she said.')).toEqual([
      '"He told me "never again" and left,"',
    ]);
  });

  it('are one where the mark between two sentences was left out', () => {
    expect(quoted('“We paid. “We were not paid back,” he said.')).toEqual([
      '“We paid. “We were not paid back,”',
    ]);
  });

  it('go on over paragraphs that each open them anew', () => {
    expect(quoted('“First we paid.\n\n“Then we left,” he said. “That was all.”')).toEqual([
      '“First we paid.…',
      '+“Then we left,”',
      '“That was all.”',
    ]);
  });

  it('run to the end of the paragraph where no mark closes them, and no further', () => {
    expect(quoted('He said “pay me now.\n\nNobody paid.')).toEqual(['“pay me now.…']);
  });

  it('are no inch marks, stray marks or empty pairs', () => {
    expect(quoted('A 6\'3" man read the "list" of ships" twice.')).toEqual(['"list"']);
    expect(quoted('“” and "" say nothing.')).toEqual([]);
  });

  it('need no space around them', () => {
    expect(quoted('He said,"No,"and left (“for good”).')).toEqual(['"No,"', '“for good”']);
  });

  it('lie in order, apart, each in one paragraph, whatever the text', () => {
    const signs = fc.constantFrom(...'"“”‘’\'«»„ab ,.\n', 's ', " '", '" ', '”\n“');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 120 }), (parts) => {
        const text = parts.join('');
        const paragraphs = paragraphsOf(text, []);
        const found = quotationsOf(text, paragraphs);
        for (const [number, { start, end, continues }] of found.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(found[number - 1]?.end ?? 0);
          expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true);
          if (continues !== undefined) expect(found[continues]?.isUnclosed).toBe(true);
        }
      }),
    );
  });
});
