import { Page } from '../../layout/page.tsx';

export function ReportPage() {
  return <Page title="Report">…</Page>;
}
