// Names made from the parts of listed ones, so that growth can be seen: each is two to four parts of different
// names, one in seven with a letter changed, so that the vocabulary grows as that of a real list does.
import { type ListedParty, makeListedParty } from '../../src/screen/listed-party.ts';
import { ALTERATIONS } from './alterations.ts';
import { seeded } from './report.ts';

/** That many names; the same for the same seed. */
export function* makeNames(listed: readonly string[], count: number, seed: number): Generator<string> {
  const random = seeded(seed);
  const words = listed.flatMap((name) => name.split(/[\s,]+/u)).filter((word) => /^\p{L}{2,}$/u.test(word));
  const pick = (): string => words[Math.floor(random() * words.length)]!;
  for (let made = 0; made < count; made++) {
    const name = Array.from({ length: 2 + Math.floor(random() * 2.4) }, pick).join(' ');
    const altered = random() < 1 / 7 ? ALTERATIONS['one edit']!(name.toLowerCase(), random) : undefined;
    yield altered ?? name;
  }
}

/** A party that has that name and nothing else. */
export function partyOfName(text: string, number: number): ListedParty {
  const id = `made-${number}`;
  const entity = { id, schema: 'Person', properties: { name: [{ value: text }] } } as const;
  return makeListedParty([{ dataset: 'made', recordId: String(number), entities: [entity] }], []);
}
