// One paragraph of a report in its marked pieces.
import type { Claim } from '../../../api/types.ts';
import { CLAIM_LINES, LISTED_MARK, NAMED_MARK } from './claim-line.ts';
import type { Paragraph, Piece } from './passages.ts';
import type { Opened } from './report-text.tsx';

const LOOKS: Readonly<Record<Paragraph['kind'], string>> = {
  headline: 'text-2xl font-semibold leading-snug',
  deck: 'text-xl text-quiet',
  subhead: 'mt-6 text-lg font-semibold',
  contents: 'border-l-2 border-rule pl-3 text-base',
  caption: 'border-l-2 border-rule pl-3 text-base italic',
  dateline: 'text-base text-quiet',
  body: 'text-lg',
  boilerplate: 'border-t border-rule pt-3 text-base text-quiet',
};

interface MarkedParagraphProps {
  readonly kind: Paragraph['kind'];
  readonly pieces: readonly Piece[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly opened: Opened | undefined;
  readonly onOpen: (opened: Opened | undefined) => void;
}

export function MarkedParagraph({ kind, pieces, claims, numbers, opened, onOpen }: MarkedParagraphProps) {
  return (
    <p dir="auto" className={`mt-4 font-serif leading-relaxed whitespace-pre-line ${LOOKS[kind]}`}>
      {pieces.map((piece) => (
        <MarkedPiece
          key={piece.start}
          piece={piece}
          claim={claims.get(piece.claims[0] ?? '')}
          opened={opened}
          numbers={numbers}
          onOpen={onOpen}
        />
      ))}
    </p>
  );
}

interface MarkedPieceProps {
  readonly piece: Piece;
  /** The narrowest claim that the piece belongs to; its line is drawn. */
  readonly claim: Claim | undefined;
  readonly opened: Opened | undefined;
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (opened: Opened | undefined) => void;
}

function MarkedPiece({ piece, claim, opened, numbers, onOpen }: MarkedPieceProps) {
  const { start, text, claims, ending, mention } = piece;
  const isParty = opened?.mention !== undefined && opened.at === start;
  const isOpen = (id: string): boolean =>
    opened?.mention === undefined && opened?.claims.includes(id) === true;
  const line = claim ? CLAIM_LINES[claim.modality] : '';
  const ground = claims.some(isOpen) ? 'bg-accent/15' : '';
  const words = mention?.party ? (
    <button
      type="button"
      aria-expanded={isParty}
      onClick={() => onOpen(isParty ? undefined : { claims, mention, at: start })}
      className={`inline text-left select-text ${LISTED_MARK} ${line}`}
    >
      {text}
    </button>
  ) : (
    <span
      data-start={start}
      data-claims={claims.length > 0 ? claims.join(' ') : undefined}
      className={`${mention ? NAMED_MARK : ''} ${line} ${ground} ${claims.length > 0 ? 'cursor-pointer' : ''}`}
    >
      {text}
    </span>
  );
  return (
    <>
      {words}
      {ending.map((id) => (
        <ClaimNumber
          key={id}
          id={id}
          number={numbers.get(id) ?? 0}
          isOpen={isOpen(id)}
          onToggle={() => onOpen(isOpen(id) ? undefined : { claims: [id] })}
        />
      ))}
    </>
  );
}

interface ClaimNumberProps {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ClaimNumber({ id, number, isOpen, onToggle }: ClaimNumberProps) {
  return (
    <button
      type="button"
      id={id}
      aria-label={`Claim ${number}`}
      aria-expanded={isOpen}
      onClick={onToggle}
      className="scroll-mt-24 rounded px-0.5 align-super font-sans text-xs leading-none font-normal text-accent not-italic hover:bg-mark"
    >
      {number}
    </button>
  );
}
