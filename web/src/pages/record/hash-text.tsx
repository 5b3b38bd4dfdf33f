// A hash, whole, in figures of one width, broken where the line ends.
export function HashText({ hash }: { readonly hash: string }) {
  return <code className="font-mono text-xs break-all">{hash}</code>;
}
