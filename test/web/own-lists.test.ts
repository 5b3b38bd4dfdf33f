// Lists of the user's own on the page of the lists, in a real browser: sent, looked at, taken into use, replaced, removed.
// The tests go on from one another: each finds the lists as the one before left them.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, expectAccessible, LOOKS, TestSite, takePicture, WHERE_BROWSER } from './support/browser.ts';

const HOUSE = `No,Name,Type,Birth date,Nationality,Remark
1,Konrad Neuhaus,Person,1970-02-03,Germany,first
2,Clara Fall,Person,1971-13-45,,misprinted
3,,Person,1980-01-01,,nobody
4,Altenburg Trading GmbH,Company,,,
`;

describe.skipIf(!BROWSER)(`lists of one's own${WHERE_BROWSER}`, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await TestSite.open({ readsExamples: false, isClockRunning: true });
  });
  afterAll(async () => {
    await site?.close();
  });

  const choose = (page: Page, name: string, text: string): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const own = (page: Page) => page.getByRole('region', { name: 'Lists of your own' });
  const sent = (page: Page, dataset = 'house_list') =>
    page.getByRole('region', { name: `Sent for ${dataset}, not in use yet` });
  /** Ids of parties that a name finds. */
  const find = async (name: string): Promise<string[]> => {
    const answer = await fetch(`${site.address}/api/v1/screen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: { schema: 'Person', properties: { name: [name] } } }),
    });
    return ((await answer.json()) as { results: { id: string }[] }).results.map(({ id }) => id);
  };

  it('says that there is none, and refuses what is no list with what to do', async () => {
    const { page, close } = await site.openPage('/lists');
    await own(page).getByText('None yet.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Add a list of your own' }).click();
    const read = page.getByRole('button', { name: 'Read the list' });
    expect(await read.isDisabled()).toBe(true);
    await choose(page, 'Empty list (2).csv', 'Name\n');
    expect(await page.getByLabel('Name of the list').inputValue()).toBe('empty_list_2');
    await page.getByLabel('Name of the list').fill('Not a name');
    await page.getByText('Only small letters, digits and _').waitFor();
    expect(await read.isDisabled()).toBe(true);
    await page.getByLabel('Name of the list').fill('us_ofac_sdn');
    await read.click();
    await page.getByRole('alert').getByText('us_ofac_sdn is an official list').waitFor();
    await page.getByLabel('Name of the list').fill('empty_list');
    await read.click();
    await page.getByRole('alert').getByText('holds no listed party').waitFor();
    await page.getByText('Nothing was changed.', { exact: false }).waitFor();
    await expectAccessible(page);
    await close();
  });

  it('shows what was read and what was set aside, with why and what to do, before it is used', async () => {
    const { page, close } = await site.openPage('/lists');
    // From here to the review by keyboard alone, but for the file, which a browser's own window asks for.
    await page.getByRole('button', { name: 'Add a list of your own' }).press('Enter');
    await choose(page, 'house_list.csv', HOUSE);
    await page.getByLabel('Day of the list').fill('2026-11-20');
    await page.getByRole('button', { name: 'Read the list' }).press('Enter');
    const review = sent(page);
    await review.getByText('house_list.csv, of 2026-11-20: 3 parties.').waitFor();
    await review.getByText('Konrad Neuhaus', { exact: true }).waitFor();
    await review.getByText('Person, 1970-02-03, de').waitFor();
    const aside = review.getByRole('listitem').filter({ hasText: 'Line 4, the row' });
    await aside.getByText('no name').waitFor();
    await aside.getByText('Correct the row and send the file again', { exact: false }).waitFor();
    await review
      .getByRole('listitem')
      .filter({ hasText: 'Line 3, a value' })
      .getByText('1971-13-45')
      .waitFor();
    expect(await find('Konrad Neuhaus')).toEqual([]);
    await page.reload();
    await review.getByRole('button', { name: 'Use this list' }).press('Enter');
    await own(page).getByText('Of 2026-11-20, 3 parties').waitFor();
    await own(page).getByText('incomplete', { exact: true }).waitFor();
    await expect.poll(() => find('Konrad Neuhaus'), { timeout: 20_000 }).toEqual(['house_list-1']);
    await close();
  });

  it('replaces it: what is in use stays until the new one is taken', async () => {
    const { page, close } = await site.openPage('/lists');
    await own(page).getByRole('button', { name: 'Replace' }).click();
    await choose(page, 'newer.csv', HOUSE.replace('3,,Person', '3,Dora Winter,Person'));
    await page.getByRole('button', { name: 'Read the list' }).click();
    await sent(page).getByText('In use is the version of 2026-11-20 with 3 parties.').waitFor();
    await own(page).getByRole('button', { name: 'What changed' }).click();
    await own(page).getByText('1 added, none removed, none changed').waitFor();
    expect(await find('Dora Winter')).toEqual([]);
    await sent(page).getByRole('button', { name: 'Use this list' }).click();
    await own(page).getByText('Of 2026-11-22, 4 parties, 2 versions kept').waitFor();
    await expect.poll(() => find('Dora Winter'), { timeout: 20_000 }).toEqual(['house_list-3']);
    await own(page).getByRole('button', { name: 'What was read' }).click();
    await own(page).getByText('newer.csv, of 2026-11-22: 4 parties.').waitFor();
    await own(page).getByRole('button', { name: 'Replace' }).click();
    await choose(page, 'again.csv', HOUSE.replace('3,,Person', '3,Dora Winter,Person'));
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByText('This very file is in use already').waitFor();
    await close();
  });

  it('takes what a person says of columns that it does not know; what is discarded is gone', async () => {
    const { page, close } = await site.openPage('/lists');
    await page.getByRole('button', { name: 'Add a list of your own' }).click();
    await choose(page, 'odd.csv', 'Wer;Wann\nEmil Herbst;1950-01-02\n');
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByRole('alert').getByText('LIST_FORMAT_UNKNOWN').waitFor();
    await page.getByLabel('Name', { exact: true }).selectOption('Wer');
    await page.getByLabel('Birth date', { exact: true }).selectOption('Wann');
    await page.getByRole('button', { name: 'Read the list' }).click();
    await sent(page, 'odd').getByText('Person, 1950-01-02').waitFor();
    await sent(page, 'odd').getByText('Nothing: every row and value was read.').waitFor();
    await sent(page, 'odd').getByRole('button', { name: 'Discard it' }).click();
    await own(page).getByRole('heading', { name: 'odd' }).waitFor({ state: 'detached' });
    await close();
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage('/lists', look);
    await own(page).getByRole('heading', { name: 'house_list' }).waitFor();
    await own(page).getByRole('button', { name: 'Replace' }).click();
    await choose(page, 'house-list.csv', HOUSE.replace('Clara', `Clara ${look.width} ${look.scheme}`));
    await page.getByText('Say what its columns are').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Read the list' }).click();
    await sent(page).getByText('Line 4, the row').waitFor();
    await expectAccessible(page);
    await sent(page).getByText('This one is smaller by more than a tenth.').waitFor();
    await page.evaluate("document.querySelector('#own').scrollIntoView()");
    await takePicture(page, 'own-list', look, { isWhole: false });
    await sent(page).getByRole('button', { name: 'Discard it' }).click();
    await sent(page).waitFor({ state: 'detached' });
    await close();
  });

  it('shows that a list is being read, and that the server is gone', async () => {
    const { page, close } = await site.openPage('/lists');
    await own(page).getByRole('button', { name: 'Replace' }).click();
    await choose(page, 'house_list.csv', HOUSE);
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route('**/api/v1/lists', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await promise;
      return route.abort();
    });
    await page.getByRole('button', { name: 'Read the list' }).click();
    await page.getByText('The list is being read …').waitFor();
    expect(await page.getByRole('button', { name: 'Reading …' }).isDisabled()).toBe(true);
    resolve();
    await page.getByRole('alert').getByText('Interdict does not answer.').waitFor();
    await close();
  });

  it('removes it when told twice', async () => {
    const { page, close } = await site.openPage('/lists');
    await own(page).getByRole('button', { name: 'Remove', exact: true }).click();
    await own(page).getByRole('button', { name: 'Keep it' }).click();
    await own(page).getByRole('button', { name: 'Remove', exact: true }).click();
    await own(page).getByRole('button', { name: 'Remove house_list' }).click();
    await own(page).getByText('None yet.', { exact: false }).waitFor();
    await expect.poll(() => find('Konrad Neuhaus'), { timeout: 20_000 }).toEqual([]);
    await close();
  });
});
