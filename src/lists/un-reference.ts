// The UN Security Council's reference number of a listing, such as QDi.335 or KPe.023: other lists cite it.

/** Two letters for the committee, i or e for individual or entity, and a number; may stand within other text. */
export const UN_REFERENCE = /\b[A-Z]{2}[ie]\.\d{3}\b/u;

/** The first reference number in a text. */
export function unReferenceIn(text: string): string | undefined {
  return UN_REFERENCE.exec(text)?.[0];
}
