// The form in which lines of an article are compared: words in lower case, without punctuation, one space between.

/** `"There''s hunger – Key Takeaways:"` gives `there s hunger key takeaways`. */
export function lineKey(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
