// A link out of the app. Addresses come from lists and reports, that is, from others: only http and https are made into
// links, everything else stays text.
import type { ReactNode } from 'react';

interface OutsideLinkProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
}

export function OutsideLink({ href, children }: OutsideLinkProps) {
  if (!href || !isWebAddress(href)) return <>{children}</>;
  return (
    <a href={href} rel="noreferrer noopener" target="_blank" className="text-accent underline">
      {children}
    </a>
  );
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
