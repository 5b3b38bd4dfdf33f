// What an assistant can ask of Interdict: five tools over the engine, each with the schema of what it takes. Answers
// are short on purpose (a model pays for every word); ids lead to the rest. Every screening is recorded, as anywhere.
import { type Static, type TObject, Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { compareNamePair } from '../engine/compare-pairs.ts';
import { readProperties } from '../engine/party-input.ts';
import { reportReaderOf } from '../engine/report-reader.ts';
import type { Engine } from '../engine.ts';
import { InterdictError } from '../model/errors.ts';
import type { Claim, Finding, Reading } from '../model/reading.ts';
import { parseSchemaName } from '../model/schema/schema.ts';
import type { Screening } from '../model/screening.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: TObject;
  /** @throws InterdictError REQUEST_INVALID and whatever the engine throws */
  call(input: unknown): Promise<object>;
}

/** Who is named in the record. */
const WHO = 'mcp';
const MAX_TEXT = 2_000;
/** Claims and findings of one answer at most; how many there are is told. */
const MOST_SHOWN = 40;

const Text = Type.String({ maxLength: MAX_TEXT });
const Texts = Type.Array(Text, { maxItems: 100 });

/** Makes a tool whose input is checked before it is called. */
function tool<Schema extends TObject>(
  facts: Omit<Tool, 'inputSchema' | 'call'>,
  inputSchema: Schema,
  call: (input: Static<Schema>) => Promise<object>,
): Tool {
  const check = TypeCompiler.Compile(inputSchema);
  return {
    ...facts,
    inputSchema,
    call: async (input) => {
      const [problem] = check.Errors(input);
      if (!problem) return await call(input as Static<Schema>);
      const field = problem.path.slice(1);
      throw new InterdictError('REQUEST_INVALID', `${field || 'input'}: ${problem.message}.`, { field });
    },
  };
}

/** The tools over an engine. */
export function toolsOf(engine: Engine): Tool[] {
  return [
    screenTool(engine),
    compareTool(),
    openPartyTool(engine),
    readReportTool(engine),
    listStatusTool(engine),
  ];
}

function screenTool({ screening }: Engine): Tool {
  return tool(
    {
      name: 'screen',
      title: 'Screen a party',
      description:
        'Is this person, company or ship on an official sanctions list? Answers stop, review, clear or undetermined, with reasons. Give everything that is known: it tells namesakes apart. Only the decision "clear" clears.',
    },
    Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: MAX_TEXT, description: 'In any script.' }),
        schema: Type.Optional(
          Type.String({
            description: 'Person, Company, Organization, Vessel, Airplane, LegalEntity (the default).',
          }),
        ),
        birth_date: Type.Optional(
          Type.String({ maxLength: 40, description: 'As exact as known: 1966-05-07, 1966.' }),
        ),
        countries: Type.Optional(
          Type.Array(Text, { maxItems: 20, description: 'Names or codes: nationality, seat.' }),
        ),
        properties: Type.Optional(
          Type.Record(Type.String(), Texts, {
            description: 'Other properties of FollowTheMoney: passportNumber, imoNumber, birthPlace, alias …',
          }),
        ),
        as_of: Type.Optional(
          Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Ask the lists of that day.' }),
        ),
      },
      { additionalProperties: false },
    ),
    async ({ name, schema: schemaName, birth_date, countries = [], properties: more = {}, as_of }) => {
      const schema = parseSchemaName(schemaName ?? (birth_date === undefined ? 'LegalEntity' : 'Person'));
      const given = {
        ...more,
        name: [name, ...(more.name ?? [])],
        ...(birth_date === undefined ? {} : { birthDate: [birth_date] }),
        ...(countries.length === 0 ? {} : { [schema === 'Person' ? 'nationality' : 'country']: countries }),
      };
      const { properties, issues } = readProperties(schema, given);
      const [issue] = issues;
      if (issue)
        throw new InterdictError('QUERY_INVALID', `${issue.field}: ${issue.reason}.`, { field: issue.field });
      return screeningInShort(await screening.screen({ schema, properties }, { asOf: as_of, who: WHO }));
    },
  );
}

function screeningInShort({ id, asOf, decision, reasons, lists, results }: Screening): object {
  return {
    decision,
    reasons,
    results: results.map(
      ({ id: party, caption, schema, score, match, datasets, listings, explanation, claims }) => ({
        id: party,
        caption,
        schema,
        score,
        match,
        datasets,
        listings: listings.map(({ authority, program, listedOn }) => ({ authority, program, listedOn })),
        why: explanation.sentence,
        against: explanation.against,
        claims: claims.length,
      }),
    ),
    lists: lists.map(({ dataset, published, state }) => ({ dataset, published, state })),
    asOf,
    screening: id,
  };
}

function compareTool(): Tool {
  const Name = Type.String({ minLength: 1, maxLength: MAX_TEXT });
  return tool(
    {
      name: 'compare',
      title: 'Compare two names',
      description:
        'How likely two names are one: a probability, and the names aligned part by part. Asks no list.',
    },
    Type.Object(
      {
        left: Name,
        right: Name,
        schema: Type.Optional(Type.String({ description: 'Person (the default), Company …' })),
      },
      { additionalProperties: false },
    ),
    async ({ left, right, schema = 'Person' }) => compareNamePair(left, right, parseSchemaName(schema)),
  );
}

function openPartyTool({ directory, claims }: Engine): Tool {
  return tool(
    {
      name: 'open_party',
      title: 'Open a listed party',
      description:
        'Everything the lists say about one party, with the source of each value, its relations, and what reports claim about it.',
    },
    Type.Object(
      { id: Type.String({ maxLength: 300, description: 'As screen gives it: us_ofac_sdn-41736.' }) },
      { additionalProperties: false },
    ),
    async ({ id }) => {
      const { facts, ...party } = await directory.details(id);
      const about = await claims.claims({ about: party.id });
      return {
        ...party,
        facts: facts.map(({ property, values }) => ({
          property,
          values: values.map(({ text, dataset }) => ({ text, dataset })),
        })),
        ...claimsInShort(about.claims, about.findings),
      };
    },
  );
}

function readReportTool(engine: Engine): Tool {
  const reader = reportReaderOf(engine);
  return tool(
    {
      name: 'read_report',
      title: 'Read a report',
      description:
        'Reads a news report: which listed parties it names, who claims what about them and how surely, and what does not fit together. A claim is what somebody says, never a fact.',
    },
    Type.Object(
      {
        text: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000_000 })),
        url: Type.Optional(
          Type.String({ maxLength: MAX_TEXT, description: 'A public web address, instead of the text.' }),
        ),
        title: Type.Optional(Text),
        publisher: Type.Optional(Text),
        published: Type.Optional(Type.String({ maxLength: 40 })),
      },
      { additionalProperties: false },
    ),
    async ({ text, url, ...facts }) => {
      if (text !== undefined) {
        const bytes = new TextEncoder().encode(text);
        return readingInShort(await reader.read({ bytes, mediaType: 'text/plain', url, ...facts }, WHO));
      }
      if (url !== undefined) return readingInShort(await reader.readUrl(url, WHO));
      throw new InterdictError('REQUEST_INVALID', 'There is neither a text nor a url.', { field: 'text' });
    },
  );
}

function readingInShort({ articles, mentions, claims, findings }: Reading): object {
  return {
    articles: articles.map(({ id, title, published, publisher, language }) => ({
      id,
      title,
      published,
      publisher,
      language,
    })),
    listed: mentions
      .filter(({ party }) => party !== undefined)
      .map(({ caption, variants, party }) => ({ caption, variants, party })),
    ...claimsInShort(claims, findings),
  };
}

function claimsInShort(claims: readonly Claim[], findings: readonly Finding[]): object {
  return {
    claimCount: claims.length,
    claims: claims.slice(0, MOST_SHOWN).map((claim) => ({
      id: claim.id,
      says: claim.chain.map(({ name }) => name).join(' via ') || claim.source?.kind,
      modality: claim.modality,
      event: claim.event.type,
      content: claim.content.map(({ surface }) => surface).join(' … '),
      grade: `${claim.grade.source}${claim.grade.information}`,
    })),
    findings: findings.slice(0, MOST_SHOWN).map(({ kind, severity, text }) => ({ kind, severity, text })),
    findingCount: findings.length,
  };
}

function listStatusTool({ lists }: Engine): Tool {
  return tool(
    {
      name: 'list_status',
      title: 'Status of the lists',
      description: 'Which official lists are loaded, how old they are, and which are missing or stale.',
    },
    Type.Object({}, { additionalProperties: false }),
    async () => ({
      lists: (await lists.status()).map(
        ({ dataset, title, state, required, published, age_days, entities }) => ({
          dataset,
          title,
          state,
          required,
          published,
          age_days,
          entities,
        }),
      ),
    }),
  );
}
