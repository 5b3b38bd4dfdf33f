// The page about customer files in a real browser: a file is sent, its columns are said, its rows are looked through and
// taken away.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, expectAccessible, LOOKS, TestSite, takePicture, WHERE_BROWSER } from './support/browser.ts';

/** Rows of a file that is still being screened while a test looks at it: some half a minute's work. */
const LONG = 300_000;
const CUSTOMERS = `Customer no,Full name,DOB,Country,Remark
17,Ashot Mkrtychev,1966-05-07,SK,new
18,Maria Example,1980-01-01,DE,old
19,,,,nobody
20,Yevgeny Prigozhin,unknown,RU,new
`;

describe.skipIf(!BROWSER)(`the file page${WHERE_BROWSER}`, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await TestSite.open({ readsExamples: false });
  });
  afterAll(async () => {
    await site?.close();
  });

  const send = async (page: Page, name: string, text: string): Promise<void> => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const screen = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Screen the file' }).click();
    await page.getByRole('heading', { name: 'Take away' }).waitFor();
  };

  it('guesses the columns, screens the rows, and shows those that were stopped', async () => {
    const { page, close } = await site.openPage('/file');
    await send(page, 'customers.csv', CUSTOMERS);
    const chosen = (heading: string): Promise<string | null> =>
      page.getByLabel(heading, { exact: true }).locator('option:checked').textContent();
    expect(await chosen('Customer no')).toBe('Your own number');
    expect(await chosen('Full name')).toBe('Name');
    expect(await chosen('DOB')).toBe('Birth date');
    await page.getByText('Ashot Mkrtychev · Maria Example · Yevgeny Prigozhin').waitFor();
    await screen(page);
    await page
      .getByText('1 row could not be screened; 1 value could not be read and was left out.')
      .waitFor();
    const rows = page.getByRole('region', { name: 'The rows' });
    expect(await rows.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Ashot Mkrtychev',
      'Maria Example',
      'Yevgeny Prigozhin',
    ]);
    await rows.getByRole('button', { name: 'Stop 2' }).click();
    await rows.getByText('Maria Example').waitFor({ state: 'detached' });
    await rows.getByText('Line 2, number 17, 1966-05-07, sk').waitFor();
    await rows.getByText('Why').first().click();
    await rows.getByText('"Ashot Mkrtychev" meets the listed name', { exact: false }).first().waitFor();
    await close();
  });

  it('gives the results, whole and as a table, and what could not be read', async () => {
    const { page, close } = await site.openPage('/file');
    await send(page, 'taken.csv', CUSTOMERS);
    await screen(page);
    const download = async (name: string): Promise<{ file: string; text: string }> => {
      const [started] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      return { file: started.suggestedFilename(), text: readFileSync(await started.path(), 'utf8') };
    };
    const table = await download('Table (CSV)');
    expect(table.file).toBe('taken.results.csv');
    expect(table.text.trimEnd().split('\n')).toHaveLength(4);
    const whole = await download('Whole answers');
    expect(
      whole.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).query.id),
    ).toEqual(['17', '18', '20']);
    const problems = await download('Which and why');
    expect(problems.text).toContain('it has no name');
    await close();
  });

  it('takes what a person says of the columns, the lists and their day', async () => {
    const { page, close } = await site.openPage('/file');
    await send(page, 'odd.csv', 'a,b\nAshot Mkrtychev,Slovakia\n');
    await page.getByText('No column is a name yet').waitFor();
    expect(await page.getByRole('button', { name: 'Screen the file' }).isDisabled()).toBe(true);
    await page.getByLabel('a', { exact: true }).selectOption('name');
    await page.getByLabel('b', { exact: true }).selectOption('nationality');
    await page.getByLabel('A clear needs the lists of').selectOption({ label: 'The United Nations' });
    await page.getByLabel('As the lists were on').fill('2020-01-01');
    await screen(page);
    await page.getByText('a -> name, b -> nationality').waitFor();
    await page.getByRole('link', { name: 'Open in the record' }).click();
    await page.getByText('a as name; b as nationality').waitFor();
    await page.getByText('2020-01-01', { exact: true }).waitFor();
    await page.getByText('un', { exact: true }).waitFor();
    await close();
  });

  it('pages through many rows', async () => {
    const { page, close } = await site.openPage('/file');
    const many = Array.from({ length: 60 }, (_, at) => `Person Number${at}`);
    await send(page, 'many.csv', `name\n${many.join('\n')}\n`);
    await screen(page);
    await page.getByText('1 to 25 of 60').waitFor();
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByText('51 to 60 of 60').waitFor();
    await page.getByRole('heading', { name: 'Person Number59' }).waitFor();
    expect(await page.getByRole('button', { name: 'Later' }).isDisabled()).toBe(true);
    await close();
  });

  it('goes on where it was when the page is loaded again, and stops and removes a file when told', async () => {
    const { page, close } = await site.openPage('/file');
    await send(page, 'long.csv', `name\n${'Ashot Mkrtychev\n'.repeat(LONG)}`);
    await page.getByRole('button', { name: 'Screen the file' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.reload();
    await page.getByText('The file is being screened.').waitFor();
    await page.getByText(/[1-9][\d,]* of 300,000 rows/).waitFor();
    await page.getByRole('button', { name: 'Stop and remove the file' }).click();
    await page.getByRole('button', { name: 'Stop and remove the file' }).click();
    await page.getByRole('heading', { name: 'Files that are here' }).waitFor();
    expect(await page.getByRole('link', { name: 'long.csv' }).count()).toBe(0);
    await close();
  });

  it('resumes a file when the server was killed and started again, and says so', async () => {
    const first = await site.openPage('/file');
    await send(first.page, 'outlives.csv', `name\n${'Ashot Mkrtychev\n'.repeat(LONG)}`);
    await first.page.getByRole('button', { name: 'Screen the file' }).click();
    await first.page.getByText(/[1-9][\d,]* of 300,000 rows/).waitFor();
    await first.close();
    await site.killAndRestart();
    const { page, close } = await site.openPage('/file');
    await page.getByRole('link', { name: 'outlives.csv' }).click();
    await page.getByText(/Resumed: .* The first [1-9][\d,]* rows were done before\./u).waitFor();
    await page.getByRole('button', { name: 'Stop screening' }).click();
    await page.getByText('The file was stopped.').waitFor();
    await page.getByRole('button', { name: 'Screen the file' }).waitFor();
    await expectAccessible(page);
    await close();
  });

  it('stops a file and keeps it, so that it can be started with other columns', async () => {
    const { page, close } = await site.openPage('/file');
    await send(page, 'stopped.csv', `name,other\n${'Ashot Mkrtychev,Maria Example\n'.repeat(LONG)}`);
    await page.getByRole('button', { name: 'Screen the file' }).click();
    await page.getByRole('button', { name: 'Stop screening' }).click();
    await page.getByText('The file was stopped.').waitFor();
    await page.getByLabel('name', { exact: true }).selectOption({ label: 'not used' });
    await page.getByLabel('other', { exact: true }).selectOption('name');
    await page.getByRole('button', { name: 'Screen the file' }).click();
    await page.getByRole('heading', { name: 'Maria Example' }).first().waitFor();
    await page.getByRole('button', { name: 'Stop and remove the file' }).click();
    await page.getByRole('button', { name: 'Stop and remove the file' }).click();
    await page.getByRole('heading', { name: 'Files that are here' }).waitFor();
    await close();
  });

  it('says why a file is no table', async () => {
    const { page, close } = await site.openPage('/file');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('name\n') });
    await page.getByRole('alert').getByText('empty.csv holds a header and no row.').waitFor();
    await close();
  });

  it('says so when a file is not there any more', async () => {
    const { page, close } = await site.openPage('/file?job=0-0');
    await page.getByRole('alert').getByText('There is no such file, or it was removed.').waitFor();
    await close();
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage('/file', look);
    await page.getByRole('heading', { name: 'Files that are here' }).waitFor();
    await expectAccessible(page);
    await send(page, 'looks.csv', CUSTOMERS);
    await page.getByLabel('Full name').waitFor();
    await page.getByLabel('A clear needs the lists of').waitFor();
    await expectAccessible(page);
    await takePicture(page, 'file-columns', look);
    await screen(page);
    await page.getByRole('heading', { name: 'Yevgeny Prigozhin' }).waitFor();
    await expectAccessible(page);
    await takePicture(page, 'file', look);
    await close();
  });
});
