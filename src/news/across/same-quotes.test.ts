import { describe, expect, it } from 'vitest';
import { claimId, reading } from '../../../test/fixtures/readings.ts';
import type { ArticleReading } from './article-reading.ts';
import { PartyDirectory } from './party-directory.ts';
import { sharedQuotations } from './same-quotes.ts';

const FIRST = 'The vessel switched off its transponder near the strait';
const SECOND = 'Its cargo of crude oil was moved to another tanker at night';

/** A report that quotes a minister, each quotation a claim. */
function quoting(lead: string, ...quotations: string[]): ArticleReading {
  return reading({
    text: `${lead}\n${quotations.map((words) => `“${words},” the minister said.`).join('\n')}`,
    claims: quotations.map((words) => ({
      content: `“${words},”`,
      type: 'SHIP_TO_SHIP',
      form: 'direct',
      source: { kind: 'government', surface: 'the minister' },
    })),
  });
}

function shared(readings: readonly ArticleReading[]): ReturnType<typeof sharedQuotations> {
  return sharedQuotations(readings, new PartyDirectory(readings));
}

describe('quotations in several articles', () => {
  it('link the claims that they are', () => {
    const [one, other] = [quoting('One.', FIRST, SECOND), quoting('Two.', SECOND)];
    const { links, findings } = shared([one, other]);
    expect(links.map(({ left, right, kind, rule }) => ({ left, right, kind, rule }))).toEqual([
      { left: claimId(one, 1), right: claimId(other, 0), kind: 'same-quote', rule: 'quotation-identical' },
    ]);
    expect(findings).toEqual([]);
    for (const span of links.flatMap((link) => link.evidence)) expect(span.surface).toBe(SECOND);
  });

  it('within one article are no matter', () => {
    expect(shared([quoting('One.', FIRST, FIRST)]).links).toEqual([]);
  });

  it('that were cut are linked and shown with what was dropped', () => {
    const [one, other] = [quoting('One.', `We know for certain that ${FIRST}`), quoting('Two.', FIRST)];
    const { links, findings } = shared([one, other]);
    expect(links).toMatchObject([{ kind: 'same-quote', rule: 'quotation-truncated' }]);
    expect(findings).toMatchObject([{ kind: 'quotation-truncated', severity: 'medium' }]);
    expect(findings[0]?.spans[0]?.article).toBe(other.article.id);
    expect(findings[0]?.text).toContain('We know for certain that');
  });

  it('that were run together in another order are shown as such, once', () => {
    const [one, other] = [quoting('One.', `${SECOND}… ${FIRST}`), quoting('Two.', FIRST, SECOND)];
    const { links, findings } = shared([one, other]);
    expect(links).toHaveLength(2);
    expect(findings.map((finding) => finding.kind)).toEqual(['quotation-reordered']);
  });

  it('link the parts of a quotation and not the whole where it has parts', () => {
    const whole = `“${FIRST}. ${SECOND},”`;
    const one = reading({
      text: `One.\n${whole} the minister said.`,
      claims: [
        { content: whole, type: 'SHIP_TO_SHIP', form: 'direct', source: { kind: 'government' } },
        {
          content: FIRST,
          type: 'FLAG_AIS_MANIPULATION',
          form: 'direct',
          source: { kind: 'government' },
          partOf: 0,
        },
        { content: SECOND, type: 'SHIP_TO_SHIP', form: 'direct', source: { kind: 'government' }, partOf: 0 },
      ],
    });
    const other = quoting('Two.', SECOND);
    const { links } = shared([one, other]);
    expect(links.map((link) => [link.left, link.right])).toEqual([[claimId(one, 2), claimId(other, 0)]]);
  });

  it('in other words are one statement of one speaker, and two statements of two', () => {
    const saying = (speaker: string, words: string): ArticleReading =>
      reading({
        text: `“${words},” ${speaker} said.`,
        mentions: { [speaker]: {} },
        claims: [
          {
            content: `“${words},”`,
            type: 'SHIP_TO_SHIP',
            form: 'direct',
            source: { kind: 'person', mention: speaker, surface: speaker },
          },
        ],
      });
    const [one, other] = [saying('Ana Lima', FIRST), saying('Ana Lima', FIRST.replace('strait', 'harbour'))];
    expect(shared([one, other]).findings).toMatchObject([{ kind: 'quotation-altered', severity: 'medium' }]);
    const stranger = saying('Ben Okoro', FIRST.replace('strait', 'harbour'));
    expect(shared([one, stranger])).toEqual({ links: [], findings: [] });
    expect(shared([one, saying('Ben Okoro', FIRST)])).toEqual({ links: [], findings: [] });
  });
});
