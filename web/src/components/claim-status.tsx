// What a claim's outlet lets it be: a word with an icon and a colour, never a colour alone.
import { CalendarClock, CircleDashed, CircleX, Landmark, MessageSquare } from 'lucide-react';
import type { Claim } from '../api/types.ts';
import { CERTAINTY_WORDS } from './claim-words.ts';

const LOOKS = {
  'official-act': { word: 'Official act', Icon: Landmark, colour: 'text-accent' },
  asserted: { word: 'Asserted', Icon: MessageSquare, colour: 'text-ink' },
  alleged: { word: 'Alleged', Icon: CircleDashed, colour: 'text-review' },
  denied: { word: 'Denied', Icon: CircleX, colour: 'text-stop' },
  planned: { word: 'Planned', Icon: CalendarClock, colour: 'text-open' },
} as const;

/** What each status means, in a sentence. */
export const STATUS_MEANINGS: Readonly<Record<Claim['modality'], string>> = {
  'official-act': 'An authority did it, and the report says which.',
  asserted: 'Told as a fact, by the speaker or the outlet.',
  alleged: 'Somebody says so; the report does not vouch for it.',
  denied: 'Somebody says that it is not so.',
  planned: 'It is said to be meant, offered or sought, not done.',
};

interface ClaimStatusProps {
  readonly modality: Claim['modality'];
  readonly certainty?: Claim['certainty'];
}

export function ClaimStatus({ modality, certainty }: ClaimStatusProps) {
  const { word, Icon, colour } = LOOKS[modality];
  return (
    <span
      title={STATUS_MEANINGS[modality]}
      className={`inline-flex items-center gap-1.5 font-medium ${colour}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
      {certainty && `, ${CERTAINTY_WORDS[certainty]}`}
    </span>
  );
}
