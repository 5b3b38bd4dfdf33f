// The record: everything that was asked, or one entry of it.
import { useParams } from 'wouter';
import { Page } from '../../layout/page.tsx';
import { History } from './history.tsx';
import { OneEntry } from './one-entry.tsx';
import { VerifyRecord } from './verify-record.tsx';

export function RecordPage() {
  const { id } = useParams<{ id?: string }>();
  if (id !== undefined) return <OneEntry id={id} />;
  return (
    <Page
      title="The record"
      intro="Every screening, every report that was read and every file, written down before it was answered. Each entry holds the hash of the one before it, so that no change goes unseen."
      beside={<VerifyRecord />}
    >
      <History />
    </Page>
  );
}
