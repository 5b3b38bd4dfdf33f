import { Page } from '../../layout/page.tsx';

export function ReportsPage() {
  return <Page title="Reports">…</Page>;
}
