// Moments as they are shown everywhere: to the minute, in UTC, as lists and the record are dated.

/** @param iso ISO 8601, UTC */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
