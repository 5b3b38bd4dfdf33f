// The reports that were read, and a box to read another one. Two or more of them can be held against each other.
import { useQuery } from '@tanstack/react-query';
import { getJson } from '../../api/client.ts';
import { Section } from '../../components/section.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { Page } from '../../layout/page.tsx';
import type { ArticleEntry } from './article-entry.ts';
import { ArticleList } from './article-list.tsx';
import { ReadForm } from './read-form.tsx';

export function ReportsPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['articles'],
    queryFn: ({ signal }) => getJson<ArticleEntry[]>('/articles', signal),
  });
  return (
    <Page
      title="Reports"
      intro="What a report says of listed parties, who says it, and what does not fit together. A claim is no fact because a report has it."
    >
      <ReadForm />
      <Section id="read" title="Reports that were read">
        {error && <Failure error={error} retry={() => void refetch()} />}
        {!data && !error && <Loading what="the reports" />}
        {data?.length === 0 && <Empty>No report was read yet. Paste one above, or drop a file.</Empty>}
        {data && data.length > 0 && <ArticleList articles={data} />}
      </Section>
    </Page>
  );
}
