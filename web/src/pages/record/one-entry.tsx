// One entry of the record: what was asked and answered, by whom, with which lists and which code, and its place in the
// chain; to be asked again, and to be filed.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { getJson } from '../../api/client.ts';
import { moment } from '../../components/moment.ts';
import { Section } from '../../components/section.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { decodedPart } from '../../layout/addresses.ts';
import { Page } from '../../layout/page.tsx';
import { KIND_WORDS, pathOf, type RecordEntry } from './entry.ts';
import { EntryFacts } from './entry-facts.tsx';
import { RerunEntry } from './rerun-entry.tsx';
import { WhatWasAsked } from './what-was-asked.tsx';

export function OneEntry({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['record', 'entry', id],
    queryFn: ({ signal }) => getJson<RecordEntry>(pathOf(decodedPart(id)), signal),
  });
  if (!data)
    return (
      <Page title="The record" intro={<WholeRecord />}>
        {error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what="the entry" />}
      </Page>
    );
  return <EntryView entry={data} />;
}

function EntryView({ entry }: { readonly entry: RecordEntry }) {
  const { kind, seq, at, who, summary, isForgotten } = entry;
  return (
    <Page
      title={isForgotten ? `Entry ${seq}` : summary || KIND_WORDS[kind]}
      intro={
        <>
          {KIND_WORDS[kind]}, {moment(at)}, by {who}, entry {seq}. <WholeRecord />
        </>
      }
      beside={<EntryFacts entry={entry} />}
    >
      {isForgotten ? (
        <Empty>
          What was asked and answered was deleted by policy. The entry itself stays, so that the chain can be
          verified.
        </Empty>
      ) : (
        <WhatWasAsked entry={entry} />
      )}
      {entry.content && (kind === 'screening' || kind === 'reading') && (
        <Section id="again" title="Ask again">
          <RerunEntry id={entry.id} />
        </Section>
      )}
      {entry.content && (
        <Section id="report" title="File it">
          <p className="text-quiet">
            Question, answer, evidence with its sources, the lists by their hash, and what is not known.
          </p>
          <ul className="no-print mt-2 flex flex-wrap gap-x-6 gap-y-2">
            <ReportLink id={entry.id} format="html" name="Report as a page (HTML)" />
            <ReportLink id={entry.id} format="pdf" name="Report as PDF" />
          </ul>
        </Section>
      )}
    </Page>
  );
}

function WholeRecord() {
  return (
    <Link href="/record" className="no-print text-accent underline">
      The whole record
    </Link>
  );
}

interface ReportLinkProps {
  readonly id: string;
  readonly format: 'html' | 'pdf';
  readonly name: string;
}

function ReportLink({ id, format, name }: ReportLinkProps) {
  return (
    <li>
      <a
        href={`/api/v1${pathOf(id)}/report.${format}`}
        target="_blank"
        rel="noopener"
        className="text-accent underline"
      >
        {name}
      </a>
    </li>
  );
}
