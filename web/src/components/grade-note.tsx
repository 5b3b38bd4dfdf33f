// A grade by the Admiralty code: the letter judges the source, the digit the information. Opens in place to say what
// the two mean and why they were given. (Scale: AJP-2.1, NATO intelligence doctrine.)
import type { Claim } from '../api/types.ts';

const SOURCES: Readonly<Record<Claim['grade']['source'], string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'not to be judged',
};

const INFORMATION: Readonly<Record<Claim['grade']['information'], string>> = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'not to be judged',
};

export function GradeNote({ grade }: { readonly grade: Claim['grade'] }) {
  const { source, information, why } = grade;
  return (
    <details className="inline align-baseline text-sm">
      <summary className="inline list-none text-accent underline decoration-dotted [&::-webkit-details-marker]:hidden">
        graded {source}
        {information}
      </summary>
      <span className="mt-1 mb-2 block border-l-2 border-rule pl-3 text-quiet">
        Source {source}, {SOURCES[source]}; information {information}, {INFORMATION[information]}.
        {why.map((reason) => (
          <span key={reason} className="block">
            {reason}
          </span>
        ))}
      </span>
    </details>
  );
}
