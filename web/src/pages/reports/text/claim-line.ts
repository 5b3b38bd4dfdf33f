// How the words of a claim are underlined, by its status: the kind of line differs as well as the colour.
import type { Claim } from '../../../api/types.ts';

const LINE = 'underline underline-offset-4';

export const CLAIM_LINES: Readonly<Record<Claim['modality'], string>> = {
  'official-act': `${LINE} decoration-accent decoration-2`,
  asserted: `${LINE} decoration-ink decoration-1`,
  alleged: `${LINE} decoration-review decoration-dashed decoration-1`,
  denied: `${LINE} decoration-stop decoration-double decoration-1`,
  planned: `${LINE} decoration-open decoration-dotted decoration-2`,
};

export const LISTED_MARK = 'rounded-xs bg-mark font-semibold text-ink';
export const NAMED_MARK = 'rounded-xs bg-rule/50';
