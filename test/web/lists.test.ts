// The page of the lists in a real browser: how they stand, what changed in one, and an update from a publisher that the
// test plays itself. The tests go on from one another: each finds the lists as the one before left them.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, expectAccessible, LOOKS, TestSite, takePicture, WHERE_BROWSER } from './support/browser.ts';

/** A list in the layout of the UN's, with invented entries: so many of them, from a number on. */
function unList(day: string, first: number, count: number): string {
  const entries = Array.from({ length: count }, (_, at) => {
    const number = first + at;
    return `<INDIVIDUAL><DATAID>${6_900_000 + number}</DATAID><FIRST_NAME>EXAMPLE</FIRST_NAME><SECOND_NAME>NUMBER ${number}</SECOND_NAME><UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>TSi.${number}</REFERENCE_NUMBER><LISTED_ON>2020-01-01</LISTED_ON></INDIVIDUAL>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="${day}T00:00:00Z"><INDIVIDUALS>${entries.join('')}</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>`;
}

describe.skipIf(!BROWSER)(`the page of the lists${WHERE_BROWSER}`, () => {
  let publisher: Server;
  let published = unList('2026-11-19', 100, 70);
  /** The publisher answers when this is done. */
  let answers: Promise<void> = Promise.resolve();
  let site: TestSite;
  beforeAll(async () => {
    publisher = createServer(async (_request, response) => {
      await answers;
      response.end(published);
    });
    await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/list.xml`;
    site = await TestSite.open({
      config: `fetch:\n  un_sc_sanctions: { addresses: { main: "${address}" } }\nlimits: { retries: 0 }\n`,
    });
  });
  afterAll(async () => {
    await site?.close();
    publisher?.close();
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage('/lists', look);
    await page.getByRole('heading', { name: 'UK Sanctions List' }).waitFor();
    await expectAccessible(page);
    await takePicture(page, 'lists', look);
    await close();
  });

  it('says how each list stands, in a word and a sentence, and what starter data is', async () => {
    const { page, close } = await site.openPage('/lists');
    await page.getByText('None of the 5 lists that are needed is fit to clear anybody.').waitFor();
    await page.getByRole('heading', { name: 'These are starter lists' }).waitFor();
    const uk = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'UK Sanctions List' }) });
    await uk.getByText('missing', { exact: true }).waitFor();
    await uk.getByText('Nobody is cleared without it.').waitFor();
    const sdn = page.getByRole('listitem').filter({ hasText: 'OFAC Specially Designated' });
    await sdn.getByText('starter data', { exact: true }).waitFor();
    await sdn.getByRole('button', { name: 'Where it is from' }).click();
    await sdn.getByText('us_ofac_sdn', { exact: true }).waitFor();
    await close();
  });

  it('fetches a list, tells what changed in the next version, and holds back one that shrank', async () => {
    const { page, close } = await site.openPage('/lists');
    const un = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'UN Security Council' }) });
    const update = un.getByRole('button', { name: 'Update UN Security Council Consolidated List' });
    await update.click();
    await page.getByText('a new version of 2026-11-19, 70 parties').waitFor();
    await un.getByText('fresh', { exact: true }).waitFor();

    await update.click();
    await page.getByText('nothing new since 2026-11-19').waitFor();

    published = unList('2026-11-21', 102, 70);
    await update.click();
    await page.getByText('a new version of 2026-11-21, 70 parties').waitFor();
    await un.getByRole('button', { name: 'What changed' }).click();
    await un.getByText('From 2026-11-19 to 2026-11-21: 2 added, 2 removed, none changed.').waitFor();
    await un.getByLabel('Find in the changes').fill('number 171');
    await un.getByText('EXAMPLE NUMBER 171').waitFor();
    expect(await un.getByText('EXAMPLE NUMBER 100').count()).toBe(0);
    await expectAccessible(page);

    published = unList('2026-11-22', 102, 20);
    await update.click();
    await page.getByText('a version of 2026-11-22, 20 parties, is held back until you confirm it').waitFor();
    await un.getByText('A version of 2026-11-22 with 20 parties is held back').waitFor();
    await un.getByText('Published 2026-11-21, 70 parties').waitFor();
    await expectAccessible(page);
    await un.getByRole('button', { name: 'Use this version' }).click();
    await un.getByText('Published 2026-11-22, 20 parties').waitFor();
    await close();
  });

  it('shows that an update is under way, and lets nobody start a second one', async () => {
    const { page, close } = await site.openPage('/lists');
    const { promise, resolve } = Promise.withResolvers<void>();
    answers = promise;
    await page.getByRole('button', { name: 'Update UN Security Council Consolidated List' }).click();
    await page.getByRole('progressbar', { name: 'Asking the publishers' }).waitFor();
    expect(await page.getByRole('button', { name: 'Updating …' }).isDisabled()).toBe(true);
    await expectAccessible(page);
    resolve();
    await page.getByText('nothing new since 2026-11-22').waitFor();
    expect(await page.getByRole('button', { name: 'Update all lists' }).isEnabled()).toBe(true);
    await close();
  });

  it('says why a list could not be fetched, and that the present one stays in use', async () => {
    published = 'Service unavailable';
    const { page, close } = await site.openPage('/lists');
    await page.getByRole('button', { name: 'Update UN Security Council Consolidated List' }).click();
    await page.getByText('could not be updated').waitFor();
    const un = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'UN Security Council' }) });
    await un.getByText('fresh', { exact: true }).waitFor();
    await close();
  });

  it('says so when the server is gone', async () => {
    const { page, close } = await site.openPage('/record');
    await page.route('**/api/v1/lists', (route) => route.abort());
    await page.getByRole('link', { name: 'Lists', exact: true }).click();
    await page.getByRole('alert').getByText('Interdict does not answer.').waitFor();
    await close();
  });
});
