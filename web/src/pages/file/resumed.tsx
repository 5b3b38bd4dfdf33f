// Said of a file that outlived its server, so that nobody wonders about the time that it took.
import { RotateCcw } from 'lucide-react';

export function Resumed({ rows }: { readonly rows: number }) {
  return (
    <p className="my-2 flex items-baseline gap-2">
      <RotateCcw aria-hidden className="size-4 shrink-0 translate-y-0.5 text-accent" />
      <span>
        Resumed: the server was started again. The first {rows.toLocaleString('en')} rows were done before.
      </span>
    </p>
  );
}
