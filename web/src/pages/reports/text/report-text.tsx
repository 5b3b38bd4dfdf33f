// The text of a report with its marks. A number at the end of a claim, or a listed name, opens what was read there: in
// the margin beside the paragraph, below it on narrow windows. Only one note is open at a time.
import { useEffect, useMemo, useRef } from 'react';
import type { Article, Claim, Mention } from '../../../api/types.ts';
import { MarkedParagraph } from './marked-paragraph.tsx';
import { PassageNote } from './passage-note.tsx';
import { marksOf, paragraphsOf, piecesOf } from './passages.ts';

/** What is open: a claim, or a listed party at one place of the text. */
export interface Opened {
  readonly claims: readonly string[];
  readonly mention?: Mention;
  /** Start of the piece of text that it was opened from. */
  readonly at?: number;
}

interface ReportTextProps {
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
  /** Claim -> its number. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened | undefined) => void;
}

export function ReportText({ article, claims, mentions, numbers, opened, onOpen }: ReportTextProps) {
  const box = useRef<HTMLElement>(null);
  const passages = useMemo(() => {
    const marks = marksOf(article.id, claims, mentions);
    return paragraphsOf(article).map((paragraph) => ({
      ...paragraph,
      pieces: piecesOf(article.text, paragraph, marks),
    }));
  }, [article, claims, mentions]);
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);

  // A click on the words does what the number behind them does; the number is there for the keyboard.
  useEffect(() => {
    const open = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || event.target.closest('button, a')) return;
      const words = event.target.closest<HTMLElement>('[data-claims]');
      if (!words || getSelection()?.isCollapsed === false) return;
      onOpen({ claims: words.dataset.claims!.split(' '), at: Number(words.dataset.start) });
    };
    const element = box.current;
    element?.addEventListener('click', open);
    return () => element?.removeEventListener('click', open);
  }, [onOpen]);

  const placeOf = ({ at, claims: [first] }: Opened): number => {
    if (at !== undefined) return at;
    const content = first === undefined ? undefined : byId.get(first)?.content.at(-1);
    return content ? content.end - 1 : -1;
  };
  const place = opened ? placeOf(opened) : -1;
  return (
    <article
      ref={box}
      aria-label="The report"
      lang={article.language === 'und' ? undefined : article.language}
    >
      {passages.map(({ start, end, kind, pieces }) => (
        <div key={start} className="relative">
          <MarkedParagraph
            kind={kind}
            pieces={pieces}
            claims={byId}
            numbers={numbers}
            opened={opened}
            onOpen={onOpen}
          />
          {opened && place >= start && place < end && (
            <PassageNote
              key={`${place} ${opened.claims.join()}`}
              opened={opened}
              claims={opened.claims.flatMap((id) => byId.get(id) ?? [])}
              numbers={numbers}
              onOpen={onOpen}
            />
          )}
        </div>
      ))}
    </article>
  );
}
