import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import data from './generated/org-words.json' with { type: 'json' };
import { matchLegalForm } from './legal-forms.ts';
import { matchOrgWord, opensName, orgStopword } from './org-words.ts';

/** What a name means: concepts and unknown words, without legal forms and small words, in alphabetical order. */
function meaning(name: string): string[] {
  const tokens = name.split(' ');
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const legal = matchLegalForm(tokens, at);
    const word = legal ? undefined : matchOrgWord(tokens, at);
    if (word) parts.push(`<${word.concept}>`);
    else if (!legal && !orgStopword(tokens[at]!)) parts.push(tokens[at]!);
    at += legal?.length ?? word?.length ?? 1;
  }
  return parts.sort();
}

describe('organisation words', () => {
  it.each([
    ['nauchno issledovatelskiy institut vektor', 'research institute vektor'],
    ['nii vektor', 'scientific research institute vektor'],
    ['nauchno proizvodstvennoye obyedineniye splav', 'npo splav'],
    ['splav scientific and production association', 'npo splav'],
    ['opytnoe konstruktorskoe byuro fakel', 'okb fakel'],
    ['fakel experimental design bureau', 'okb fakel'],
    ['grodnenskaya tabachnaya fabrika neman', 'grodno tobacco factory neman'],
    ['novosibirskiy priborostroitelnyy zavod', 'novosibirsk instrument making plant'],
    ['sudokhodnaya kompaniya volga', 'volga shipping company'],
    ['sudostroitelnyi zavod zaliv', 'shipyard zaliv'],
    ['rossiyskiy selskokhozyaystvennyy bank', 'russian agricultural bank'],
    ['ministerstvo oborony rossiyskoy federatsii', 'ministry of defence of the russian federation'],
    ['vertolety rossii', 'russian helicopters'],
    ['sanaye electronic iran', 'iran electronics industries'],
    ['sherkate sanati daryai iran', 'iran marine industrial company'],
    ['bonyad shahid', 'martyr foundation'],
    ['bank keshavarzi iran', 'agricultural bank of iran'],
    ['zhongguo jingmi jixie jinchukou zonggongsi', 'china precision machinery import export corporation'],
    ['comercializadora de metales orinoco', 'orinoco metals trading'],
    ['fondation secours mondial', 'global relief foundation'],
    ['stichting al aqsa', 'al aqsa foundation'],
    ['mustafa dis ticaret', 'mustafa foreign trade'],
    ['harakat al shabab al mujahidin', 'mujahideen youth movement'],
    ['stars comm grp', 'stars communications group'],
    ['advanced tech and srvcs', 'advanced technology services'],
    ['smith bros mfg', 'smith brothers manufacturing'],
  ])('reads "%s" as "%s"', (one, other) => {
    expect(meaning(one)).toEqual(meaning(other));
  });

  it.each([
    ['iran shipping company', 'iran shipbuilding company'],
    ['caspian oil', 'caspian gas'],
    ['army of islam', 'party of islam'],
    ['korea mining bank', 'korea trading bank'],
    ['iran air', 'iraq air'],
    ['moscow radio plant', 'moscow radio communication'],
    ['china telecom', 'china mobile communications'],
    ['east bank', 'west bank'],
    ['north korean bank', 'south korean bank'],
    ['al quds brigade', 'al quds party'],
    ['persia insurance', 'iran insurance'],
    ['al nasr front', 'al fath front'],
    ['otkritie bank', 'open bank'],
    ['jane fonda', 'jane fund'],
    ['melli bank', 'national bank'],
  ])('tells "%s" from "%s"', (one, other) => {
    expect(meaning(one)).not.toEqual(meaning(other));
  });

  it('prefers the longest phrase', () => {
    const tokens = ['islamic', 'republic', 'of', 'iran', 'shipping', 'company'];
    expect(matchOrgWord(tokens, 0)).toMatchObject({ length: 4, concept: 'place-ir' });
    expect(matchOrgWord(tokens, 4)).toMatchObject({ concept: 'shipping' });
    expect(matchOrgWord([...tokens.slice(0, 5), 'lines'], 0)).toMatchObject({ length: 6, concept: 'irisl' });
  });

  it('knows which stopwords open names', () => {
    expect(['the', 'el', 'al', 'los', 'die'].filter((word) => !opensName(word))).toEqual([]);
    expect(['con', 'for', 'of', 'under', 'dlya'].filter(opensName)).toEqual([]);
  });

  it('takes acronyms and names of well-known bodies for one', () => {
    for (const [one, other] of [
      ['pla', 'peoples liberation army'],
      ['farc', 'fuerzas armadas revolucionarias de colombia'],
      ['fsb', 'federalnoy sluzhby bezopasnosti'],
    ] as const) {
      expect(matchOrgWord(other.split(' '), 0)).toEqual({
        ...matchOrgWord([one], 0),
        length: other.split(' ').length,
      });
    }
  });

  it('weighs generic words least, trades more, places and rare trades most', () => {
    const weight = (word: string) => matchOrgWord([word], 0)!.weight;
    expect(weight('company')).toBeLessThan(weight('shipping'));
    expect(weight('shipping')).toBeLessThan(weight('cement'));
    expect(weight('group')).toBeLessThan(weight('bank'));
    expect(weight('bank')).toBeLessThan(weight('damascus'));
  });

  it('takes names for names', () => {
    for (const name of ['gazprom', 'huawei', 'vtb', 'ansar', 'sepah', 'melli', 'otkritie', 'dan', 'xin']) {
      expect([name, matchOrgWord([name], 0), orgStopword(name)]).toEqual([name, undefined, false]);
    }
  });

  it('knows small words of several languages', () => {
    expect(['of', 'and', 'de', 'la', 'ul', 've', 'und', 'dlya', 'al'].every(orgStopword)).toBe(true);
    expect(['bank', 'nii', 'po', ''].some(orgStopword)).toBe(false);
  });

  it('gives every concept a word', () => {
    const lone = data.concepts.filter(
      (_, row) => `${data.phrases[row] ?? ''}${data.slavic[row] ?? ''}` === '',
    );
    expect(lone).toEqual([]);
  });

  it('covers no more than the name has, whatever the name', () => {
    const word = fc.constantFrom(
      'research',
      'and',
      'production',
      'of',
      'iran',
      'nauchno',
      'proizvodstvennoe',
      'constructor',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string())), fc.integer({ min: -2, max: 40 }), (tokens, at) => {
        const found = matchOrgWord(tokens, at);
        if (!found) return;
        expect(found.length).toBeGreaterThan(0);
        expect(at + found.length).toBeLessThanOrEqual(tokens.length);
        expect(found.weight > 0 && found.weight <= 1).toBe(true);
      }),
    );
  });
});
