// One page: a title, one column at reading width, and evidence beside it where the window is wide enough.
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  /** Said under the title, in a sentence. */
  readonly intro?: ReactNode;
  /** Evidence that stands beside the column; below it on narrow windows. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, intro, beside, children }: PageProps) {
  useEffect(() => {
    document.title = title === 'Interdict' ? title : `${title} · Interdict`;
  }, [title]);
  return (
    <div className={beside ? 'lg:grid lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)] lg:gap-12' : ''}>
      <div className="max-w-[44rem]">
        <h1 dir="auto" className="mt-8 font-serif text-3xl font-semibold tracking-tight break-words">
          {title}
        </h1>
        {intro && <p className="mt-2 max-w-[40rem] text-quiet">{intro}</p>}
        <div className="mt-6">{children}</div>
      </div>
      {beside && <aside className="mt-10 lg:mt-24">{beside}</aside>}
    </div>
  );
}
