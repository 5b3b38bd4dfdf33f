export function guessTargets(headings: readonly string[]): (string | undefined)[] {
  const t: Record<string, string> = {
    name: 'name',
    'full name': 'name',
    id: 'id',
    'customer no': 'id',
    dob: 'birthDate',
    'date of birth': 'birthDate',
    country: 'country',
    'first name': 'firstName',
    'last name': 'lastName',
    type: 'schema',
    aliases: 'alias',
    gender: 'gender',
  };
  return headings.map(
    (h) =>
      t[
        h
          .toLowerCase()
          .replace(/[^a-z]+/g, ' ')
          .trim()
      ],
  );
}
