// The pages and their addresses. Each page is loaded when it is first opened, so that the first one comes quickly.
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from './components/states.tsx';
import { Frame } from './layout/frame.tsx';
import { NotFound } from './pages/not-found.tsx';
import { ScreenPage } from './pages/screen/screen-page.tsx';

const PartyPage = lazy(async () => ({ default: (await import('./pages/party/party-page.tsx')).PartyPage }));
const ReportsPage = lazy(async () => ({
  default: (await import('./pages/reports/reports-page.tsx')).ReportsPage,
}));
const ReportPage = lazy(async () => ({
  default: (await import('./pages/reports/report-page.tsx')).ReportPage,
}));
const ListsPage = lazy(async () => ({ default: (await import('./pages/lists/lists-page.tsx')).ListsPage }));
const FilePage = lazy(async () => ({ default: (await import('./pages/file/file-page.tsx')).FilePage }));
const RecordPage = lazy(async () => ({
  default: (await import('./pages/record/record-page.tsx')).RecordPage,
}));

export function App() {
  return (
    <Frame>
      <Suspense fallback={<Loading what="the page" />}>
        <Switch>
          <Route path="/" component={ScreenPage} />
          <Route path="/parties/:id" component={PartyPage} />
          <Route path="/reports" component={ReportsPage} />
          <Route path="/reports/:ids" component={ReportPage} />
          <Route path="/lists" component={ListsPage} />
          <Route path="/file" component={FilePage} />
          <Route path="/record" component={RecordPage} />
          <Route path="/record/:id" component={RecordPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Frame>
  );
}
