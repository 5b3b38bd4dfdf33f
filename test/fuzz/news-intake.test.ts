// Hostile input for the reading room: whatever comes in, there is an article whose zones fit its text, or an error
// with a code. That it comes in bounded time is shown by sizes at which a quadratic step would run into the time limit
// of the tests.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterdictError } from '../../src/model/errors.ts';
import { type IntakeResult, intakeBytes } from '../../src/news/intake/intake-bytes.ts';
import { readAnswer } from '../../src/news/language-model/answer.ts';

const RETRIEVED = '2026-11-22T10:00:00Z';

/** Takes it in; checks what comes; gives the code of the error, if there was one. */
async function survives(content: string | Uint8Array, mediaType?: string): Promise<string | IntakeResult> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  try {
    const result = await intakeBytes(bytes, { retrieved: RETRIEVED, mediaType });
    for (const { article } of result.articles) {
      let reached = 0;
      for (const { start, end } of article.zones) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(article.text.length);
      expect(article.text).not.toMatch(/[\r\0]/u);
      expect(article.text.isWellFormed()).toBe(true);
    }
    return result;
  } catch (error) {
    if (!(error instanceof InterdictError)) throw error;
    return error.code;
  }
}

async function textOf(content: string): Promise<string> {
  const result = await survives(content);
  if (typeof result === 'string') throw new Error(`refused with ${result}`);
  return result.articles[0]?.article.text ?? '';
}

const MEGABYTE = 1_000_000;
const WORDS = 'The ministry said that nothing had been sold. ';

describe('hostile pages', () => {
  it.each([
    ['a hundred thousand open elements', '<div>'.repeat(100_000), 'ARTICLE_UNSAFE'],
    ['elements ten thousand deep', `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}`, 'ARTICLE_UNSAFE'],
    ['open inline elements', '<b><i>x'.repeat(20_000), 'ARTICLE_UNSAFE'],
    ['a million line breaks', '<p>x'.concat('<br>'.repeat(MEGABYTE)), 'ARTICLE_UNSAFE'],
    ['tables in tables', '<table><tr><td>'.repeat(5_000), 'ARTICLE_UNSAFE'],
    ['nothing but tags without end', '<p '.repeat(300_000), 'ARTICLE_EMPTY'],
    ['quotation marks that never close', '<p a="'.repeat(300_001), 'ARTICLE_EMPTY'],
    ['comments that never close', `<html>${'<!--'.repeat(300_000)}`, 'ARTICLE_EMPTY'],
    ['scripts that never close', `<html>${'<script>'.repeat(200_000)}`, 'ARTICLE_EMPTY'],
  ])('with %s are refused', async (_name, html, code) => {
    expect(await survives(html, 'text/html')).toBe(code);
  });

  it('as deep and as rich in elements as is allowed are read', async () => {
    const deep = `<html><body>${'<div>'.repeat(250)}<p>${WORDS.repeat(20)}</p>${'</div>'.repeat(250)}</body></html>`;
    expect(await textOf(deep)).toContain(WORDS.trim());
    const rich = `<html><body><article>${`<p>${WORDS}</p>`.repeat(20_000)}</article></body></html>`;
    expect((await textOf(rich)).length).toBeGreaterThan(20_000 * 40);
  });

  it('with a megabyte in one paragraph, one attribute or one entity are read', async () => {
    const long = WORDS.repeat(MEGABYTE / WORDS.length);
    expect((await textOf(`<html><body><p>${long}</p></body></html>`)).length).toBeGreaterThan(MEGABYTE * 0.9);
    const attribute = `<html><body><img alt="${'x'.repeat(MEGABYTE)}"><p>${WORDS.repeat(10)}</p></body></html>`;
    expect(await textOf(attribute)).toBe(WORDS.repeat(10).trim());
    const entities = `<html><body><p>${'&amp;'.repeat(100_000)} ${WORDS.repeat(10)}</p></body></html>`;
    expect(await textOf(entities)).toContain('&&&&');
    const attributes = `<html><body><p ${'a'.repeat(10)}${Array.from({ length: 50_000 }, (_, n) => ` a${n}=1`).join('')}>${WORDS.repeat(10)}</p></body></html>`;
    expect(await textOf(attributes)).toBe(WORDS.repeat(10).trim());
  });

  it('keep what looks like a script as text, and run nothing', async () => {
    const html = `<html><body><h1>&lt;script&gt;alert(1)&lt;/script&gt; and more words</h1><p onclick="globalThis.hit=1">${WORDS.repeat(5)}&lt;img src=x onerror=alert(1)&gt;</p>
<script>globalThis.hit = 1</script><img src=x onerror="globalThis.hit = 1"><iframe srcdoc="<script>globalThis.hit=1</script>"></iframe></body></html>`;
    const text = await textOf(html);
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text).toContain('<script>alert(1)</script> and more words');
    expect((globalThis as { hit?: number }).hit).toBeUndefined();
  });

  it('that describe themselves endlessly are read without', async () => {
    const nested = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
    const wide = JSON.stringify(Array.from({ length: 50_000 }, () => ({ '@graph': [] })));
    for (const json of [
      nested,
      wide,
      '{"@type":"NewsArticle","headline":{"a":1},"author":[null,[[]],{"name":5}]}',
    ]) {
      const html = `<html><head><script type="application/ld+json">${json}</script></head><body><p>${WORDS.repeat(5)}</p></body></html>`;
      expect(await textOf(html)).toBe(WORDS.repeat(5).trim());
    }
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div',
        '>',
        '"',
        "'",
        '<!--',
        '-->',
        '<script',
        '</script>',
        '<a href=',
        '&lt;',
        '&#0;',
        '&#xD800;',
      ],
      ...[
        '<table>',
        '<q>',
        '<pre>',
        '\n',
        '<li>',
        '<svg/>',
        '<?xml',
        ']]>',
        '<![CDATA[',
        '<h1>',
        '<title>',
        '<br>',
        WORDS,
      ],
      ...[
        '<figcaption>',
        '</figure>',
        '<template>',
        '<noscript>',
        '<body>',
        '<html lang=xx>',
        '<meta charset=x>',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  it('of any pieces give an article or an error with a code', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        await survives(`<html><body>${pieces.join('')}`, 'text/html');
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile feeds', () => {
  const item = (title: string) => `<item><title>${title}</title><description>${WORDS}</description></item>`;
  const rss = (items: string, head = '') =>
    `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;

  it.each([
    ['a billion laughs', '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'],
    ['a file of this machine', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a parameter entity', '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/">%x;]>'],
    ['an entity in capitals', '<!doctype rss [<!EnTiTy x "y">]>'],
  ])('with %s are refused', async (_name, head) => {
    expect(await survives(rss(item('&x;'), head))).toBe('ARTICLE_UNSAFE');
  });

  it('with more items than any feed has are refused', async () => {
    expect(await survives(rss(item('x').repeat(2_001)))).toBe('ARTICLE_TOO_LARGE');
  });

  it('nested without end give an answer', async () => {
    expect(await survives(rss(`<item>${'<a>'.repeat(20_000)}</item>`))).toMatch(/^ARTICLE_/u);
    const inside = `&lt;div&gt;`.repeat(1_000);
    expect(await survives(rss(`<item><title>x</title><description>${inside}</description></item>`))).toBe(
      'ARTICLE_UNSAFE',
    );
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '&amp;',
      '&#x0;',
      '<description>',
      '<source',
      '"',
      '>',
      WORDS,
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  it('of any pieces give articles or an error with a code', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await survives(rss(pieces.join('')));
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(
            fc.constantFrom('id', 'title', 'url', 'content_html', 'content_text', 'authors'),
            fc.anything(),
          ),
        ),
        async (items) => {
          await survives(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('hostile texts', () => {
  it.each([
    ['a megabyte in one paragraph', WORDS.repeat(MEGABYTE / WORDS.length)],
    ['a megabyte in one word', 'x'.repeat(MEGABYTE)],
    ['a megabyte of spaces', `x${' '.repeat(MEGABYTE)}y`],
    ['a megabyte of stops', '.'.repeat(MEGABYTE).concat('x')],
    ['a hundred thousand lines', 'x\n'.repeat(100_000)],
    ['a hundred thousand equal headings', 'A heading\n\n'.repeat(100_000)],
    ['a hundred thousand bullets', '• point\n'.repeat(100_000)],
    ['a dateline without end', `${'LONDON, '.repeat(100_000)} - x`],
    ['marks that turn text around', '\u202E\u2066'.repeat(100_000).concat('x')],
    ['accents without letters', `x${'\u0301'.repeat(MEGABYTE)}`],
    ['emoji', '🏴‍☠️'.repeat(100_000).concat('x')],
  ])('with %s are read', async (_name, text) => {
    const result = await survives(text);
    expect(result).toMatchObject({ articles: [{ article: { mediaType: 'text/plain' } }] });
  });

  it('of any bytes give an article or an error with a code', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.string(), { nil: undefined }),
        async (bytes, mediaType) => {
          await survives(bytes, mediaType);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that claim to be PDF files give an error with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await survives(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]))).toMatch(/^ARTICLE_/u);
      }),
      // Each starts a thread.
      { numRuns: 15 },
    );
  });
});

it('an answer of a language model that is nested without end is refused', () => {
  const answer = `{"claims":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  expect(readAnswer(answer).rejected).toHaveLength(1);
});
