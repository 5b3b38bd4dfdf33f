// One report: its text with what was marked in it, what does not fit together, and its claims by who makes them.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Article, Reading } from '../../api/types.ts';
import { OutsideLink } from '../../components/outside-link.tsx';
import { Section } from '../../components/section.tsx';
import { Empty } from '../../components/states.tsx';
import { Page } from '../../layout/page.tsx';
import { ClaimsBySpeaker } from './claims/claims-by-speaker.tsx';
import { Findings } from './findings.tsx';
import { Legend } from './text/legend.tsx';
import { type Opened, ReportText } from './text/report-text.tsx';

interface OneReportProps {
  readonly reading: Reading;
  readonly article: Article;
}

export function OneReport({ reading, article }: OneReportProps) {
  const { claims, mentions, findings } = reading;
  const numbers = useMemo(() => new Map(claims.map(({ id }, at) => [id, at + 1])), [claims]);
  const [opened, setOpened] = useState<Opened>();
  const open = useCallback((next: Opened | undefined) => setOpened(next), []);
  useOpenByAddress(numbers, open);
  const isPartlyRead = article.support === 'parties-only';
  return (
    <Page
      title={article.publisher ?? article.title ?? 'A report'}
      intro={<Imprint article={article} />}
      beside={<Legend claims={claims} />}
    >
      {isPartlyRead && (
        <p role="note" className="border-l-4 border-review py-1 pl-4">
          Claims are not read in this language ({article.language}); listed names were looked for.
        </p>
      )}
      <ReportText
        article={article}
        claims={claims}
        mentions={mentions}
        numbers={numbers}
        opened={opened}
        onOpen={open}
      />
      <Section id="findings" title="What does not fit together">
        {findings.length === 0 ? (
          <Empty>Nothing was found that does not fit together.</Empty>
        ) : (
          <Findings findings={findings} numbers={numbers} onOpen={open} />
        )}
      </Section>
      <Section id="claims" title={claims.length === 1 ? 'The claim' : `The ${claims.length} claims`}>
        {claims.length === 0 ? (
          <Empty>{isPartlyRead ? 'Claims were not looked for.' : 'No claim was found in it.'}</Empty>
        ) : (
          <ClaimsBySpeaker claims={claims} numbers={numbers} onOpen={open} />
        )}
      </Section>
    </Page>
  );
}

function Imprint({ article }: { readonly article: Article }) {
  const { published, byline, relay, url, retrieved } = article;
  return (
    <>
      {[published?.slice(0, 10), byline, relay && `passed on by ${relay}`].filter(Boolean).join(', ') ||
        `read ${retrieved.slice(0, 10)}`}
      {url && (
        <>
          , <OutsideLink href={url}>the original</OutsideLink>
        </>
      )}
      <span className="no-print">
        {' '}
        ·{' '}
        <Link href="/reports" className="text-accent underline">
          All reports
        </Link>
      </span>
    </>
  );
}

/** Opens the claim that the address points to: from the page of a party, or from a comparison. */
function useOpenByAddress(numbers: ReadonlyMap<string, number>, open: (opened: Opened) => void): void {
  useEffect(() => {
    const show = (): void => {
      const id = location.hash.slice(1);
      if (!numbers.has(id)) return;
      document.getElementById(id)?.scrollIntoView({ block: 'center' });
      open({ claims: [id] });
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, [numbers, open]);
}
