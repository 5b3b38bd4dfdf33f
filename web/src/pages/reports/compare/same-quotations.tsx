// Quotations that two reports share, one above the other, with the words that only one of them has marked.
import type { Article, Span } from '../../../api/types.ts';
import { ReportLink } from '../../../components/report-link.tsx';
import type { SharedQuotation } from './shared.ts';
import { type QuotedPiece, wordDifferences } from './word-differences.ts';

interface SameQuotationsProps {
  readonly quotations: readonly SharedQuotation[];
  readonly articles: ReadonlyMap<string, Article>;
}

export function SameQuotations({ quotations, articles }: SameQuotationsProps) {
  return (
    <ul className="space-y-6">
      {quotations.map(({ left, right }) => {
        const [one, other] = wordDifferences(left.surface, right.surface);
        const isSame = [...one, ...other].every(({ isShared }) => isShared);
        return (
          <li
            key={`${left.article} ${left.start} ${right.article} ${right.start}`}
            className="border-l-4 border-rule pl-4"
          >
            <p className="text-sm text-quiet">
              {isSame ? 'Word for word the same.' : 'Words in brackets stand in one of them only.'}
            </p>
            <Quotation span={left} pieces={one} articles={articles} />
            <Quotation span={right} pieces={other} articles={articles} />
          </li>
        );
      })}
    </ul>
  );
}

interface QuotationProps {
  readonly span: Span;
  readonly pieces: readonly QuotedPiece[];
  readonly articles: ReadonlyMap<string, Article>;
}

function Quotation({ span, pieces, articles }: QuotationProps) {
  return (
    <figure className="mt-2">
      <blockquote dir="auto" className="font-serif text-lg">
        “
        {pieces.map(({ text, isShared }, at) => {
          const key = `${at} ${text}`;
          if (isShared) return <span key={key}>{text}</span>;
          const [, words = '', space = ''] = /^(.*?)(\s*)$/s.exec(text) ?? [];
          return (
            <span key={key}>
              <mark className="bg-mark px-0.5 text-ink">[{words}]</mark>
              {space}
            </span>
          );
        })}
        ”
      </blockquote>
      <figcaption className="text-sm">
        <ReportLink id={span.article} article={articles.get(span.article)} />
      </figcaption>
    </figure>
  );
}
