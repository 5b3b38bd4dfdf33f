import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldVariants } from './fold.ts';

describe('fold', () => {
  test.each([
    ['MÜLLER', 'muller'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Þórður Ægisson', 'thordur aegisson'],
    ['Øresund Œuvre Ħal Ŋuni', 'oresund oeuvre hal nuni'],
    ['Đorđe', 'dorde'],
    ['İstanbul IĞDIR ısı', 'istanbul igdir isi'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
    ['Nguyễn Phú Trọng', 'nguyen phu trong'],
    ['Jose\u0301', 'jose'],
    ['O’Neil Oʻzbekiston Sanʿāʾ D`Arc', "o'neil o'zbekiston san'a' d'arc"],
  ])('brings Latin %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['Влади́мир ПУТИН', 'владимир путин'],
    ['ЙЁ', 'йё'],
    ['ΠΟΎΤΙΝΣ', 'πουτινσ'],
    ['محـــمَّد', 'محمد'],
    ['على', 'علي'],
    ['کريم', 'كريم'],
    ['नरेन्द्र', 'नरेन्द्र'],
    ['ｶﾅ', 'カナ'],
    ['שָׁלוֹם', 'שלום'],
  ])('keeps %s in its script as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('drops what cannot be seen: zero width, bidi, variation selectors, soft hyphens, lone surrogates', () => {
    expect(fold('P\u200bu\u202et\u00adi\ufe0fn\ud800\u2060')).toBe('putin');
  });

  test('reads one name alike whether composed or not', () => {
    expect(fold('Škoda')).toBe(fold('S\u030ckoda'));
  });

  test('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('gives well-formed text whatever comes in', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 });
    fc.assert(
      fc.property(units, (codes) => {
        const folded = fold(String.fromCharCode(...codes));
        expect(folded.isWellFormed()).toBe(true);
        expect(fold(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  test('the quick way letter by letter agrees with the whole text', () => {
    const codes = (min: number, max: number) =>
      fc.integer({ min, max }).map((code) => String.fromCharCode(code));
    const letters = fc.oneof(
      fc.string({ unit: codes(0x20, 0x24f) }),
      fc.string({
        unit: fc.oneof(codes(0x00, 0x7f), codes(0x400, 0x52f), codes(0x5d0, 0x6d3), codes(0x1e00, 0x1eff)),
      }),
      fc.string({
        unit: fc.oneof(
          codes(0x2010, 0x2019),
          codes(0x3041, 0x30fc),
          codes(0x4e00, 0x9fff),
          codes(0xac00, 0xd7a3),
        ),
      }),
    );
    fc.assert(
      fc.property(letters, (text) => {
        // A letter outside the quick table sends the whole text the slow way.
        expect(fold(`${text}\u{10400}`)).toBe(`${fold(text)}\u{10428}`);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('foldVariants', () => {
  test.each([
    ['Müller', ['muller', 'mueller']],
    ['Jörg Åse Ørsted', ['jorg ase orsted', 'joerg aase oersted']],
    ['Đoković', ['dokovic', 'djokovic']],
    ['Əliyev', ['aliyev', 'eliyev']],
    ['Smith', ['smith']],
    ['Çelik', ['celik']],
    ['Mu\u0308ller', ['muller', 'mueller']],
  ])('spells %s as %s', (text, variants) => {
    expect(foldVariants(text)).toEqual(variants);
  });
});
