import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundAt, joinCompounds, opensCompound } from './compounds.ts';

const join = (text: string): string => joinCompounds(text.split(' ')).join(' ');

describe('Arabic compounds', () => {
  it.each([
    ['abd al rahman', 'abdulrahman'],
    ['abdul rahman', 'abdulrahman'],
    ['abdel rahman', 'abdulrahman'],
    ['abd ar rahman', 'abdulrahman'],
    ['abdulrahman', 'abdulrahman'],
    ['abdurrahman', 'abdulrahman'],
    ['abderrahmane', 'abdulrahman'],
    ['abdirahman', 'abdulrahman'],
    ['abed al rahman', 'abdulrahman'],
    ['abdelkrim', 'abdulkarim'],
    ['abdelkader', 'abdulqadir'],
    ['abdessalam', 'abdulsalam'],
    ['abdelouadoud', 'abdulwadud'],
    ['abdullah', 'abdallah'],
    ['abd allah', 'abdallah'],
    ['abd al lah', 'abdallah'],
    ['abdac hrahman', 'abdulrahman'],
    ['abdullahi', 'abdallah'],
    ['nur al din', 'nuraldin'],
    ['nureddin', 'nuraldin'],
    ['nouredine', 'nuraldin'],
    ['nurettin', 'nuraldin'],
    ['salah ud din', 'salahaldin'],
    ['saladin', 'salahaldin'],
    ['najmuddin', 'najmaldin'],
    ['necmettin', 'najmaldin'],
    ['saif al din', 'sayfaldin'],
    ['nasr allah', 'nasrallah'],
    ['nasrullah', 'nasrallah'],
    ['habib ullah', 'habiballah'],
    ['rohollah', 'ruhallah'],
    ['abu bakr', 'abubakr'],
    ['aboubacar', 'abubakr'],
    ['abolfazl', 'abulfadl'],
    ['abu al fadl', 'abulfadl'],
    ['zine el abidine', 'zaynalabidin'],
    // Slips of typing in the head.
    ['adbul bari', 'abdulbari'],
    ['badur rehman', 'abdulrahman'],
    ['abudl salam', 'abdulsalam'],
    ['adb al hamid', 'abdulhamid'],
    // A name that is nearly one is joined as it is written.
    ['abd el hhalim', 'abdulhhalim'],
    ['abdul ghafur khan', 'abdulghafur khan'],
    ['abdul rahnan', 'abdulrahnan'],
  ])('writes %s as %s', (written, canonical) => {
    expect(join(written)).toBe(canonical);
  });

  it.each([
    'abid hamid mahmud',
    'nur rahman',
    'abu ali',
    'abu hassan',
    'ali al rahman',
    'kamal hasan',
    'al din',
    'badr al badri',
    'aydin',
    'saladino',
    'abdul',
    'usama bin ladin',
    'ivan petrov',
    'muhammad allah',
  ])('leaves "%s" as it is', (written) => {
    expect(join(written)).toBe(written);
  });

  it('joins within a name and keeps the rest in order', () => {
    expect(joinCompounds(['sheikh', 'abd', 'al', 'aziz', 'al', 'nur', 'ud', 'din', 'khan'])).toEqual([
      'sheikh',
      'abdulaziz',
      'al',
      'nuraldin',
      'khan',
    ]);
  });

  it('leaves its own result as it is', () => {
    const word = fc.constantFrom(
      'abd',
      'abdul',
      'al',
      'nur',
      'din',
      'rahman',
      'ullah',
      'abu',
      'bakr',
      'aziz',
      'ali',
      'el',
      'zain',
      'abidin',
    );
    fc.assert(
      fc.property(fc.array(word), (tokens) => {
        const once = joinCompounds(tokens);
        for (const text of once) expect(joinCompounds([text])).toEqual([text]);
        expect(once.length).toBeLessThanOrEqual(tokens.length);
      }),
    );
  });

  it('takes any tokens', () => {
    fc.assert(fc.property(fc.array(fc.string()), (tokens) => void joinCompounds(tokens)));
    expect(joinCompounds([])).toEqual([]);
    expect(joinCompounds(['constructor', 'toString'])).toEqual(['constructor', 'toString']);
  });
});

describe('the first word of a compound', () => {
  const parts =
    'abd abdul abed adb abu abou nur nour ahmad zayn al el ul ur l din eddin uddin allah ullah llah rahman rahmane karim fadl abidin bakr saladin x'.split(
      ' ',
    );
  /** A few parts in one, cut anywhere into one to three words. */
  const name = fc
    .tuple(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }), fc.nat(12), fc.nat(12))
    .map(([some, one, other]) => {
      const text = some.join('');
      const [first, second] = [Math.min(one, other), Math.max(one, other)];
      return [text.slice(0, first), text.slice(first, second), text.slice(second)].filter(Boolean);
    });

  it('is told by itself, wherever the compound is cut into words', () => {
    let found = 0;
    fc.assert(
      fc.property(name, (tokens) => {
        if (!compoundAt(tokens, 0)) return;
        found += 1;
        expect(opensCompound(tokens[0]!)).toBe(true);
      }),
      { seed: 5, numRuns: 20_000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('is not seen in most names', () => {
    expect(['putin', 'smith', 'john', 'mkrtychev', 'mohammed', 'hassan'].filter(opensCompound)).toEqual([]);
  });
});
