// The pages of the record in a real browser: the history, one entry, the chain verified, a question asked again, and the
// report that is filed.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BROWSER,
  expectAccessible,
  LOOKS,
  NOW,
  TestSite,
  takePicture,
  WHERE_BROWSER,
} from './support/browser.ts';

const TODAY = NOW.slice(0, 10);

async function screen(site: TestSite, name: string): Promise<void> {
  const query = { schema: 'Person', properties: { name: [name] } };
  const answer = await fetch(`${site.address}/api/v1/screen`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(answer.status).toBe(200);
}

/** Writes another name into the second entry, behind the server's back. */
function changeEntry(home: string): void {
  const vandal = new DatabaseSync(join(home, 'interdict.db'));
  vandal.exec(`update record_entry set body = replace(body, 'tester', 'nobody') where seq = 2`);
  vandal.close();
}

describe.skipIf(!BROWSER)(`the record pages${WHERE_BROWSER}`, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await TestSite.open();
    await screen(site, 'Ashot Mkrtchyev');
    await screen(site, 'Jane Doe');
  });
  afterAll(async () => {
    await site?.close();
  });

  it('shows what was asked, day by day, the latest first', async () => {
    const { page, close } = await site.openPage('/record');
    const day = page.getByRole('region', { name: TODAY });
    await day.waitFor();
    const lines = await day.getByRole('listitem').allInnerTexts();
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Jane Doe\s+Screening, 12:00 UTC, tester, entry 4\s+Undetermined/);
    expect(lines[1]).toMatch(/^Ashot Mkrtchyev\s.*\sReview$/s);
    expect(lines[3]).toContain('Report read');
    await close();
  });

  it('opens a screening: question, answer, lists by their hash, and asks it again', async () => {
    const { page, close } = await site.openPage('/record');
    await page.getByRole('link', { name: 'Ashot Mkrtchyev' }).click();
    await page.getByRole('region', { name: 'Answer for Ashot Mkrtchyev' }).waitFor();
    await page.getByRole('region', { name: 'Asked' }).getByText(TODAY).waitFor();
    await page
      .getByText(/^sha256:[0-9a-f]{64}$/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByText('The answer is the same, byte for byte.').waitFor();
    await close();
  });

  it('gives the report that is filed, as a page and as PDF', async () => {
    const { page, close } = await site.openPage('/record');
    await page.getByRole('link', { name: 'Ashot Mkrtchyev' }).click();
    const asPage = page.getByRole('link', { name: 'Report as a page (HTML)' });
    const [report] = await Promise.all([page.waitForEvent('popup'), asPage.click()]);
    await report.getByText('Ashot Mkrtchyev').first().waitFor();
    await report.close();
    const pdf = await page.getByRole('link', { name: 'Report as PDF' }).getAttribute('href');
    const answer = await fetch(site.address + pdf);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await close();
  });

  it('leads from a report that was read to its page', async () => {
    const { page, close } = await site.openPage('/record/1');
    await page.getByRole('region', { name: 'Found' }).getByRole('link').click();
    await page.getByRole('article', { name: 'The report' }).waitFor();
    await close();
  });

  it('says so when there is no such entry', async () => {
    const { page, close } = await site.openPage('/record/99');
    await page.getByRole('alert').getByText('The record has no entry "99".').waitFor();
    await close();
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage('/record', look);
    await page.getByRole('button', { name: 'Verify the record' }).click();
    await page.getByText('The record is whole.').waitFor();
    await page.getByText('4 entries were looked at.').waitFor();
    await expectAccessible(page);
    await takePicture(page, 'record', look);
    await page.getByRole('link', { name: 'Ashot Mkrtchyev' }).click();
    await page.getByRole('button', { name: 'Ask again' }).waitFor();
    await expectAccessible(page);
    await takePicture(page, 'record-entry', look);
    await close();
  });
});

describe.skipIf(!BROWSER)(`the record page over a record that somebody changed${WHERE_BROWSER}`, () => {
  it('says in words what is not as it was written', async () => {
    const site = await TestSite.open({ readsExamples: false });
    try {
      const { page, close } = await site.openPage('/record');
      await page.getByText('Nothing was asked yet.').waitFor();
      await expectAccessible(page);
      for (const name of ['One', 'Two', 'Three']) await screen(site, name);
      changeEntry(site.home);
      await page.getByRole('button', { name: 'Verify the record' }).click();
      await page.getByText('The record is not as it was written.').waitFor();
      await page.getByText('The entry does not agree with its hash: it was changed.').waitFor();
      await expectAccessible(page);
      await close();
    } finally {
      await site.close();
    }
  });
});
