import { Page } from '../../layout/page.tsx';

export function FilePage() {
  return <Page title="A customer file">…</Page>;
}
