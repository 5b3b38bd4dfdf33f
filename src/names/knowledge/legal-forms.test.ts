import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLegalForm } from './legal-forms.ts';

/** The class of the form found at the first token of `form` in `name`, and the words it covers. */
function formIn(name: string): string | undefined {
  const tokens = name.split(' ');
  for (const at of tokens.keys()) {
    const found = matchLegalForm(tokens, at);
    if (found) return `${found.formClass}: ${tokens.slice(at, at + found.length).join(' ')}`;
  }
  return undefined;
}

describe('legal forms', () => {
  it.each([
    ['petropars limited', 'LLC: limited'],
    ['petropars ltd', 'LLC: ltd'],
    ['haldor topsoe co ltd', 'LLC: co ltd'],
    ['foo limited liability company', 'LLC: limited liability company'],
    ['foo l l c', 'LLC: l l c'],
    ['foo pvt l t d', 'LLC: pvt l t d'],
    ['tavrida ooo', 'LLC: ooo'],
    ['o o o tavrida', 'LLC: o o o'],
    [
      'obshchestvo s ogranichennoy otvetstvennostyu tavrida',
      'LLC: obshchestvo s ogranichennoy otvetstvennostyu',
    ],
    [
      'obschestvo s ogranichennoi otvetstvennostiu tavrida',
      'LLC: obschestvo s ogranichennoi otvetstvennostiu',
    ],
    ['obscestvo s ogranicennoj otvetstvennostju tavrida', 'LLC: obscestvo s ogranicennoj otvetstvennostju'],
    [
      'obshchestva s ogranichennoy otvestvennostyu tavrida',
      'LLC: obshchestva s ogranichennoy otvestvennostyu',
    ],
    ['tovarystvo z obmezhenoyu vidpovidalnistyu khors', 'LLC: tovarystvo z obmezhenoyu vidpovidalnistyu'],
    ['tavarystva z abmezhavanay adkaznastsyu neman', 'LLC: tavarystva z abmezhavanay adkaznastsyu'],
    ['zhauapkershiligi shekteuli seriktestigi alatau', 'LLC: zhauapkershiligi shekteuli seriktestigi'],
    ['hansa gmbh', 'LLC: gmbh'],
    ['hansa gesellschaft mit beschraenkter haftung', 'LLC: gesellschaft mit beschraenkter haftung'],
    ['panchosa s de rl de cv', 'LLC: s de rl de cv'],
    ['zhongguo shiyou youxian gongsi', 'LLC: youxian gongsi'],
    ['yuhan hoesa samil', 'LLC: yuhan hoesa'],
    ['mustafa kaya limited sirketi', 'LLC: limited sirketi'],
    ['aktsionernoe obshchestvo kontsern morinsis', 'JSC: aktsionernoe obshchestvo'],
    ['closed joint stock company abr', 'JSC: closed joint stock company'],
    ['mahan sherkat sahami khass', 'JSC: sherkat sahami khass'],
    ['kabushiki kaisha toko', 'JSC: kabushiki kaisha'],
    ['jusikhoesa samseong', 'JSC: jusikhoesa'],
    ['otkrytoe aktsionernoe obshchestvo kidma', 'PJSC: otkrytoe aktsionernoe obshchestvo'],
    ['rosneft public joint stock company', 'PJSC: public joint stock company'],
    ['kidma open joint stock company', 'PJSC: open joint stock company'],
    ['eihb aktiengesellschaft', 'PJSC: aktiengesellschaft'],
    ['eihb ag', 'PJSC: ag'],
    ['ciex s a', 'PJSC: s a'],
    ['geo gmbh and co kg', 'LP: gmbh and co kg'],
    ['fgup rosmorport', 'SOE: fgup'],
    ['federal state unitary enterprise rosmorport', 'SOE: federal state unitary enterprise'],
    [
      'federalnoe gosudarstvennoe unitarnoe predpriyatie rosmorport',
      'SOE: federalnoe gosudarstvennoe unitarnoe predpriyatie',
    ],
  ])('finds the form in "%s"', (name, form) => {
    expect(formIn(name)).toBe(form);
  });

  it('keeps forms of different kinds apart', () => {
    const classes = ['x ltd', 'x plc', 'x llp', 'x sdn bhd', 'x gmbh and co kg', 'x ev'].map(
      (name) => formIn(name)?.split(':')[0],
    );
    expect(classes).toEqual(['LLC', 'PJSC', 'LLP', 'LLC', 'LP', 'NGO']);
  });

  it('names the form itself beside its class', () => {
    expect(matchLegalForm(['hansa', 'gmbh'], 1)).toEqual({ length: 1, formClass: 'LLC', canonical: 'gmbh' });
  });

  it.each(
    [
      'al aqsa foundation', // a kind of body in plain words, see org-words
      'bank melli iran',
      'a s watson trading',
      'ag and carlon trading',
      'to the lighthouse',
      'as safa charity',
    ].filter((name) => name !== 'sas trading group'),
  )('finds no form in "%s"', (name) => {
    expect(formIn(name)).toBeUndefined();
  });

  it('counts a short form at its place only', () => {
    expect(matchLegalForm(['trading', 'as'], 1)?.formClass).toBe('JSC');
    expect(matchLegalForm(['as', 'safa'], 0)).toBeUndefined();
    expect(matchLegalForm(['ao', 'vega'], 0)?.formClass).toBe('JSC');
    expect(matchLegalForm(['ling', 'ao', 'technology'], 1)).toBeUndefined();
  });

  it('lets other forms stand between a form and the end of the name', () => {
    expect(matchLegalForm(['foo', 'lp', 'llc'], 1)?.formClass).toBe('LP');
    expect(matchLegalForm(['foo', 'lp', 'bar'], 1)).toBeUndefined();
  });

  it('does not take the whole name', () => {
    expect(matchLegalForm(['rt'], 0)).toBeUndefined();
    expect(matchLegalForm(['joint', 'stock', 'company'], 0)?.length).not.toBe(3);
  });

  it('answers a long row of short forms at once', () => {
    const tokens = Array.from({ length: 2000 }, () => 'ag').concat('x');
    expect(matchLegalForm(tokens, 1)).toBeUndefined();
  });

  it('covers no more than the name has, whatever the name', () => {
    const token = fc.oneof(
      fc.constantFrom('s', 'a', 'de', 'cv', 'rl', 'joint', 'stock', 'company', 'co', 'ltd', 'o'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(token), fc.integer({ min: -2, max: 40 }), (tokens, at) => {
        const found = matchLegalForm(tokens, at);
        if (!found) return;
        expect(found.length).toBeGreaterThan(0);
        expect(at + found.length).toBeLessThanOrEqual(tokens.length);
        expect(found.length).toBeLessThan(tokens.length);
      }),
    );
  });
});
