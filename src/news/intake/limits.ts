// What an article may measure at most. Each limit is far above what real news shows; it is there against pages that
// were made to break the reader. What is over a limit is refused with an error, never cut.

/** Bytes of a text, a page or a feed. Large news pages have 1 to 5 MB, most of it scripts. */
export const MAX_TEXT_BYTES = 20_000_000;
/** Bytes of a PDF file; an annual report with pictures may have 50 MB. */
export const MAX_PDF_BYTES = 60_000_000;
/** UTF-16 units of an article's text; the longest press releases with lists of names have about 300,000. */
export const MAX_ARTICLE_LENGTH = 2_000_000;
/** Elements of a page, scripts and pictures of vectors left out; long news pages have about 5,000, live pages up to 20,000. */
export const MAX_ELEMENTS = 30_000;
/** Elements inside one another; real pages stay under 60. The parser takes time by its square. */
export const MAX_DEPTH = 256;
/** UTF-16 units of one tag; over it, its attributes are left out (pictures written into the page are such). */
export const MAX_TAG_LENGTH = 4_000;
/** UTF-16 units of one JSON-LD block; a longer one is not looked at. */
export const MAX_JSON_LD_LENGTH = 1_000_000;
/** Items of a feed; feeds hold 10 to 100, archives up to a few hundred. */
export const MAX_FEED_ITEMS = 2_000;
/** Pages of a PDF file. */
export const MAX_PDF_PAGES = 500;
