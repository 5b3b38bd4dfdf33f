import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../model/reading.ts';
import { type ZoneHints, zonesOf } from './zones-of.ts';

/** Zones as "kind: text", with "=" and the text that a zone repeats. */
function zoned(text: string, hints?: ZoneHints): string[] {
  const zones = zonesOf(text, hints);
  return zones.map(({ kind, start, end, repeats }) => {
    const repeated = repeats === undefined ? '' : ` = ${zones.findIndex((zone) => zone.start === repeats)}`;
    return `${kind}: ${text.slice(start, end)}${repeated}`;
  });
}

const PROSE =
  'The regulator said on Tuesday that the bank had moved money for a shipping firm in Limassol, and that it would appeal to the court.';
const MORE =
  'A second paragraph follows it, and it says that nobody at the bank wished to comment on the matter.';

describe('the zones of an article', () => {
  it('are its headline, its deck and its body', () => {
    const text = `Bank Fined Over Shipping Firm\n\nRegulator says controls failed for years\n\n${PROSE}\n\n${MORE}`;
    expect(zoned(text)).toEqual([
      'headline: Bank Fined Over Shipping Firm',
      'deck: Regulator says controls failed for years',
      `body: ${PROSE}`,
      `body: ${MORE}`,
    ]);
  });

  it('have no headline where the text begins with prose', () => {
    expect(zoned(`${PROSE}\n\n${MORE}`)).toEqual([`body: ${PROSE}`, `body: ${MORE}`]);
    expect(zoned('OFAC sanctioned a bank on Monday.')).toEqual(['body: OFAC sanctioned a bank on Monday.']);
  });

  it('make a line that stands alone and is no sentence a headline, which supports nothing', () => {
    expect(zoned('Treasury sanctions two banks')).toEqual(['headline: Treasury sanctions two banks']);
  });

  it('know a headline that ends with a stop by its capitals, or by the dateline under it', () => {
    expect(zoned(`Bank Fined Over Shipping Firm.\n\n${PROSE}`)[0]).toBe(
      'headline: Bank Fined Over Shipping Firm.',
    );
    expect(zoned(`Bank fined over shipping firm.\n\nLIMASSOL (Example) - ${PROSE}`).slice(0, 2)).toEqual([
      'headline: Bank fined over shipping firm.',
      'dateline: LIMASSOL (Example) -',
    ]);
  });

  it('take the headline that the source names', () => {
    const text = `WORLD DESK\n\nBank fined\n\n${PROSE}`;
    expect(zoned(text, { title: 'Bank fined' })[1]).toBe('headline: Bank fined');
  });

  it.each([
    'LIMASSOL (Reuters) -',
    'LIMASSOL, March 30 (Example) —',
    'LIMASSOL ( —',
    'LIMASSOL, Cyprus (EX) —',
    'Limassol (EX) –',
    '(Example) -',
    'NEW YORK --',
    'WASHINGTON, D.C. —',
  ])('cut the dateline off the first paragraph: %s', (dateline) => {
    expect(zoned(`${dateline} ${PROSE}`)).toEqual([`dateline: ${dateline}`, `body: ${PROSE}`]);
  });

  it.each([
    'Two men — brothers — were held in Limassol on Tuesday, the police said, and a third was sought.',
    'The bank (Example Bank) — which denies it — was fined on Tuesday, the regulator said in a notice.',
    'NATO — the alliance — said that it would appeal to the court in the spring of next year, as planned.',
    'ABCD, a firm that denies it — The Post calls it a front — said that it would appeal to the court.',
    'Example Bank (EB) — which denies it — was fined on Tuesday, the regulator said in a long notice.',
    'ABC — a firm that the notice names — said it would appeal to the court in the spring of next year.',
  ])('leave a dash in a sentence alone: %s', (sentence) => {
    expect(zoned(`${sentence}\n\n${MORE}`)[0]).toBe(`body: ${sentence}`);
  });

  it('tell subheads from short paragraphs and from quotations that go on', () => {
    const text = [
      'Bank Fined',
      PROSE,
      'What the notice says',
      PROSE.replace('Tuesday', 'Monday'),
      'The bank said:',
      '“We regret it.',
      '“We shall appeal.”',
      'the spokesman said.',
      'What happens next?',
      MORE,
    ].join('\n\n');
    expect(zonesOf(text).map(({ kind }) => kind)).toEqual([
      'headline',
      'body',
      'subhead',
      'body',
      'body',
      'body',
      'body',
      'body',
      'subhead',
      'body',
    ]);
  });

  it('find a list of contents by its headings, which come again', () => {
    const heads = ['The bank', 'The ship', 'The money trail', 'The appeal'];
    const body = heads.flatMap((head, index) => [head, `${PROSE} Part ${index}.`]);
    const text = ['How a bank paid for a ship', heads.join('\n'), ...body].join('\n\n');
    const zones = zoned(text);
    expect(zones.slice(1, 5)).toEqual([
      'contents: The bank = 5',
      'contents: The ship = 7',
      'contents: The money trail = 9',
      'contents: The appeal = 11',
    ]);
    expect(zones[5]).toBe('subhead: The bank');
  });

  it('make the points under "Key takeaways" the deck', () => {
    const text = `Bank fined\n\nKey Takeaways:\n\n  • The bank was fined\n  • It will appeal\n\n${PROSE}\n\n• A point in the body`;
    expect(zoned(text).slice(1)).toEqual([
      'boilerplate: Key Takeaways:',
      'deck: • The bank was fined',
      'deck: • It will appeal',
      `body: ${PROSE}`,
      'body: • A point in the body',
    ]);
  });

  it('find captions that are printed twice, and count them once', () => {
    const [alt, caption] = [
      'The tanker Example Star lies at anchor off the port of Limassol in March',
      'The tanker Example Star lies at anchor off port of Limassol in March.',
    ];
    expect(zoned(`Ship held\n\n${PROSE}\n${alt}\n${caption}\n\n${MORE}`).slice(2, 4)).toEqual([
      `caption: ${alt}`,
      `caption: ${caption} = 2`,
    ]);
  });

  it('find captions by the credit of the picture, and set the credit apart', () => {
    const line = 'The port of Limassol at night.';
    for (const credit of ['Pic from Some Site', 'Photo: A. Person', '(AP Photo/A. Person)', 'Getty Images']) {
      expect(zoned(`Ship held\n\n${PROSE}\n\n${line} ${credit}\n\n${MORE}`).slice(2, 4)).toEqual([
        `caption: ${line}`,
        `boilerplate: ${credit}`,
      ]);
    }
  });

  it('do not take a sentence about pictures for a credit', () => {
    const sentence = 'The ship was seen. Photo evidence was shown to the court on Monday in Limassol.';
    expect(zoned(`Ship held\n\n${PROSE}\n\n${sentence}`)[2]).toBe(`body: ${sentence}`);
  });

  it('set the furniture of the page apart', () => {
    const text = `Ship held\n\nBy Jo Doe\n\n${PROSE}\n\nRead more: Minister resigns\n\n${MORE}\n\nReporting by Jo Doe; editing by Al Roe\n\nRelated Articles\nMinister resigns over ship\nSomething else happened`;
    expect(zonesOf(text).map(({ kind }) => kind)).toEqual([
      'headline',
      'boilerplate',
      'body',
      'boilerplate',
      'body',
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
  });

  it('let a sentence begin as furniture begins', () => {
    const sentence =
      'Reporting by a newspaper led to the inquiry, the ministry said, and to the arrest of two men in Limassol.';
    expect(zoned(`Ship held\n\n${sentence}\n\n${PROSE}\n\n${MORE}\n\n${PROSE} Again.`)[1]).toBe(
      `body: ${sentence}`,
    );
  });

  it('know the line that says who printed it and when', () => {
    expect(zoned(`Ship held\n\nThe Example Post, 31 March 2023, updated 3 April 2023\n\n${PROSE}`)[1]).toBe(
      'dateline: The Example Post, 31 March 2023, updated 3 April 2023',
    );
    expect(zoned(`Ship held\n\nPublished on March 31, 2023\n\n${PROSE}`)[1]).toMatch(/^dateline/u);
    const sentence = 'The ship was held in Limassol on 31 March 2023 and let go';
    expect(zoned(`Ship held\n\n${PROSE}\n\n${sentence}`)[2]).not.toMatch(/^dateline/u);
  });

  it('join lines that were wrapped at a fixed width', () => {
    const wrap = (text: string) => text.replace(/(.{50,68})\s/gu, '$1\n');
    const text = `Ship held in port\n\n${wrap(`${PROSE} ${PROSE}`)}\n\n${wrap(`${MORE} ${MORE}`)}`;
    const zones = zonesOf(text);
    expect(zones.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body']);
    expect(text.slice(zones[1]?.start, zones[1]?.end).replaceAll('\n', ' ')).toBe(`${PROSE} ${PROSE}`);
  });

  it('believe what the markup says of whole lines', () => {
    const text = `Ship held\n\nA line of a picture that nobody would know for one, with a stop.\n\n${PROSE}`;
    const zones: Zone[] = [{ kind: 'caption', start: 11, end: 11 + 65 }];
    expect(zonesOf(text, { zones })[1]?.kind).toBe('caption');
  });

  it('of an empty text are none', () => {
    expect(zonesOf('')).toEqual([]);
    expect(zonesOf(' \n\n\t')).toEqual([]);
  });

  const line = fc.oneof(
    fc.constantFrom(
      '',
      'Key takeaways',
      'Related articles',
      '• a point',
      PROSE,
      'A heading',
      'A heading',
      'LIMASSOL —',
      'Photo: x',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/[\n\r]/gu, ' ')),
  );
  it('hold every character but white space exactly once, in order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const zones = zonesOf(text);
        let reached = 0;
        for (const { start, end, repeats } of zones) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(reached, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          if (repeats !== undefined) expect(zones.some((zone) => zone.start === repeats)).toBe(true);
          reached = end;
        }
        expect(text.slice(reached).trim()).toBe('');
      }),
    );
  });
});

const GOLD = new URL('../../../../shared/eval/articles/', import.meta.url);

describe.skipIf(!existsSync(GOLD))('the zones of the two first reports (left out without ../shared)', () => {
  interface GoldArticle {
    readonly file: string;
    readonly zones: readonly { readonly zone: string; readonly start: number; readonly end: number }[];
    readonly claims: readonly {
      readonly id: string;
      readonly zone: string;
      readonly content: readonly { start: number }[];
    }[];
  }
  const KINDS: Readonly<Record<string, string>> = { toc: 'contents', summary: 'deck' };
  const gold = existsSync(GOLD)
    ? (JSON.parse(readFileSync(new URL('seed-gold.json', GOLD), 'utf8')) as { articles: GoldArticle[] })
        .articles
    : [];

  it.each(gold)('$file: are those that a careful reader marked', ({ file, zones }) => {
    const text = readFileSync(new URL(file, GOLD), 'utf8');
    const found = zonesOf(text);
    for (const { zone, start, end } of zones) {
      const inside = found.filter((one) => one.start >= start && one.end <= end);
      const kind = KINDS[zone] ?? zone;
      // The last line of the contents list is the first heading itself, which stands directly under it.
      const expected = kind === 'contents' ? inside.slice(0, -1) : inside;
      expect(expected.length).toBeGreaterThan(0);
      for (const one of expected) expect(one.kind, text.slice(one.start, one.end)).toBe(kind);
    }
  });

  it.each(gold)('$file: hold each claim in the zone where the reader saw it', ({ file, claims }) => {
    const found = zonesOf(readFileSync(new URL(file, GOLD), 'utf8'));
    for (const { id, zone, content } of claims) {
      const start = content[0]?.start ?? -1;
      const kind = found.find((one) => one.start <= start && start < one.end)?.kind;
      expect(`${id} ${kind}`).toBe(`${id} ${KINDS[zone] ?? zone}`);
    }
  });
});
