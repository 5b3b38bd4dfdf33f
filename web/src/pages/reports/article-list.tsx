// The reports in a list, the latest first; those that are chosen can be compared.
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../../components/button.tsx';
import { moment } from '../../components/moment.ts';
import { TextButton } from '../../components/text-button.tsx';
import { reportsAddress } from '../../layout/addresses.ts';
import type { ArticleEntry } from './article-entry.ts';

/** Reports that are shown at once. */
const PAGE = 50;

export function ArticleList({ articles }: { readonly articles: readonly ArticleEntry[] }) {
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState(PAGE);
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <ul className="divide-y divide-rule">
        {articles.slice(0, shown).map((article) => (
          <li key={article.id} className="flex gap-3 py-4">
            {articles.length > 1 && (
              <input
                type="checkbox"
                aria-label={`Compare ${nameOf(article)}`}
                checked={chosen.includes(article.id)}
                onChange={() => toggle(article.id)}
                className="no-print mt-1.5 size-5 shrink-0 accent-accent"
              />
            )}
            <ArticleLine article={article} />
          </li>
        ))}
      </ul>
      {articles.length > shown && (
        <TextButton onClick={() => setShown(shown + PAGE)} className="no-print mb-4">
          Show more of {articles.length.toLocaleString('en')}
        </TextButton>
      )}
      {articles.length > 1 && (
        <div className="no-print flex flex-wrap items-center gap-3 border-t border-rule pt-4">
          <Button disabled={chosen.length < 2} onClick={() => navigate(reportsAddress(chosen))}>
            {chosen.length < 2 ? 'Compare' : `Compare ${chosen.length} reports`}
          </Button>
          {chosen.length < 2 && (
            <span className="text-sm text-quiet">Choose two or more to hold them against each other.</span>
          )}
        </div>
      )}
    </>
  );
}

function ArticleLine({ article }: { readonly article: ArticleEntry }) {
  const { id, publisher, published, language, claims, parties, findings } = article;
  const from = [publisher, published?.slice(0, 10), language === 'en' ? undefined : `language ${language}`];
  return (
    <div className="min-w-0">
      <h3 className="font-serif text-xl font-semibold break-words">
        <Link href={reportsAddress([id])} dir="auto" className="hover:text-accent hover:underline">
          {nameOf(article)}
        </Link>
      </h3>
      <p className="text-sm text-quiet">{from.filter(Boolean).join(', ')}</p>
      <p className="text-sm">
        {counted(parties, 'listed party', 'listed parties')}, {counted(claims, 'claim', 'claims')},{' '}
        {findings === 0
          ? 'nothing that does not fit'
          : `${counted(findings, 'thing', 'things')} that ${findings === 1 ? 'does' : 'do'} not fit`}
      </p>
    </div>
  );
}

function nameOf({ title, url, retrieved }: ArticleEntry): string {
  return title ?? url ?? `Without a headline, read ${moment(retrieved)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}
