// What was read at one place of a report: the listed party that stands there, and the claims that its words are of.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Claim } from '../../../api/types.ts';
import { ReportClaim } from '../claims/report-claim.tsx';
import { ListedParty } from './listed-party.tsx';
import type { Opened } from './report-text.tsx';

interface PassageNoteProps {
  readonly opened: Opened;
  readonly claims: readonly Claim[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (opened: Opened | undefined) => void;
}

export function PassageNote({ opened, claims, numbers, onOpen }: PassageNoteProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
    // Whoever came by the keyboard goes on where they were.
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label="What was read here"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onOpen(undefined);
      }}
      className="no-print z-10 my-4 scroll-my-4 border-l-4 border-accent bg-sheet p-4 text-base outline-none lg:absolute lg:top-0 lg:left-[calc(100%+2.5rem)] lg:my-0 lg:w-[calc(100vw-50rem)] lg:max-w-[23rem]"
    >
      <button
        type="button"
        aria-label="Close"
        onClick={() => onOpen(undefined)}
        className="float-right -mt-1 -mr-1 flex size-8 items-center justify-center rounded text-quiet hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
      {opened.mention?.party && <ListedParty mention={opened.mention} party={opened.mention.party} />}
      {claims.length > 0 && (
        <ul className={`space-y-6 ${opened.mention ? 'mt-4 border-t border-rule pt-4' : ''}`}>
          {claims.map((claim) => (
            <ReportClaim key={claim.id} claim={claim} numbers={numbers} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}
