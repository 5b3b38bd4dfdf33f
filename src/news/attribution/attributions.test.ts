import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../model/reading.ts';
import type { Attribution, Range } from '../document.ts';
import { documentOf } from '../text/tokenise.ts';
import { attributionsOf } from './attributions.ts';

/** Each attribution as "source | cue | content"; parts of one role are joined by " + ". */
function found(text: string, zones: readonly Zone[] = []): string[] {
  return attributionsOf(documentOf(text, zones)).map((attribution) => shown(text, attribution));
}

function shown(text: string, { source, cue, content }: Attribution): string {
  const words = (ranges: readonly Range[]) =>
    ranges.map(({ start, end }) => text.slice(start, end)).join(' + ');
  return [source, cue, content].map(words).join(' | ');
}

describe('words before their speaker', () => {
  it('belong to the subject of the verb behind the quotation', () => {
    expect(found('“We shipped nothing,” the director of the yard said.')).toEqual([
      'the director of the yard | said | “We shipped nothing,”',
    ]);
  });

  it('belong to whoever stands behind the verb, with his office and what describes him', () => {
    expect(found('“We shipped nothing,” said Anna Holt, a lawyer for the yard.')).toEqual([
      'Anna Holt, a lawyer for the yard | said | “We shipped nothing,”',
    ]);
  });

  it('go on behind him, in the same sentence or in the next', () => {
    expect(found('“We paid,” he said, “and we left.”')).toEqual(['he | said | “We paid,” + “and we left.”']);
    expect(found('“We paid,” he said. “Then we left.”')).toEqual([
      'he | said | “We paid,” + “Then we left.”',
    ]);
  });

  it('may end with a mark of their own', () => {
    expect(found('“Who paid for it?” Holt asked.')).toEqual(['Holt | asked | “Who paid for it?”']);
  });

  it('include what leads to a quotation, and may be no quotation at all', () => {
    expect(found('The claim is “pure invention,” the bank said.')).toEqual([
      'the bank | said | The claim is “pure invention,”',
    ]);
    expect(found('The ship left port on Monday, officials said.')).toEqual([
      'officials | said | The ship left port on Monday',
    ]);
  });

  it('stand on both sides of a speaker put between', () => {
    expect(found('The ship, officials said, left port on Monday.')).toEqual([
      'officials | said | The ship + left port on Monday',
    ]);
  });

  it('are the paragraph above a speaker who stands alone', () => {
    expect(found('“The deal is off,”\n\nTreasury spokesman Paul Reed said.')).toEqual([
      'Treasury spokesman Paul Reed | said | “The deal is off,”',
    ]);
  });

  it('are read where the opening mark was typed the wrong way round', () => {
    expect(found('” The talks covered money and barter.”\n\nthe department announced.')).toEqual([
      'the department | announced | ” The talks covered money and barter.”',
    ]);
  });

  it('are found behind "as", and in front of "as reported by"', () => {
    expect(found('As the agency reported, the ship left port on Monday.')).toEqual([
      'the agency | reported | the ship left port on Monday',
    ]);
    expect(found('The ship left port on Monday, as reported by the agency.')).toEqual([
      'the agency | reported | The ship left port on Monday',
    ]);
  });
});

describe('words behind their speaker', () => {
  it('keep "that" and the marks of quotation', () => {
    expect(found('Washington had claimed that the yard supplied shells.')).toEqual([
      'Washington | had claimed | that the yard supplied shells',
    ]);
    expect(found('The ministry said the raid was a “clear breach.”')).toEqual([
      'The ministry | said | the raid was a “clear breach.”',
    ]);
  });

  it('may stand behind whom they are said to, and behind the day', () => {
    expect(found('Reed told reporters on Monday that the yard had closed.')).toEqual([
      'Reed | told | that the yard had closed',
    ]);
  });

  it('may follow a colon, in the next paragraph too', () => {
    expect(found('Reed said: “We have closed the yard.”')).toEqual([
      'Reed | said: | “We have closed the yard.”',
    ]);
    expect(found('Reed added:\n\n“We have closed the yard.”')).toEqual([
      'Reed | added: | “We have closed the yard.”',
    ]);
    expect(found('The ministry issued the following statement:\n\n“The yard is closed.”')).toEqual([
      'The ministry | issued the following statement: | “The yard is closed.”',
    ]);
  });

  it('may be an infinitive, or a thing with what hangs on it', () => {
    expect(found('The firm vowed to fight the listing in court.')).toEqual([
      'The firm | vowed | to fight the listing in court',
    ]);
    expect(found('Officials accused the bank of laundering money.')).toEqual([
      'Officials | accused | the bank of laundering money',
    ]);
    expect(found('Critics called the deal a sham.')).toEqual(['Critics | called | the deal a sham']);
  });

  it('have the subject of the clause if the verb has none of its own', () => {
    expect(found('Reed said the yard had closed and called the listing a mistake.')).toEqual([
      'Reed | said | the yard had closed',
      'Reed | called | the listing a mistake',
    ]);
    expect(found('Reed defended the deal, saying it broke no law.')).toEqual([
      'Reed | defended | the deal',
      'Reed | saying | it broke no law',
    ]);
  });

  it('end where the sentence goes on without the speaker', () => {
    expect(found('While Iran accepts its drones were used, it denies that it supplied them.')).toEqual([
      'Iran | accepts | its drones were used',
      'it | denies | that it supplied them',
    ]);
    expect(found('The bank denied the claim, which prosecutors made in May.')[0]).toBe(
      'The bank | denied | the claim',
    );
  });

  it('are found for a subject with an apposition, an aside or a relative clause', () => {
    expect(found('Anna Holt, a lawyer for the yard, said it had closed.')).toEqual([
      'Anna Holt, a lawyer for the yard, | said | it had closed',
    ]);
    expect(found('Washington, meanwhile, maintains that this is untrue.')).toEqual([
      'Washington | maintains | that this is untrue',
    ]);
    expect(found('Officials who criticized the bank said the yard had closed.')).toEqual([
      'Officials who criticized the bank | said | the yard had closed',
      'who | criticized | the bank',
    ]);
  });

  it('include the pronoun of a relative clause', () => {
    expect(found('They closed the yard, which officials said had shipped shells.')).toEqual([
      'officials | said | which + had shipped shells',
    ]);
  });
});

describe('sources without a verb of theirs', () => {
  it('stand behind "according to", in front or at the end', () => {
    expect(found('According to the Foreign Ministry, the yard shipped shells.')).toEqual([
      'the Foreign Ministry | According to | the yard shipped shells',
    ]);
    expect(found('The yard shipped shells, according to White House spokesman Paul Reed.')).toEqual([
      'White House spokesman Paul Reed | according to | The yard shipped shells',
    ]);
  });

  it('reach to the comma behind which the clause begins', () => {
    expect(found('According to Paul Reed, a spokesman for the yard, it shipped shells.')).toEqual([
      'Paul Reed, a spokesman for the yard | According to | it shipped shells',
    ]);
    expect(found('According to officials, the man, Ivan Petrov, plotted the deal.')).toEqual([
      'officials | According to | the man, Ivan Petrov, plotted the deal',
    ]);
  });

  it('own a noun, or stand behind "by"', () => {
    expect(found('The denial by the ministry that it sold shells came late.')).toEqual([
      'the ministry | The denial by | that it sold shells',
    ]);
  });

  it('act on charges that they make', () => {
    expect(found('The Treasury has sanctioned a man on charges that he brokered a trade.')).toEqual([
      'The Treasury | charges | that he brokered a trade',
    ]);
  });

  it('may be missing: passives, and "it seems"', () => {
    expect(found('The trader is accused of selling shells.')).toEqual([
      ' | is accused | The trader + of selling shells',
    ]);
    expect(found('The trader was criticized by the ministry.')).toEqual([
      'the ministry | was criticized | The trader',
    ]);
  });

  it('stand before the colon of a headline', () => {
    const text = 'Reed: Yard Has Closed';
    expect(found(text, [{ kind: 'headline', start: 0, end: text.length }])).toEqual([
      'Reed | : | Yard Has Closed',
    ]);
  });
});

describe('an attribution', () => {
  it('has the class of its cue', () => {
    const classes = [
      ['The bank said it paid.', 'say'],
      ['The bank denied that it paid.', 'deny'],
      ['The bank admitted it paid.', 'admit'],
      ['The bank insists it paid.', 'maintain'],
      ['Prosecutors alleged that it paid.', 'allege'],
      ['Prosecutors accused it of fraud.', 'accuse'],
      ['The agency reported that it paid.', 'report'],
      ['The bank plans to pay.', 'plan'],
      ['The court ordered the bank to pay.', 'order'],
      ['The bank believes it paid.', 'believe'],
    ] as const;
    for (const [text, cueClass] of classes) {
      expect([text, attributionsOf(documentOf(text, []))[0]?.cueClass]).toEqual([text, cueClass]);
    }
  });

  it('is direct, mixed or indirect', () => {
    const form = (text: string) => attributionsOf(documentOf(text, []))[0]?.form;
    expect(form('“It paid,” she said.')).toBe('direct');
    expect(form('She said it paid “in full.”')).toBe('mixed');
    expect(form('She said it paid.')).toBe('indirect');
  });

  it('stands within another where somebody tells what somebody said', () => {
    const text = 'The agency reported that officials denied the claim.';
    expect(attributionsOf(documentOf(text, [])).map(({ within }) => within)).toEqual([undefined, 0]);
    expect(found(text)[1]).toBe('officials | denied | the claim');
  });

  it('goes on in a quotation that stands alone, and says that its speaker is implied', () => {
    const text = 'Reed said the yard had closed.\n\n“It will stay closed.”';
    const [, second] = attributionsOf(documentOf(text, []));
    expect(second && shown(text, second)).toBe('Reed |  | “It will stay closed.”');
    expect(second?.isImplicit).toBe(true);
  });

  it('goes on in a sentence that "in turn" ties to reported speech', () => {
    const text = 'According to officials, he plotted a deal. The yard would, in turn, receive cash.';
    expect(found(text)[1]).toBe('officials |  | The yard would, in turn, receive cash');
  });

  it('is no reading of boilerplate', () => {
    const text = 'Smith said the firm will close.';
    expect(found(text, [{ kind: 'boilerplate', start: 0, end: text.length }])).toEqual([]);
  });

  it('is not made of words that look like cues: "designated as unfit", "the calling card", "so-called"', () => {
    expect(found('Stock that was previously designated as unfit reached the front.')).toEqual([]);
    expect(found('The court-ordered sale of the calling card failed.')).toEqual([]);
  });

  it('has sound ranges for any mixture of words and marks', () => {
    const words = fc.constantFrom(
      ...[
        'he',
        'said',
        'that',
        'the bank',
        ',',
        '.',
        '“',
        '”',
        '"',
        ':',
        'according to',
        'which',
        'and',
        'not',
        '—',
      ],
      ...[
        'accused',
        'of',
        'to',
        'claim',
        'Smith',
        'was',
        '\n',
        'who',
        'paid',
        '(',
        ')',
        "'s",
        'by',
        'in turn',
        'would',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ');
        const all = attributionsOf(documentOf(text, []));
        for (const { source, cue, content, within } of all) {
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            expect(end).toBeGreaterThan(start);
          }
          expect(content.length).toBeGreaterThan(0);
          if (within !== undefined) expect(all[within]?.within).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['verbs of speech', 'he said '.repeat(40_000)],
    ['adverbs', `${'also '.repeat(60_000)}said`],
    ['speakers between commas', 'he said, '.repeat(40_000)],
    ['short quotations', '“No,” he said. '.repeat(30_000)],
    ['sources', 'According to him '.repeat(30_000)],
    ['names in a row', `${'Smith, '.repeat(40_000)}said.`],
    ['prepositions', `${'of the '.repeat(60_000)}said so`],
    ['relative clauses', `${'the man who '.repeat(30_000)}said no`],
    ['open quotations', '“No\n'.repeat(50_000)],
    ['brackets', 'he called it ( '.repeat(30_000)],
  ])('is found in half a megabyte of %s without going back over it', (_name, text) => {
    expect(attributionsOf(documentOf(text, [])).length).toBeGreaterThanOrEqual(0);
  });
});

const ARTICLES = fileURLToPath(new URL('../../../../shared/eval/articles/', import.meta.url));

describe.skipIf(!existsSync(ARTICLES))('the two annotated reports (left out: ../shared is absent)', () => {
  it.each([
    [
      'russia-to-exchange-food-for-weapons.txt',
      'White House National Security Council spokesman John Kirby | said',
    ],
    ['russia-to-exchange-food-for-weapons.txt', 'the US Treasury Department | announced'],
    ['russia-to-exchange-food-for-weapons.txt', 'Iran | accepts | its drones were used in Ukraine'],
    ['russia-to-exchange-food-for-weapons.txt', 'Washington | maintains | that this is untrue'],
    ['russia-offers-north-korea-food.txt', 'Hyung-Jin Kim of the Associated Press | wrote'],
    ['russia-offers-north-korea-food.txt', 'Treasury Secretary Janet Yellen | said in a statement'],
  ])('%s has "%s"', (file, wanted) => {
    const all = found(readFileSync(`${ARTICLES}${file}`, 'utf8'));
    expect(all.filter((one) => one.startsWith(wanted))).toHaveLength(1);
  });
});
