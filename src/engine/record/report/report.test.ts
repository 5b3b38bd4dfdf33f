// Reports as their readers get them: HTML as text, PDF through a reader of PDF.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { BatchContent, ReadingContent, ScreeningContent } from '../../../cases/record/content.ts';
import type { Claim, Span } from '../../../model/reading.ts';
import type { Screening } from '../../../model/screening.ts';
import type { RecordedEntry } from '../record-service.ts';
import { TEXTS } from './document.ts';
import { pdfText } from './pdf-text.ts';
import { writeReport } from './write-report.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const HASH = 'ab'.repeat(32);

function entryOf(
  kind: RecordedEntry['kind'],
  content: RecordedEntry['content'],
  summary: string,
): RecordedEntry {
  return {
    form: 1,
    seq: 12,
    id: '0b0c7d5e-0000-4000-8000-000000000001',
    kind,
    at: '2026-11-22T10:00:00.500Z',
    who: 'Ann',
    engine: {
      version: '0.1.0',
      code: 'c0dec0dec0dec0de',
      policy: 'v1',
      policyHash: 'sha256:0123456789abcdef',
    },
    lists: [{ dataset: 'us_ofac_sdn', version: `sha256:${HASH}`, readerVersion: 3 }],
    payload: 'cd'.repeat(32),
    previous: '00'.repeat(32),
    hash: 'ef'.repeat(32),
    summary,
    isForgotten: false,
    ...(content ? { content } : {}),
    ...(kind === 'batch' ? { rows: { count: 3, hash: `sha256:${HASH}` } } : {}),
  };
}

const SCREENING: Screening = {
  id: '0b0c7d5e-0000-4000-8000-000000000001',
  at: '2026-11-22T10:00:00Z',
  asOf: '2026-11-22',
  engine: { version: '0.1.0', policy: 'v1', policyHash: 'sha256:0123456789abcdef' },
  query: { schema: 'Person', properties: { name: ['Мкртычев Ашот'], nationality: ['sk'] } },
  decision: 'stop',
  reasons: ['The party is Ashot MKRTYCHEV (us_ofac_sdn-41736), probability 94.8 %.'],
  lists: [
    {
      dataset: 'us_ofac_sdn',
      version: `sha256:${HASH}`,
      published: '2026-11-20',
      entities: 17_000,
      age_days: 2,
      state: 'fresh',
      required: true,
    },
    { dataset: 'eu_fsf', state: 'missing', required: true },
  ],
  results: [
    {
      id: 'us_ofac_sdn-41736',
      caption: 'Ashot MKRTYCHEV',
      schema: 'Person',
      score: 0.948,
      match: true,
      datasets: ['us_ofac_sdn'],
      referents: ['gb_hmt_sanctions-16067'],
      properties: { name: ['Ashot MKRTYCHEV'], birthDate: ['1966-05-07'] },
      listings: [
        {
          dataset: 'us_ofac_sdn',
          authority: 'Office of Foreign Assets Control',
          program: 'DPRK',
          listedOn: '2023-03-30',
          sourceRecord: '41736',
          sourceUrl: 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=41736',
          measures: [],
        },
      ],
      links: [
        { left: 'us_ofac_sdn-41736', right: 'gb_hmt_sanctions-16067', reason: 'both give one passport' },
      ],
      explanation: {
        sentence: 'The names meet.',
        names: {
          query: 'Мкртычев Ашот',
          candidate: 'Ashot MKRTYCHEV',
          parts: [
            { query: 'Мкртычев', candidate: 'MKRTYCHEV', relation: 'agree', how: 'same sound', weight: 6.4 },
          ],
        },
        features: [
          {
            feature: 'nationality',
            effect: 0.9,
            query: 'Slovakia',
            candidate: 'Slovakia',
            detail: 'both of Slovakia',
          },
        ],
        against: ['no date of birth was given'],
      },
      claims: ['claim-7'],
    },
  ],
};

const screeningEntry = (answer: Screening = SCREENING): RecordedEntry => {
  const content: ScreeningContent = { input: { profile: 'default', cuts: [] }, answer };
  return entryOf('screening', content, answer.query.properties.name?.[0] ?? '');
};

const html = async (entry: RecordedEntry): Promise<string> =>
  new TextDecoder().decode(await writeReport(entry, 'html', NOW));

/** The words of an HTML report, as a person reads them. */
const wordsOf = async (entry: RecordedEntry): Promise<string> =>
  parseHTML(await html(entry)).document.body.textContent.replace(/\s+/gu, ' ');

/** The words of each page of a PDF. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}

describe('the report on a screening', () => {
  const STATED = [
    'Screening report',
    'Мкртычев Ашот',
    'STOP',
    'The party is Ashot MKRTYCHEV (us_ofac_sdn-41736), probability 94.8 %.',
    'Slovakia',
    '94.8 %, a match',
    'us_ofac_sdn-41736, gb_hmt_sanctions-16067',
    'same sound',
    'both of Slovakia',
    'no date of birth was given',
    'Office of Foreign Assets Control',
    '2023-03-30',
    'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=41736',
    'both give one passport',
    '1966-05-07',
    'claim-7',
    'Not asked, because no version was stored: EU Consolidated Financial Sanctions List.',
    TEXTS.unknown.noBirthDate,
    TEXTS.unknown.noNumber,
    TEXTS.unknown.ownership,
    '2026-11-22 10:00:00 UTC',
    'Ann',
    'ef'.repeat(32),
    'interdict record rerun 0b0c7d5e-0000-4000-8000-000000000001',
  ];

  it('states question, answer, evidence with sources, lists by hash and what is not known', async () => {
    const words = await wordsOf(screeningEntry());
    for (const stated of [...STATED, `sha256:${HASH}`]) expect(words).toContain(stated);
    expect(words).not.toContain(TEXTS.unknown.noCountry);
  });

  it('states the same as a PDF', async () => {
    const bytes = await writeReport(screeningEntry(), 'pdf', NOW);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const pages = await pagesOf(bytes);
    // Lines break in the middle of what is stated; blanks say nothing.
    const words = pages.join(' ').replace(/\s+/gu, '');
    for (const stated of [...STATED, `sha256:${HASH}`]) expect(words).toContain(stated.replace(/\s+/gu, ''));
    for (const [index, page] of pages.entries())
      expect(page).toContain(`page ${index + 1} of ${pages.length}`);
  });

  it('has the same bytes for the same entry at the same moment', async () => {
    const bytes = async () => Buffer.from(await writeReport(screeningEntry(), 'pdf', NOW)).toString('latin1');
    expect(await bytes()).toBe(await bytes());
  });

  it('needs nothing from elsewhere and runs nothing', async () => {
    const text = await html(screeningEntry());
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).not.toMatch(/<(?:script|img|link|iframe|object)|\bsrc=|@import|url\(/iu);
  });

  it('escapes whatever a list or a user may hold', async () => {
    const attack = `</style><script>alert(1)</script>"'\`><img src=x onerror=alert(1)>&\u202E\u0007`;
    const [result] = SCREENING.results;
    const answer: Screening = {
      ...SCREENING,
      query: { schema: 'Person', properties: { name: [attack], [attack]: [attack] } },
      reasons: [attack],
      results: [
        {
          ...result!,
          caption: attack,
          listings: [
            { ...result!.listings[0]!, authority: attack, sourceUrl: `javascript:alert(1)//${attack}` },
          ],
        },
      ],
    };
    const { document } = parseHTML(await html(screeningEntry(answer)));
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect([...document.querySelectorAll('a')].filter((link) => !link.href.startsWith('https://'))).toEqual(
      [],
    );
    expect(document.querySelector('h1')?.textContent).toBe(
      `</style><script>alert(1)</script>"'\`><img src=x onerror=alert(1)>&`,
    );
    await expect(writeReport(screeningEntry(answer), 'pdf', NOW)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('breaks long reports into pages, and long texts before they tear a table apart', async () => {
    const [result] = SCREENING.results;
    const long = { ...result!, properties: { notes: ['word '.repeat(2000)] } };
    const answer = { ...SCREENING, results: Array.from({ length: 12 }, () => long) };
    const pages = await pagesOf(await writeReport(screeningEntry(answer), 'pdf', NOW));
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.join(' ')).toMatch(/more characters in the HTML form/u);
    expect(await wordsOf(screeningEntry(answer))).toContain('word '.repeat(2000).trim());
  });
});

describe('text in a PDF', () => {
  const latinOnly = (codePoint: number): boolean => codePoint < 0x600;

  it('says in Latin letters what the typeface lacks, and that it does', () => {
    expect(pdfText('Zhang 张伟 Ltd', latinOnly)).toEqual({ text: 'Zhang [zhang wei] Ltd', isReplaced: true });
    expect(pdfText('Ашот', latinOnly)).toEqual({ text: 'Ашот', isReplaced: false });
    expect(pdfText('a\u{1F600}b', latinOnly).text).toMatch(/^a\[.+\]b$/u);
  });

  it('puts words that run from right to left into the order of the line', () => {
    const all = (): boolean => true;
    expect(pdfText('Ali محمد علي', all).text).toBe('Ali علي محمد');
    expect(pdfText('محمد علي Ali', all).text).toBe('علي محمد  Ali');
  });

  it('is in the PDF for every script that the typeface is said to have', async () => {
    const names = ['Ángström', 'Мкртычев', 'Παπαδόπουλος', 'Մկրտչյան', 'მკრტიჩიანი'];
    const answer = { ...SCREENING, reasons: names };
    const pages = await pagesOf(await writeReport(screeningEntry(answer), 'pdf', NOW));
    for (const name of names) expect(pages.join(' ')).toContain(name);
    expect(pages.join(' ')).not.toContain(TEXTS.notes.romanised.slice(0, 20));
  });
});

describe('the report on a reading', () => {
  const span = (surface: string): Span => ({ article: 'art-1', start: 0, end: surface.length, surface });
  const claim: Claim = {
    id: 'art-1-c1',
    article: 'art-1',
    zone: 'body',
    content: [span('he brokered the deal')],
    form: 'indirect',
    source: { kind: 'government', spans: [span('the Treasury')] },
    chain: [{ role: 'publisher', name: 'Quayside Courier' }],
    event: {
      type: 'ARMS_BROKERING',
      phase: 'attempted',
      roles: { broker: [{ span: span('Ashot Mkrtychev') }] },
      goods: [span('weapons')],
      counterGoods: [span('food')],
      quantities: [],
      dates: [],
    },
    modality: 'alleged',
    polarity: 1,
    fatf: [],
    grade: { source: 'B', information: 3, why: ['one origin'] },
    provenance: { article: HASH, retrieved: '2026-11-22T09:00:00Z', extractor: '0.1.0', rule: 'r1' },
    review: { state: 'auto' },
  };
  const content: ReadingContent = {
    input: { sha256: HASH, name: 'courier.txt', retrieved: '2026-11-22T09:00:00Z', cuts: [] },
    answer: {
      articles: [
        {
          id: 'art-1',
          sha256: HASH,
          mediaType: 'text/plain',
          title: 'Broker <named>',
          retrieved: '2026-11-22T09:00:00Z',
          language: 'en',
          support: 'full',
          text: '',
          zones: [],
        },
      ],
      mentions: [],
      claims: [claim],
      findings: [
        {
          id: 'f1',
          kind: 'act-type',
          severity: 'high',
          spans: [span('arrested')],
          against: [span('sanctioned')],
          claims: [],
          text: 'The heading says arrested, the body says sanctioned.',
        },
      ],
      clusters: [],
    },
  };

  it('says which claims a language model proposed, and which model was heard', async () => {
    const llm = { model: 'desk-model', promptSha256: HASH };
    const proposed = { ...claim, provenance: { ...claim.provenance, llm } };
    const entry = entryOf(
      'reading',
      { ...content, answer: { ...content.answer, claims: [proposed] } },
      'Broker',
    );
    const words = await wordsOf({ ...entry, engine: { ...entry.engine, languageModel: llm } });
    expect(words).toContain('the language model desk-model');
    expect(words).toContain('Proposed by a language model were 1 of the claims.');
    expect(words).toContain('Its instructions');
    expect(await wordsOf(entryOf('reading', content, 'Broker'))).not.toContain('language model');
  });

  it('states articles by hash, claims with speaker and status, and what does not fit together', async () => {
    const words = await wordsOf(entryOf('reading', content, 'Broker <named>'));
    const stated = [
      'Broker <named>',
      HASH,
      '“he brokered the deal”',
      '“the Treasury”',
      'alleged',
      'attempted',
      '“weapons”',
      '“food”',
      'B3: one origin',
      'The heading says arrested, the body says sanctioned.',
      '“sanctioned”',
      TEXTS.unknown.claims,
    ];
    for (const text of stated) expect(words).toContain(text);
    await expect(writeReport(entryOf('reading', content, ''), 'pdf', NOW)).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });
});

describe('the report on a file of parties', () => {
  it('states both files by hash, the counts, and that the rows are elsewhere', async () => {
    const content: BatchContent = {
      input: { name: 'customers.csv', sha256: '12'.repeat(32) },
      output: { name: 'customers.results.csv' },
      options: { profile: 'default', columns: [['Name', 'name']] },
      counts: {
        rows: 3,
        screened: 2,
        notScreened: 1,
        decisions: { clear: 1, review: 0, stop: 1, undetermined: 0 },
      },
    };
    const words = await wordsOf(entryOf('batch', content, 'customers.csv: 3 rows'));
    for (const text of [
      'customers.csv',
      '12'.repeat(32),
      `sha256:${HASH}`,
      TEXTS.unknown.rows,
      'Not screened were 1',
    ])
      expect(words).toContain(text);
  });
});

describe('the report on content that was deleted', () => {
  it('states what was deleted, by whom and why', async () => {
    const entry = {
      ...entryOf('forgetting', undefined, ''),
      forgets: [
        [3, 3],
        [5, 90],
      ] as const,
      reason: 'five years',
    };
    const words = await wordsOf(entry);
    for (const text of ['five years', 'Entry 3', 'Entries 5 to 90', 'Ann']) expect(words).toContain(text);
  });
});

describe('the words of the reports', () => {
  it('are all used', () => {
    const folder = fileURLToPath(new URL('./', import.meta.url));
    const names = ['document.ts', 'screening-blocks.ts', 'reading-blocks.ts', 'make-report.ts', 'pdf.ts'];
    const source = names.map((name) => readFileSync(`${folder}${name}`, 'utf8')).join('\n');
    const used = (group: string, name: string): boolean =>
      source.includes(`TEXTS.${group}.${name}`) ||
      (group === 'headings' && source.includes(`section('${name}'`)) ||
      (group === 'unknown' &&
        (source.includes(`unknown.${name}`) || source.includes(`inState('${name}')`))) ||
      group === 'titles' ||
      group === 'decisions';
    const unused = Object.entries(TEXTS).flatMap(([group, texts]) =>
      Object.keys(texts)
        .filter((name) => !used(group, name))
        .map((name) => `${group}.${name}`),
    );
    expect(unused).toEqual([]);
  });
});
