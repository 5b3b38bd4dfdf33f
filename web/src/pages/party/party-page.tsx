import { Page } from '../../layout/page.tsx';

export function PartyPage() {
  return <Page title="Party">…</Page>;
}
