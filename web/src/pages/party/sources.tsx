// Where a value is from: for each list that has it, the record, the place in the publisher's file, and how the file
// writes it where that is different.
import type { FactValue } from '../../api/types.ts';
import { OutsideLink } from '../../components/outside-link.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { useListTitle } from '../../components/use-lists.ts';

interface SourcesProps {
  /** What the sources are of. */
  readonly of: string;
  readonly sources: readonly FactValue[];
}

export function Sources({ of, sources }: SourcesProps) {
  const title = useListTitle();
  const lists = new Set(sources.map(({ dataset }) => dataset)).size;
  return (
    <SourceNote of={of} label={lists === 1 ? 'source' : `${lists} lists`}>
      {sources.map(({ dataset, recordId, sourceUrl, at, original }) => (
        <span key={`${dataset}${recordId}${at}${original}`} className="block break-words">
          {title(dataset)}, record <OutsideLink href={sourceUrl}>{recordId}</OutsideLink>
          {at && `, at ${at}`}
          {original && (
            <>
              , written “<bdi>{original}</bdi>”
            </>
          )}
        </span>
      ))}
    </SourceNote>
  );
}
