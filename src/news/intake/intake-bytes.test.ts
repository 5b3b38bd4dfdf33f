import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type IntakeHints, intakeBytes, intakeText } from './intake-bytes.ts';

const RETRIEVED = '2026-11-22T10:00:00Z';

async function article(content: string | Uint8Array, hints: Partial<IntakeHints> = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { articles } = await intakeBytes(bytes, { retrieved: RETRIEVED, ...hints });
  expect(articles).toHaveLength(1);
  const [taken] = articles;
  if (!taken) throw new Error('No article was taken in.');
  return { ...taken.article, notes: taken.notes };
}

const PROSE =
  'The Treasury designated a broker from Bratislava on Thursday, saying that he had tried to arrange sales of arms for aircraft and raw materials.';
const MORE =
  'He had met officials of both countries in the course of the winter, the department said in a notice, and nobody answered at his address.';
const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Treasury lists broker | The Ledger</title>
<meta property="og:title" content="Treasury lists broker from Bratislava"><meta property="og:site_name" content="The Ledger">
<meta name="description" content="Washington says he arranged arms for aircraft.">
<link rel="canonical" href="https://ledger.example/2023/a">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"Treasury lists broker from Bratislava",
"datePublished":"2023-03-31T08:00:00+02:00","author":[{"@type":"Person","name":"Jo Doe"}],"publisher":{"@type":"Organization","name":"The Ledger Ltd"}}]}</script>
<script>alert("<p>no</p>")</script></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<header><h1>Treasury lists broker</h1><p>Washington says he arranged arms for aircraft.</p></header>
<article><p>WASHINGTON (Example) — ${PROSE}</p><figure><img src="x.jpg" alt="A harbour"><figcaption>A harbour in the east. Photo: A. Body</figcaption></figure>
<h2>What the notice says</h2><p>${MORE}</p><ul><li>First point</li><li>Second point</li></ul>
<p>It speaks of &ldquo;over two dozen kinds&rdquo; of weapons and of <q>commodities</q>, &lt;script&gt;alert(1)&lt;/script&gt;, and of nothing else that was ever delivered.<br>That is all.</p>
</article><aside><h3>Related articles</h3><p>Minister resigns over ship</p></aside><footer>© 2023 The Ledger</footer></body></html>`;

describe('a page', () => {
  it('gives its headline, deck, main text and what it says of itself', async () => {
    const taken = await article(PAGE);
    expect(taken).toMatchObject({
      mediaType: 'text/html',
      title: 'Treasury lists broker',
      byline: 'Jo Doe',
      published: '2023-03-31T08:00:00+02:00',
      publisher: 'The Ledger Ltd',
      url: 'https://ledger.example/2023/a',
      language: 'en',
      support: 'full',
      notes: [],
    });
    expect(taken.zones.map(({ kind, start, end }) => `${kind}: ${taken.text.slice(start, end)}`)).toEqual([
      'headline: Treasury lists broker',
      'deck: Washington says he arranged arms for aircraft.',
      'dateline: WASHINGTON (Example) —',
      `body: ${PROSE}`,
      'caption: A harbour in the east.',
      'boilerplate: Photo: A. Body',
      'subhead: What the notice says',
      `body: ${MORE}`,
      'body: • First point',
      'body: • Second point',
      'body: It speaks of “over two dozen kinds” of weapons and of “commodities”, <script>alert(1)</script>, and of nothing else that was ever delivered.',
      'body: That is all.',
    ]);
  });

  it('gives way to what its caller knows better', async () => {
    const copied = await article(PAGE, { url: 'https://copy.example/b' });
    expect(copied.notes).toEqual([
      'The page was fetched from copy.example and says that it is ledger.example.',
    ]);
    const taken = await article(PAGE, {
      url: 'https://www.ledger.example/b',
      publisher: 'Ledger',
      title: 'T',
      published: '2023',
    });
    expect(taken).toMatchObject({
      notes: [],
      url: 'https://www.ledger.example/b',
      publisher: 'Ledger',
      title: 'T',
      published: '2023',
    });
  });

  it('too short for an article is taken whole', async () => {
    const { text } = await article(
      '<html><body><nav>Menu</nav><p>OFAC sanctioned a bank.</p><footer>Imprint</footer></body></html>',
    );
    expect(text).toBe('OFAC sanctioned a bank.');
  });

  it('that hides its text is read from its description of itself, which is told', async () => {
    const body = JSON.stringify(`${PROSE}\n\n${MORE}`);
    const html = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"H H H","articleBody":${body}}</script></head><body><p>Subscribe to read.</p></body></html>`;
    const { text, notes } = await article(html);
    expect(text).toBe(`H H H\n\n${PROSE}\n\n${MORE}`);
    expect(notes).toEqual([expect.stringContaining('JSON-LD')]);
  });

  it('with a description that is no JSON, or a date that is none, is read and told', async () => {
    const html = `<html><head><meta name="date" content="the other day"><script type="application/ld+json">{nonsense</script></head><body><p>${PROSE}</p></body></html>`;
    const { notes } = await article(html);
    expect(notes).toEqual([expect.stringContaining('JSON-LD'), expect.stringContaining('the other day')]);
  });

  it('in another encoding and language is decoded and marked', async () => {
    const russian =
      'Министерство финансов США ввело санкции против гражданина Словакии, который вёл переговоры о поставках оружия.';
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="koi8-r"></head><body><p>'),
      Buffer.from(russian.split('').map(koi8)),
      Buffer.from('</p></body></html>'),
    ]);
    expect(await article(bytes)).toMatchObject({ text: russian, language: 'ru', support: 'parties-only' });
  });
});

/** Code of a letter in KOI8-R; the encoder of the runtime only knows UTF-8. */
function koi8(letter: string): number {
  const decoder = new TextDecoder('koi8-r');
  for (let code = 0; code < 256; code += 1) if (decoder.decode(Uint8Array.of(code)) === letter) return code;
  throw new Error(`KOI8-R has no ${letter}`);
}

describe('a text', () => {
  it('is one article with the hash of its bytes', async () => {
    const text = `Treasury Lists Broker\n\nThe Example Post, 31 March 2023\n\n${PROSE}`;
    const taken = await article(text, { name: 'report.txt' });
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(taken).toMatchObject({
      id: `art-${sha256.slice(0, 16)}`,
      sha256,
      mediaType: 'text/plain',
      title: 'Treasury Lists Broker',
      publisher: 'The Example Post',
      published: '2023-03-31',
      retrieved: RETRIEVED,
      text,
    });
  });

  it('names no newspaper where a dateline names a place, and no month either', async () => {
    const wire = await article(`LIMASSOL, March 30, 2023 (Example) - ${PROSE}`);
    expect(wire).toMatchObject({ published: '2023-03-30' });
    expect(wire.publisher).toBeUndefined();
    const dated = await article(`Ship held in port\n\nMarch 31, 2023\n\n${PROSE}`);
    expect(dated).toMatchObject({ published: '2023-03-31' });
    expect(dated.publisher).toBeUndefined();
  });

  it('that was pasted is the same article as the file', async () => {
    const pasted = await intakeText(PROSE, { retrieved: RETRIEVED });
    expect(pasted.articles[0]?.article).toEqual(
      (await intakeBytes(Buffer.from(PROSE), { retrieved: RETRIEVED })).articles[0]?.article,
    );
  });

  it('that has angle brackets in it is still a text', async () => {
    const text = `${PROSE} <script>alert(1)</script>`;
    expect((await article(text)).text).toBe(text);
  });

  it.each([
    ['OFAC sanctions Ashot Mkrtychev', 'en'],
    ['He was arrested in Bratislava on Monday.', 'en'],
    [
      'Das US-Finanzministerium hat Sanktionen gegen einen Slowaken verhängt, der Waffen vermittelt haben soll.',
      'de',
    ],
    ['Kim Jong-un', 'und'],
    ['12345 OFAC', 'und'],
    ['欧盟周五宣布对两家银行实施制裁，并冻结其在成员国境内的全部资产。', 'zh'],
  ])('tells its language, or that it cannot be told: %s', async (text, language) => {
    expect(await article(text)).toMatchObject({
      language,
      support: language === 'en' ? 'full' : 'parties-only',
    });
  });

  it.each([
    ['', 'ARTICLE_EMPTY'],
    [' \n\t', 'ARTICLE_EMPTY'],
    ['… — …', 'ARTICLE_EMPTY'],
    ['<html><body></body></html>', 'ARTICLE_EMPTY'],
    ['PK\x03\x04 and so on', 'ARTICLE_KIND_UNKNOWN'],
    ['a'.repeat(2_000_001), 'ARTICLE_TOO_LARGE'],
    ['<p>'.concat('<b>'.repeat(300), 'x'), 'ARTICLE_UNSAFE'],
    ['%PDF-1.7 nonsense', 'ARTICLE_MALFORMED'],
  ])('that is none is refused with a code (%#)', async (content, code) => {
    await expect(intakeBytes(Buffer.from(content), { retrieved: RETRIEVED })).rejects.toMatchObject({ code });
  });
});
