// Several reports held against each other: where they contradict, what more than one of them says and from how many
// origins, which quotations they share and what became of the words, and what only one of them has.
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Article, Finding, Reading } from '../../../api/types.ts';
import { FindingEntry } from '../../../components/finding-entry.tsx';
import { ReportLink } from '../../../components/report-link.tsx';
import { Section } from '../../../components/section.tsx';
import { Empty } from '../../../components/states.tsx';
import { Page } from '../../../layout/page.tsx';
import { byGravity } from '../findings.tsx';
import { LoneClaims } from './lone-claims.tsx';
import { SameQuotations } from './same-quotations.tsx';
import { sharedClusters, sharedQuotations } from './shared.ts';
import { SharedClaims } from './shared-claims.tsx';

export function CompareReports({ reading }: { readonly reading: Reading }) {
  const { articles, claims, findings } = reading;
  const byId = useMemo(() => new Map(articles.map((article) => [article.id, article])), [articles]);
  const clusters = useMemo(() => sharedClusters(reading), [reading]);
  const quotations = useMemo(() => sharedQuotations(reading), [reading]);
  const shared = new Set(clusters.flatMap(({ claims }) => claims));
  const between = findings.filter((finding) => articlesOf(finding).size > 1);
  const within = findings.length - between.length;
  return (
    <Page
      title="Reports compared"
      intro={
        <Link href="/reports" className="no-print text-accent underline">
          All reports
        </Link>
      }
    >
      <ol className="space-y-3">
        {articles.map((article) => (
          <ReportHead key={article.id} article={article} />
        ))}
      </ol>
      <Section id="contradictions" title="Where they do not agree">
        {between.length === 0 && (
          <Empty>Nothing was found that one report says and another contradicts.</Empty>
        )}
        <div className="space-y-6">
          {byGravity(between).map((finding) => (
            <FindingEntry
              key={finding.id}
              finding={finding}
              sourceOf={({ article }) => <ReportLink id={article} article={byId.get(article)} />}
            />
          ))}
        </div>
        {within > 0 && (
          <p className="mt-4 text-sm text-quiet">
            {within === 1
              ? 'One more thing does not fit inside a single report'
              : `${within} more things do not fit inside single reports`}
            ; each report’s own page shows them.
          </p>
        )}
      </Section>
      <Section id="shared" title="What more than one says">
        {clusters.length === 0 ? (
          <Empty>No claim stands in more than one of them.</Empty>
        ) : (
          <SharedClaims clusters={clusters} claims={claims} articles={byId} />
        )}
      </Section>
      <Section id="quotations" title="The same quotations">
        {quotations.length === 0 ? (
          <Empty>They share no quotation of seven words or more.</Empty>
        ) : (
          <SameQuotations quotations={quotations} articles={byId} />
        )}
      </Section>
      <Section id="alone" title="What only one says">
        {articles.map((article) => (
          <LoneClaims
            key={article.id}
            article={article}
            claims={claims.filter(({ id, article: of }) => of === article.id && !shared.has(id))}
          />
        ))}
      </Section>
    </Page>
  );
}

function articlesOf({ spans, against }: Finding): Set<string> {
  return new Set([...spans, ...against].map(({ article }) => article));
}

function ReportHead({ article }: { readonly article: Article }) {
  const { id, title, publisher, published } = article;
  return (
    <li className="border-l-4 border-rule pl-4">
      <Link
        href={`/reports/${encodeURIComponent(id)}`}
        dir="auto"
        className="font-serif text-xl font-semibold hover:text-accent hover:underline"
      >
        {title ?? id}
      </Link>
      <p className="text-sm text-quiet">{[publisher, published?.slice(0, 10)].filter(Boolean).join(', ')}</p>
    </li>
  );
}
