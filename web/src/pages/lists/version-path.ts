/** Where the server answers for one version of a list. @param version its hash */
export function versionPath(dataset: string, version: string): string {
  return `/lists/${encodeURIComponent(dataset)}/versions/${encodeURIComponent(version)}`;
}
