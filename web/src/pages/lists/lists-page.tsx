// The lists: which are needed to clear anybody, how old each is, what changed in it, and fetching what is new.
import type { ListStatus } from '../../api/types.ts';
import { Section } from '../../components/section.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { useLists } from '../../components/use-lists.ts';
import { Page } from '../../layout/page.tsx';
import { ListEntry } from './list-entry.tsx';
import { OwnLists } from './own/own-lists.tsx';
import { StarterNote } from './starter-note.tsx';
import { UpdatePanel } from './update-panel.tsx';
import { useUpdate } from './use-update.ts';

export function ListsPage() {
  const { data, error, refetch } = useLists();
  const update = useUpdate();
  if (error)
    return (
      <Page title="Lists">
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Lists">
        <Loading what="the lists" />
      </Page>
    );
  const { lists, profile, asOf } = data;
  const required = lists.filter((list) => list.required);
  const others = lists.filter((list) => !list.required && !list.isOwn);
  const own = lists.filter((list) => list.isOwn);
  const unfit = required.filter(({ state }) => state !== 'fresh');
  return (
    <Page
      title="Lists"
      intro="Official lists, as their publishers give them out. Every version is kept, so that an old answer can be asked again."
    >
      <p className={unfit.length === 0 ? 'text-clear' : ''}>{summaryOf(required, unfit)}</p>
      {lists.some(({ state }) => state === 'starter') && <StarterNote />}
      <UpdatePanel update={update} />
      <Section id="required" title={`Needed to clear anybody, by the profile “${profile}”`}>
        <Entries lists={required.filter((list) => !list.isOwn)} update={update} />
      </Section>
      <Section id="others" title="Screened besides">
        {others.length === 0 ? (
          <Empty>No other list is loaded.</Empty>
        ) : (
          <Entries lists={others} update={update} />
        )}
      </Section>
      <OwnLists lists={own} today={asOf} />
    </Page>
  );
}

function summaryOf(required: readonly ListStatus[], unfit: readonly ListStatus[]): string {
  if (unfit.length === 0) return 'Every list that is needed is here, complete and fresh.';
  const number = unfit.length === required.length ? 'None' : `${required.length - unfit.length}`;
  return `${number} of the ${required.length} lists that are needed is fit to clear anybody. A listed party is still found on those that are here.`;
}

interface EntriesProps {
  readonly lists: readonly ListStatus[];
  readonly update: ReturnType<typeof useUpdate>;
}

function Entries({ lists, update }: EntriesProps) {
  return (
    <ul className="divide-y divide-rule">
      {lists.map((list) => (
        <ListEntry key={list.dataset} list={list} update={update} />
      ))}
    </ul>
  );
}
