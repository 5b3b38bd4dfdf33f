// Tells what came in: a PDF file, a feed, a page or plain text. The content decides; media type and file name only
// where the content leaves it open, since servers and people name things wrongly.
import { InterdictError } from '../../model/errors.ts';

export type ArticleKind = 'text' | 'html' | 'feed' | 'json-feed' | 'pdf';

/** First bytes of files that hold no text that could be read here. */
const BINARY: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'a zip archive or an office document'],
  ['\x1F\x8B', 'a gzip archive'],
  ['\x89PNG', 'a picture'],
  ['\xFF\xD8\xFF', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xD0\xCF\x11\xE0', 'an old office document'],
  ['{\\rtf', 'an RTF document'],
  ['\x7FELF', 'a program'],
  ['MZ\x90', 'a program'],
];

/** Characters of the beginning in which a page or a feed shows. */
const HEAD = 2_000;
const PAGE = /<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b/iu;
/** The element that a feed begins with, after declarations, comments and processing instructions. */
const FEED = /<(?:rss|feed|(?:[\w-]{1,20}:)?RDF)[\s>]/iu;

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes, 1024).includes('%PDF-');
}

/** @throws InterdictError ARTICLE_KIND_UNKNOWN for files that are no text */
export function refuseBinary(bytes: Uint8Array): void {
  const head = latin1(bytes, 8);
  const what = BINARY.find(([start]) => head.startsWith(start))?.[1];
  if (what) throw new InterdictError('ARTICLE_KIND_UNKNOWN', `This is ${what}, not a report.`);
}

/**
 * @param text      decoded
 * @param mediaType as declared, without parameters
 * @param name      of the file
 */
export function kindOfText(text: string, mediaType = '', name = ''): Exclude<ArticleKind, 'pdf'> {
  const head = text.slice(0, HEAD).trimStart();
  if (
    head.startsWith('{') &&
    /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\//u.test(text.slice(0, 100_000))
  )
    return 'json-feed';
  if (head.startsWith('<')) {
    const feed = FEED.exec(head)?.index ?? Number.POSITIVE_INFINITY;
    const page = PAGE.exec(head)?.index ?? Number.POSITIVE_INFINITY;
    if (feed < page) return 'feed';
    if (page < Number.POSITIVE_INFINITY) return 'html';
  }
  if (/^(?:text\/html|application\/xhtml\+xml)$/iu.test(mediaType)) return 'html';
  if (/^application\/(?:rss|atom|rdf)\+xml$/iu.test(mediaType)) return 'feed';
  return /\.(?:x?html?)$/iu.test(name) && /<[a-z]/iu.test(text) ? 'html' : 'text';
}

function latin1(bytes: Uint8Array, count: number): string {
  return Buffer.from(bytes.subarray(0, count)).toString('latin1');
}
