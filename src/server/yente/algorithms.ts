// The names under which yente's clients ask for an algorithm. We have one, and say so; the other names are taken so
// that a client's configuration need not change, and an unknown one is refused as there.

import { ENGINE_VERSION } from '../../engine/version.ts';
import { InterdictError } from '../../model/errors.ts';

const ALGORITHM = 'interdict';

const ALIASES: Readonly<Record<string, string>> = {
  best: 'the default',
  'logic-v2': 'the default of yente 5',
  'logic-v1': 'the default of Marble',
  'regression-v1': 'of older clients',
  'name-based': 'names only in yente; here everything that is given is compared',
  'name-qualified': 'names and contradictions in yente; here everything that is given is compared',
  ofac: "after OFAC's own search in yente; here everything that is given is compared",
};

/** Features of an answer's explanations, with what each compares. */
const FEATURES: Readonly<Record<string, string>> = {
  name_match: 'The names, aligned part by part: sound, script, order, initials, nicknames, legal forms.',
  birth_date: 'Dates of birth, as far as both are exact.',
  birth_place: 'Places of birth.',
  nationality: 'Nationality, citizenship, jurisdiction or flag.',
  country: 'Countries of residence or address.',
  gender: 'Gender.',
  identifier: 'Numbers that identify: documents, registers, ships.',
  address: 'Addresses.',
  contact: 'Telephone numbers and e-mail addresses.',
  schema: 'What kind of thing it is.',
};

/**
 * Checks the name of an algorithm.
 * @throws InterdictError QUERY_INVALID
 */
export function checkAlgorithm(name: string): void {
  if (name === ALGORITHM || Object.hasOwn(ALIASES, name)) return;
  throw new InterdictError('QUERY_INVALID', `Unknown algorithm: ${name}.`, { field: 'algorithm' });
}

export function algorithmsAnswer(): object {
  const features = Object.fromEntries(
    Object.entries(FEATURES).map(([name, description]) => [name, { description, coefficient: 1, url: null }]),
  );
  const description = `Interdict ${ENGINE_VERSION}: a calibrated probability that both are one party.`;
  const algorithm = (name: string, text: string) => ({
    name,
    description: text,
    features,
    docs: { name, description: text, config: {}, features },
  });
  return {
    algorithms: [
      algorithm(ALGORITHM, description),
      ...Object.entries(ALIASES).map(([name, about]) =>
        algorithm(name, `${description} This name is taken for "${ALGORITHM}" (${about}).`),
      ),
    ],
    default: ALGORITHM,
    best: ALGORITHM,
  };
}
