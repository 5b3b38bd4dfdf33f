// What a page says of its article in JSON-LD (schema.org's NewsArticle and its kin): headline, authors, date,
// publisher, body. Written by the publisher's machine, so it is better than what is guessed from the markup.

export interface DescribedArticle {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly body?: string;
}

const ARTICLE_TYPE = /^(?:https?:\/\/schema\.org\/)?(?:[A-Z]\w{0,30})?(?:Article|BlogPosting|Report)$/u;
/** Objects inside one another that are looked into; `@graph` inside a list is three deep. */
const MOST_LEVELS = 6;
const MOST_OBJECTS = 2_000;

type Json = Readonly<Record<string, unknown>>;

/** The first article that the blocks describe; blocks that are no JSON are counted. */
export function describedArticle(blocks: readonly string[]): {
  readonly article?: DescribedArticle;
  readonly unreadable: number;
} {
  let unreadable = 0;
  for (const block of blocks) {
    const value = parsed(block);
    if (value === undefined) unreadable += 1;
    const found = findArticle(value);
    if (found) return { article: articleFrom(found), unreadable };
  }
  return { unreadable };
}

function parsed(block: string): unknown {
  try {
    return JSON.parse(block.replace(/^\s*(?:<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:\/\/)?\]\]>\s*$/gu, ''));
  } catch {
    return undefined; // Counted by the caller, who tells it.
  }
}

/** Breadth first, so that the page's own article comes before those that it only links to. */
function findArticle(root: unknown): Json | undefined {
  let level: unknown[] = [root];
  let seen = 0;
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      seen += 1;
      if (seen > MOST_OBJECTS) return undefined;
      if (Array.isArray(value)) next.push(...value.slice(0, MOST_OBJECTS));
      if (!isObject(value)) continue;
      const types = [value['@type']].flat();
      if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return value;
      next.push(value['@graph'], value.mainEntity, value.mainEntityOfPage);
    }
    level = next.filter((value) => typeof value === 'object' && value !== null);
  }
  return undefined;
}

function articleFrom(value: Json): DescribedArticle {
  const headline = textOf(value.headline) ?? textOf(value.name);
  const published = textOf(value.datePublished) ?? textOf(value.dateCreated);
  const publisher = namesOf(value.publisher)[0] ?? namesOf(value.sourceOrganization)[0];
  const description = textOf(value.alternativeHeadline) ?? textOf(value.description);
  const body = textOf(value.articleBody);
  return {
    authors: namesOf(value.author),
    ...(headline ? { headline } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(description ? { description } : {}),
    ...(body ? { body } : {}),
  };
}

function namesOf(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, 50)
    .map((one) => textOf(isObject(one) ? one.name : one))
    .filter((name) => name !== undefined);
}

function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.trim() ? text.trim() : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
