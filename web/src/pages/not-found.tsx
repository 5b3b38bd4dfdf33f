import { Link } from 'wouter';
import { Page } from '../layout/page.tsx';

export function NotFound() {
  return (
    <Page title="There is no such page">
      <p>
        Go to{' '}
        <Link href="/" className="text-accent underline">
          the first page
        </Link>
        .
      </p>
    </Page>
  );
}
