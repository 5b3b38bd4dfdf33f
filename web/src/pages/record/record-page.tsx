import { Page } from '../../layout/page.tsx';

export function RecordPage() {
  return <Page title="The record">…</Page>;
}
