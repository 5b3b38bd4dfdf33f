import { describe, expect, it } from 'vitest';
import { type IntakeResult, intakeBytes } from './intake-bytes.ts';

const RETRIEVED = '2026-11-22T10:00:00Z';

async function take(text: string | Uint8Array): Promise<IntakeResult> {
  return await intakeBytes(typeof text === 'string' ? Buffer.from(text) : text, { retrieved: RETRIEVED });
}

const LONG =
  '<p>The ministry said on Monday that it had frozen the money of two banks &amp; a ship.</p><p>Both appealed.</p>';
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire &amp; Co</title><link>https://wire.example</link><description>d</description>
<item><title><![CDATA[Banks &amp; a ship &#8217;frozen&#8217;]]></title><link>https://wire.example/1</link><guid>g1</guid>
<pubDate>Fri, 31 Mar 2023 10:00:00 +0200</pubDate><dc:creator>Jo Doe</dc:creator><source url="https://first.example/f">First Agency</source>
<description>short</description><content:encoded><![CDATA[${LONG}]]></content:encoded></item>
<item><title>…</title><guid>g2</guid></item>
<item><title>Second</title><link>javascript:alert(1)</link><description>&lt;script&gt;alert(1)&lt;/script&gt;A &lt;b&gt;second&lt;/b&gt; report.</description></item>
</channel></rss>`;

describe('a feed', () => {
  it('is one article for each item', async () => {
    const { articles, notes } = await take(RSS);
    expect(articles).toHaveLength(2);
    expect(notes).toEqual(['Item 2 of the feed was left out. The report holds no words.']);
    expect(articles[0]?.article).toMatchObject({
      title: 'Banks & a ship ’frozen’',
      url: 'https://wire.example/1',
      published: '2023-03-31T10:00:00+02:00',
      byline: 'Jo Doe',
      publisher: 'Wire & Co',
      relay: 'First Agency',
      retrieved: RETRIEVED,
      text: 'Banks & a ship ’frozen’\n\nThe ministry said on Monday that it had frozen the money of two banks & a ship.\n\nBoth appealed.',
    });
    expect(articles[0]?.article.zones.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body']);
  });

  it('gives text and web addresses, never scripts', async () => {
    const second = (await take(RSS)).articles[1]?.article;
    expect(second?.text).toBe('Second\n\nA second report.');
    expect(second?.url).toBeUndefined();
  });

  it('gives each item a hash of its own, which does not change with the rest of the feed', async () => {
    const whole = await take(RSS);
    const ids = new Set(whole.articles.map(({ article }) => article.id));
    expect(ids.size).toBe(2);
    const less = await take(RSS.replace(/<item><title>Second[\s\S]*?<\/item>/u, ''));
    expect(less.articles[0]?.article).toEqual(whole.articles[0]?.article);
  });

  it('gives bytes for each item from which the same article is read again', async () => {
    for (const { article, bytes } of (await take(RSS)).articles) {
      const [again] = (await take(bytes)).articles;
      expect(again?.article).toEqual(article);
      expect(Buffer.from(again?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it('may be Atom', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Wire &amp;amp; Co</title><id>i</id>
<updated>2023-03-31T10:00:00Z</updated><entry><title>1 &lt; 2 &amp; so on</title><id>e1</id><link rel="self" href="https://a.example/s"/>
<link href="https://a.example/1"/><published>2023-03-30T23:30:00-04:00</published><author><name>Jo Doe</name></author>
<source><title>First Agency</title></source><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>was</b> frozen.</p></div></content></entry></feed>`;
    expect((await take(atom)).articles[0]?.article).toMatchObject({
      title: '1 < 2 & so on',
      text: '1 < 2 & so on\n\nIt was frozen.',
      url: 'https://a.example/1',
      published: '2023-03-30T23:30:00-04:00',
      publisher: 'Wire & Co',
      relay: 'First Agency',
    });
  });

  it('may be RDF or JSON', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Wire</title><link>l</link><description>d</description></channel>
<item rdf:about="u"><title>Frozen</title><link>https://a.example/1</link><description>Two banks.</description><dc:date>2023-03-31</dc:date></item></rdf:RDF>`;
    const expected = {
      title: 'Frozen',
      text: 'Frozen\n\nTwo banks.',
      publisher: 'Wire',
      published: '2023-03-31',
    };
    expect((await take(rdf)).articles[0]?.article).toMatchObject(expected);
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Wire',
      items: [
        { id: 7, title: 'Frozen', content_text: 'Two banks.', date_published: '2023-03-31' },
        'nonsense',
      ],
    };
    const { articles, notes } = await take(JSON.stringify(json));
    expect(articles[0]?.article).toMatchObject(expected);
    expect(notes).toEqual(['Item 2 of the feed was left out. The report holds no words.']);
  });

  it('that ends in the middle is read as far as it goes, and that is told', async () => {
    const { articles, notes } = await take(RSS.slice(0, RSS.indexOf('<item><title>…')));
    expect(articles).toHaveLength(1);
    expect(notes).toEqual([expect.stringContaining('ends before its end')]);
  });

  it('gives an item that stands in it twice once, and tells it', async () => {
    const first = /<item>[\s\S]*?<\/item>/u.exec(RSS)?.[0] ?? '';
    const { articles, notes } = await take(RSS.replace('</channel>', `${first}</channel>`));
    expect(articles).toHaveLength(2);
    expect(notes).toContain('Item 4 of the feed is the same as one before it.');
  });

  it('loses only the item that was made to break the parser, and tells it', async () => {
    const { articles, notes } = await take(RSS.replace('short', '&lt;div&gt;'.repeat(300)));
    expect(articles.map(({ article }) => article.title)).toEqual(['Second']);
    expect(notes[0]).toMatch(/^Item 1 of the feed was left out. The item has elements/u);
  });

  it('that defines entities is refused', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${RSS.slice(21)}`;
    await expect(take(bomb)).rejects.toMatchObject({ code: 'ARTICLE_UNSAFE' });
    const file = `<!DOCTYPE rss [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>${RSS.slice(21).replace('Second', '&x;')}`;
    await expect(take(file)).rejects.toMatchObject({ code: 'ARTICLE_UNSAFE' });
  });

  it('with a public document type, as old RSS has, is read', async () => {
    const old = `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">${RSS.slice(21)}`;
    expect((await take(old)).articles).toHaveLength(2);
  });

  it.each([
    ['<rss version="2.0"><channel></channel></rss>', 'ARTICLE'],
    ['<rss><nonsense', 'ARTICLE_MALFORMED'],
    ['{"version":"https://jsonfeed.org/version/1.1"', 'ARTICLE_MALFORMED'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":{}}', 'ARTICLE_MALFORMED'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'ARTICLE_EMPTY'],
  ])('that is none is refused: %s', async (text, code) => {
    await expect(take(text)).rejects.toMatchObject({ code: expect.stringContaining(code) });
  });
});
