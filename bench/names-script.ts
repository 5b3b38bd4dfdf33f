// How fast names are folded and romanised, per script, on one core: `node bench/names-script.ts`. Prints a table. The
// names are a few of each script repeated with a running number, so that no cache of whole strings can help.
import { fold, romanise } from '../src/names/script/index.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  ascii: ['John Smith', 'Mohammed Ali Hassan', 'KIM, Jong Un', "O'Neil, Patrick", 'Ashot Mkrtychev'],
  latin: ['José Müller', 'Recep Tayyip Erdoğan', 'Nguyễn Phú Trọng', 'Đorđe Šešelj', 'Łukasz Żółć'],
  cyrillic: [
    'Евгений Пригожин',
    'Сергей Викторович Лавров',
    'Юлія Тимошенко',
    'Ђорђе Николић',
    'Иван Петров',
  ],
  greek: ['Κυριάκος Μητσοτάκης', 'Αλέξης Τσίπρας'],
  arabic: ['محمد علي', 'بشار الأسد', 'عبد الرحمن الراشدي', 'یوسف رضا گیلانی'],
  hebrew: ['בנימין נתניהו', 'אביגדור ליברמן'],
  han: ['习近平', '金正恩', '欧阳娜娜', '山田太郎'],
  hangul: ['김정은', '박지성', '이재명'],
  devanagari: ['नरेन्द्र मोदी', 'राजनाथ सिंह'],
  thai: ['สมชาย วงศ์สวัสดิ์', 'จักรีรัตน์ ทับทิมไทย'],
};
const SECONDS = 1;
const CHUNK = 500;

/** Calls a second over a list that changes a little with every round. */
function rate(names: readonly string[], work: (text: string) => unknown): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < SECONDS * 1000) {
    for (let index = 0; index < CHUNK; index += 1) work(`${names[index % names.length]} ${done + index}`);
    done += CHUNK;
  }
  return Math.round(done / ((performance.now() - start) / 1000));
}

process.stdout.write(`${'script'.padEnd(12)}${'fold/s'.padStart(12)}${'romanise/s'.padStart(12)}\n`);
for (const [script, names] of Object.entries(NAMES)) {
  rate(names, romanise);
  const folds = rate(names, fold);
  const romanisations = rate(names, romanise);
  process.stdout.write(
    `${script.padEnd(12)}${folds.toLocaleString('en').padStart(12)}${romanisations.toLocaleString('en').padStart(12)}\n`,
  );
}
