import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCompounds } from './compounds.ts';

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
