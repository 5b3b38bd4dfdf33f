// ICU's own transforms as an independent witness: what they give, without marks, must be among our renderings. They
// transliterate by one rule set each, so this checks letters, not usage. Needs `uconv` (Debian: icu-devtools).
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fold, romanise } from './index.ts';

const hasUconv = spawnSync('uconv', ['--version']).status === 0;

/** One line of answer for each line given, without marks, apostrophes and the dots that part letters. */
function icu(transform: string, names: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync('uconv', ['-f', 'utf-8', '-t', 'utf-8', '-x', transform], {
    input: `${names.join('\n')}\n`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.split('\n').slice(0, names.length);
  return lines.map((line) => fold(line.replace(/[·ʹʺʻʼ’‘”“]/gu, '')).replace(/'/gu, ''));
}

const LIMIT = 40;
/**
 * Left out are letters for which ICU 72 departs from its own system's description: Bulgarian й as i, the o of Armenian
 * Քոչարյան as vo, small kana after a long row; and Greek δ as dh, which lists no longer use.
 */
const CASES: readonly (readonly [language: string, transform: string, names: readonly string[]])[] = [
  [
    'ru',
    'Russian-Latin/BGN',
    [
      'Евгений Пригожин',
      'Сергей Шойгу',
      'Щеглов Юрий',
      'Ельцин',
      'Хабаровск Цой',
      'Чайковский',
      'Эдуард Жданов',
      'Арсеньев',
      'Подъячев',
      'Хрущёв',
      'Майоров Ойрат',
      'Фёдор Ёлкин',
      'Крутой Ясный',
    ],
  ],
  [
    'uk',
    'Ukrainian-Latin/BGN',
    [
      'Зеленський',
      'Юлія Тимошенко',
      'Згурський',
      'Єгор Їжакевич',
      'Ґалаґан Гнат',
      'Щербицький',
      'Хмельницький',
      'Жовтий Цвях',
      'Сергій Шевчук',
    ],
  ],
  [
    'be',
    'Belarusian-Latin/BGN',
    ['Лукашэнка', 'Ціханоўская', 'Быкаў Васіль', 'Янка Купала', 'Хадыка Юры', 'Чаргінец'],
  ],
  [
    'bg',
    'Bulgarian-Latin/BGN',
    ['Борисов', 'Първанов', 'Щерю Христов', 'Живков Георги', 'Цветан Цветанов', 'Юлия Якова'],
  ],
  [
    'sr',
    'Serbian-Latin/BGN',
    ['Милошевић', 'Караџић', 'Ђоковић', 'Љубомир Његош', 'Жарко Шешељ', 'Хаџи Цветковић'],
  ],
  ['mk', 'Macedonian-Latin/BGN', ['Груевски', 'Ѓорге', 'Ќосе', 'Љупчо', 'Заев', 'Јован Њего']],
  ['kk', 'Kazakh-Latin/BGN', ['Назарбаев', 'Тоқаев', 'Мәсімов', 'Өскен', 'Ұлан Үміт', 'Ғани']],
  ['ky', 'Kirghiz-Latin/BGN', ['Жапаров', 'Атамбаев', 'Өмүр', 'Чыңгыз']],
  ['mn', 'Mongolian-Latin/BGN', ['Хүрэлсүх', 'Баттулга', 'Өлзий', 'Цэрэн', 'Жамъян']],
  [
    'hy',
    'Armenian-Latin/BGN',
    ['Մկրտչյան', 'Փաշինյան', 'Սարգսյան', 'Ոսկան', 'Երեվան', 'Ծիրանյան', 'Ճշմարիտ'],
  ],
  [
    'ka',
    'Georgian-Latin/BGN',
    ['ივანიშვილი', 'სააკაშვილი', 'ღვინიაშვილი', 'ჯუღაშვილი', 'წერეთელი', 'ყიფიანი'],
  ],
  ['el', 'Greek-Latin/BGN', ['Τσίπρας', 'Μητσοτάκης', 'Παπαρήγα', 'Ευάγγελος', 'Ξένος', 'Ψαρρός', 'Μαΐλης']],
  ['ja', 'Katakana-Latin/BGN', ['タナカ', 'シャチョウ', 'ニッポン', 'トヨタ', 'ホッカイドウ', 'ツチヤ']],
];

describe.skipIf(!hasUconv)('against ICU (left out where uconv is not installed)', () => {
  describe.each(CASES)('%s by %s', (language, transform, names) => {
    const expected = hasUconv ? icu(transform, names) : [];

    test.each(names.map((name, index) => [name, expected[index]!] as const))(
      '%s may be %s',
      (name, icuSpelling) => {
        expect(romanise(name, { languages: [language], limit: LIMIT })).toContain(icuSpelling);
      },
    );
  });

  test('Mandarin readings agree for every character of a common block', () => {
    const characters = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, index) =>
      String.fromCharCode(0x4e00 + index),
    );
    const readings = icu('Han-Latin', characters);
    // ICU and our CLDR may be of different years, in which a few readings of rare characters were mended.
    const different = characters.filter(
      (character, index) => romanise(character, { languages: ['zh'] })[0] !== readings[index],
    );
    expect(different.length / characters.length).toBeLessThan(0.02);
  });

  test('surnames are read as surnames', () => {
    const names = [
      '单田芳',
      '任正非',
      '曾庆红',
      '解振华',
      '仇保兴',
      '区伯',
      '查良镛',
      '华国锋',
      '盖叫天',
      '乐嘉',
    ];
    const readings = icu('Han-Latin/Names', names).map((reading) => reading.replace(/ /gu, ''));
    expect(names.map((name) => romanise(name)[0]!.replace(/ /gu, ''))).toEqual(readings);
  });
});
