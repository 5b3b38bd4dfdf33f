import { Page } from '../../layout/page.tsx';

export function ListsPage() {
  return <Page title="Lists">…</Page>;
}
