// The content of an entry, by its kind: the screening with its answer, the report with what was read, the file with its
// counts, or what was deleted and why.
import { Link } from 'wouter';
import { DecisionCounts } from '../../components/decision-counts.tsx';
import { Answer } from '../../components/screening/answer.tsx';
import { Section } from '../../components/section.tsx';
import { reportsAddress } from '../../layout/addresses.ts';
import type { BatchContent, ReadingContent, RecordEntry, ScreeningContent } from './entry.ts';
import { FactLines } from './fact-lines.tsx';
import { HashText } from './hash-text.tsx';

export function WhatWasAsked({ entry }: { readonly entry: RecordEntry }) {
  switch (entry.kind) {
    case 'screening':
      return entry.content ? <ScreeningAsked content={entry.content} /> : null;
    case 'reading':
      return entry.content ? <ReportRead content={entry.content} /> : null;
    case 'batch':
      return entry.content ? <FileScreened content={entry.content} rowsHash={entry.rows?.hash} /> : null;
    case 'forgetting':
      return <Deleted entry={entry} />;
  }
}

function ScreeningAsked({ content: { input, answer } }: { readonly content: ScreeningContent }) {
  const { query, asOf } = answer;
  const { profile, limit, cutoff } = input;
  return (
    <>
      <Section id="question" title="Asked">
        <FactLines
          facts={[
            ['Kind of party', query.schema],
            ...Object.entries(query.properties).map(
              ([property, texts]) => [wordsOf(property), texts.join('; ')] as const,
            ),
            ['Lists of', asOf],
            ['Profile', profile],
            ['Results at most', limit?.toLocaleString('en')],
            ['Results from', cutoff?.toLocaleString('en')],
          ]}
        />
      </Section>
      {/* What reports say of a party is asked anew whenever it is shown, and is no part of the entry. */}
      <Answer
        screening={{ ...answer, results: answer.results.map((result) => ({ ...result, claims: [] })) }}
      />
    </>
  );
}

/** `birthDate` as "Birth date". */
function wordsOf(property: string): string {
  const words = property.replace(/(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ReportRead({ content: { input, answer } }: { readonly content: ReadingContent }) {
  const { articles, claims, findings, mentions } = answer;
  return (
    <>
      <Section id="question" title="Read">
        <FactLines
          facts={[
            ['Came as', input.name],
            ['Came in', input.retrieved],
            ['Hash of its bytes', <HashText key="hash" hash={input.sha256} />],
            ['Said of it', [input.title, input.publisher, input.published].filter(Boolean).join(', ')],
          ]}
        />
      </Section>
      <Section id="answer" title="Found">
        <ul className="space-y-4">
          {articles.map(({ id, title, publisher }) => (
            <li key={id}>
              <h3 className="font-serif text-xl font-semibold">
                <Link href={reportsAddress([id])} dir="auto" className="hover:text-accent hover:underline">
                  {title ?? id}
                </Link>
              </h3>
              <p className="text-sm text-quiet">
                {publisher && `${publisher}: `}
                {mentions.filter((mention) => mention.article === id && mention.party).length} listed parties,{' '}
                {claims.filter((claim) => claim.article === id).length} claims,{' '}
                {findings.filter(({ spans }) => spans.some((span) => span.article === id)).length} things that
                do not fit
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

interface FileScreenedProps {
  readonly content: BatchContent;
  readonly rowsHash: string | undefined;
}

function FileScreened({ content: { input, counts, options }, rowsHash }: FileScreenedProps) {
  const { columns, profile, asOf } = options as {
    columns?: readonly (readonly [string, string])[];
    profile?: string;
    asOf?: string;
  };
  return (
    <>
      <Section id="question" title="Asked">
        <FactLines
          facts={[
            ['File', input.name],
            ['Hash of the file', <HashText key="file" hash={input.sha256} />],
            ['Columns', columns?.map(([heading, target]) => `${heading} as ${target}`).join('; ')],
            ['Lists of', asOf],
            ['Profile', profile],
          ]}
        />
      </Section>
      <Section id="answer" title="Answered">
        <DecisionCounts decisions={counts.decisions} />
        <div className="mt-4">
          <FactLines
            facts={[
              ['Rows', counts.rows.toLocaleString('en')],
              ['Screened', counts.screened.toLocaleString('en')],
              ['Could not be screened', counts.notScreened.toLocaleString('en')],
              ['Hash of the rows', rowsHash && <HashText key="rows" hash={rowsHash} />],
            ]}
          />
        </div>
      </Section>
    </>
  );
}

function Deleted({ entry: { forgets = [], reason } }: { readonly entry: RecordEntry }) {
  const ranges = forgets.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  return (
    <FactLines
      facts={[
        ['Content deleted of entries', ranges.join(', ')],
        ['Why', reason],
      ]}
    />
  );
}
