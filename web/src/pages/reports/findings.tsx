// What does not fit together in a report, the gravest first, with the claims that it is about.
import type { Finding } from '../../api/types.ts';
import { FindingEntry } from '../../components/finding-entry.tsx';
import { TextButton } from '../../components/text-button.tsx';
import type { Opened } from './text/report-text.tsx';

const ORDER: readonly Finding['severity'][] = ['high', 'medium', 'low'];

export function byGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity));
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly onOpen: (opened: Opened) => void;
}

export function Findings({ findings, numbers, onOpen }: FindingsProps) {
  return (
    <div className="space-y-6">
      {byGravity(findings).map((finding) => (
        <div key={finding.id}>
          <FindingEntry finding={finding} sourceOf={() => null} />
          <p className="no-print flex flex-wrap gap-x-3 pl-5 text-sm text-quiet">
            {finding.claims
              .filter((id) => numbers.has(id))
              .map((id) => (
                <TextButton key={id} onClick={() => onOpen({ claims: [id] })}>
                  claim {numbers.get(id)}
                </TextButton>
              ))}
          </p>
        </div>
      ))}
    </div>
  );
}
