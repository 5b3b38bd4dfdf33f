// Fetches lists from their publishers, and keeps what the server says of it as it goes.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, postLines } from '../../api/client.ts';
import type { ListVersion } from '../../api/types.ts';

/** What became of one list. */
export interface UpdateOutcome extends Partial<ListVersion> {
  readonly outcome: 'added' | 'repaired' | 'unchanged' | 'already-stored' | 'held' | 'refused' | 'not-a-list';
  readonly dataset?: string;
  readonly places: readonly string[];
  readonly notes?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly remedy?: string };
}

/** Where one list is: bytes fetched or records read, and how many there are where that is known. */
export interface UpdateStep {
  readonly step: 'fetching' | 'reading';
  readonly dataset: string;
  readonly done: number;
  readonly total?: number;
}

interface LastLine {
  readonly ok: boolean;
  readonly outcomes: readonly UpdateOutcome[];
}

interface ErrorLine {
  readonly error: { readonly code: string; readonly message: string; readonly remedy?: string };
}

export interface Update {
  readonly isRunning: boolean;
  /** What is being done now. */
  readonly step: UpdateStep | undefined;
  /** What became of the lists, when it is over. */
  readonly outcomes: readonly UpdateOutcome[] | undefined;
  readonly error: unknown;
  /** @param datasets @default all that can be fetched */
  readonly start: (datasets?: readonly string[]) => Promise<void>;
}

export function useUpdate(): Update {
  const client = useQueryClient();
  const [state, setState] = useState<Omit<Update, 'start'>>({
    isRunning: false,
    step: undefined,
    outcomes: undefined,
    error: undefined,
  });
  const start = async (datasets: readonly string[] = []): Promise<void> => {
    setState({ isRunning: true, step: undefined, outcomes: undefined, error: undefined });
    try {
      let last: LastLine | undefined;
      for await (const line of postLines<UpdateStep | LastLine | ErrorLine>('/lists/update', { datasets })) {
        if ('error' in line) throw new ApiError(line.error.code, line.error.message, line.error.remedy);
        if ('outcomes' in line) last = line;
        else setState((now) => ({ ...now, step: line }));
      }
      if (!last)
        throw new Error(
          'The connection ended before the update did. Load the page again to see how far it came.',
        );
      const { outcomes } = last;
      setState({ isRunning: false, step: undefined, outcomes, error: undefined });
    } catch (error) {
      setState({ isRunning: false, step: undefined, outcomes: undefined, error });
    }
    // What was asked of the old lists is old now, whatever page it is on.
    await client.invalidateQueries();
  };
  return { ...state, start };
}
