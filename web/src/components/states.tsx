// The states that a page can be in beside "here it is": loading, failed, empty. None of them moves or blinks.
import { CircleAlert, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client.ts';

export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" className="mt-8 flex items-center gap-2 text-quiet">
      <Hourglass aria-hidden className="size-4" /> Loading {what} …
    </p>
  );
}

/** What went wrong, and what to do about it. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof ApiError ? error.remedy : undefined;
  const code = error instanceof ApiError ? error.code : undefined;
  return (
    <div role="alert" className="mt-6 border-l-4 border-stop bg-sheet p-4">
      <p className="flex items-baseline gap-2 font-medium">
        <CircleAlert aria-hidden className="size-4 shrink-0 translate-y-0.5 text-stop" /> {message}
      </p>
      {remedy && <p className="mt-1 text-sm">{remedy}</p>}
      {code && <p className="mt-1 text-sm text-quiet">{code}</p>}
      {retry && (
        <button type="button" onClick={retry} className="mt-2 text-sm text-accent underline">
          Try again
        </button>
      )}
    </div>
  );
}

/** Nothing is there, and that is told with what it means. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="mt-6 border-l-4 border-rule py-2 pl-4 text-quiet">{children}</p>;
}
