// Values of a fact as a reader wants them: what several lists say alike stands once, with all its sources.
import type { Fact, FactValue } from '../../api/types.ts';

export interface SaidValue {
  /** In words, where the lists have a code. */
  readonly text: string;
  readonly sources: readonly FactValue[];
}

/** The distinct values, in the order in which they first come. */
export function saidValues(values: readonly FactValue[]): SaidValue[] {
  const said = new Map<string, FactValue[]>();
  for (const value of values) {
    const text = value.words ?? value.text;
    const known = said.get(text);
    if (known) known.push(value);
    else said.set(text, [value]);
  }
  return [...said].map(([text, sources]) => ({ text, sources }));
}

/** Properties that are names of the whole party, with what kind of name each is. */
export const NAME_KINDS: Readonly<Record<string, string>> = {
  name: 'name',
  alias: 'also known as',
  weakAlias: 'also known as, a weak pointer',
  previousName: 'former name',
  abbreviation: 'short form',
};

export interface SaidName extends SaidValue {
  readonly kind: string;
}

/** All names of a party, each once, as the strongest kind that a list gives it. */
export function namesOf(facts: readonly Fact[]): SaidName[] {
  const names = new Map<string, SaidName>();
  for (const [property, kind] of Object.entries(NAME_KINDS)) {
    const fact = facts.find((one) => one.property === property);
    for (const { text, sources } of saidValues(fact?.values ?? [])) {
      const known = names.get(text);
      names.set(text, { text, kind: known?.kind ?? kind, sources: [...(known?.sources ?? []), ...sources] });
    }
  }
  return [...names.values()];
}

/**
 * The facts without numbers that the same record already gives with their document: "Passport SK BD3843329" says what
 * "Passport number: BD3843329" says, and more.
 */
export function withoutEchoes(facts: readonly Fact[]): Fact[] {
  const documents = facts.find(({ property }) => property === 'identification')?.values ?? [];
  const isEcho = (value: FactValue): boolean =>
    /\d/.test(value.text) &&
    documents.some(
      ({ text, dataset, recordId }) =>
        dataset === value.dataset && recordId === value.recordId && text.endsWith(` ${value.text}`),
    );
  return facts
    .map((fact) =>
      fact.property === 'identification'
        ? fact
        : { ...fact, values: fact.values.filter((value) => !isEcho(value)) },
    )
    .filter(({ values }) => values.length > 0);
}
