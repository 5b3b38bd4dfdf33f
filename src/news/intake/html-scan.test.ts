import { describe, expect, it } from 'vitest';
import { scanHtml } from './html-scan.ts';

describe('a page before it is parsed', () => {
  it('loses scripts, styles, comments and pictures of vectors', () => {
    const html =
      '<!doctype html><p>a<script>if (1 < 2) "</p>"</script>b<style>p{}</style>c<!-- <p>no -->d<svg><text>no</text></svg>e</p>';
    expect(scanHtml(html).html).toBe('<p>abcde</p>');
  });

  it('keeps what it says of itself', () => {
    const { jsonLd, html } = scanHtml(
      '<script type="application/ld+json">{"a":1}</script><script type=x>2</script>',
    );
    expect(jsonLd).toEqual(['{"a":1}']);
    expect(html).toBe('');
  });

  it('keeps tags with marks in their attributes whole', () => {
    const html = `<p title="a > b" data-x='"'>text</p><p it's>more</p>`;
    expect(scanHtml(html).html).toBe(html);
  });

  it('loses the attributes of a giant tag, and only these', () => {
    expect(scanHtml(`<img src="data:${'x'.repeat(5_000)}"><p>text`).html).toBe('<img><p>text');
  });

  it('tells what it leaves out because nothing closes it', () => {
    expect(scanHtml('<p>a<script>b<p>c')).toMatchObject({
      html: '<p>a',
      notes: [expect.stringContaining('<script>')],
    });
    expect(scanHtml('<p>a<!-- b<p>c')).toMatchObject({
      html: '<p>a',
      notes: [expect.stringContaining('comment')],
    });
  });

  it('leaves a lone angle bracket in the text', () => {
    expect(scanHtml('<p>1 < 2 and <3').html).toBe('<p>1 < 2 and <3');
  });

  it('is refused if it is deeper or has more elements than any real page', () => {
    const unsafe = expect.objectContaining({ code: 'ARTICLE_UNSAFE' });
    expect(() => scanHtml('<div>'.repeat(257))).toThrow(unsafe);
    expect(() => scanHtml('<br>'.repeat(30_001))).toThrow(unsafe);
    expect(() => scanHtml('<div>'.repeat(256))).not.toThrow();
  });

  it('is not deep because its paragraphs are not closed', () => {
    expect(() => scanHtml('<p>text<ul><li>point</ul>'.repeat(1_000))).not.toThrow();
  });
});
