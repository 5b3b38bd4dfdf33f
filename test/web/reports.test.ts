// The pages about reports in a real browser: a report is read and looked through, its claims are judged, and two reports
// are held against each other.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, expectAccessible, LOOKS, TestSite, takePicture, WHERE_BROWSER } from './support/browser.ts';

const COURIER = 'Washington Arrests Slovak Arms Broker Behind Food-for-Weapons Plan';
const LEDGER = 'US Treasury Sanctions Slovak National over Alleged North Korea-Russia Arms Talks';

/** Two reports of one briefing; the second gives the quotation shorter, and one word of it otherwise. */
const NORTH_STAR = `Kirby Warns of New Arms Deal

The North Star, 31 March 2023

John Kirby, the spokesman of the National Security Council, said on Thursday: "We remain concerned that North Korea will provide further support to Russia's military operations against Ukraine this year."
`;
const HARBOUR_POST = `White House Sees More Arms for Russia

The Harbour Post, 31 March 2023

"We remain concerned that North Korea will provide further help to Russia's military operations against Ukraine," John Kirby told reporters at the White House on Thursday.
`;

describe.skipIf(!BROWSER)(`the pages about reports${WHERE_BROWSER}`, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await TestSite.open();
  });
  afterAll(async () => {
    await site?.close();
  });

  const openReport = async (page: Page, title: string): Promise<void> => {
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('article', { name: 'The report' }).waitFor();
  };

  // Before the others: its pictures show the example reports and nothing that a test has read.
  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage('/reports', look);
    await page.getByRole('link', { name: COURIER }).waitFor();
    await expectAccessible(page);
    await openReport(page, COURIER);
    await page.getByRole('article').getByRole('button', { name: 'Claim 3', exact: true }).click();
    await page.getByRole('region', { name: 'What was read here' }).waitFor();
    await expectAccessible(page);
    await takePicture(page, 'report', look, { isWhole: false });
    await page.goto(`${site.address}/reports`);
    await page.getByLabel(`Compare ${COURIER}`).check();
    await page.getByLabel(`Compare ${LEDGER}`).check();
    await takePicture(page, 'reports', look);
    await page.getByRole('button', { name: 'Compare 2 reports' }).click();
    await page.getByText('2 reports, 1 origin').first().waitFor();
    await expectAccessible(page);
    await takePicture(page, 'compared', look);
    await close();
  });

  it('opens a claim beside its words, and gives the focus back when it is closed', async () => {
    const { page, close } = await site.openPage('/reports');
    await openReport(page, COURIER);
    const number = page.getByRole('article').getByRole('button', { name: 'Claim 3', exact: true });
    await number.focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('region', { name: 'What was read here' });
    await note.getByText('Official act').waitFor();
    await note.getByText('“The Treasury put Mkrtychev on its list of blocked persons on Thursday”').waitFor();
    await note.getByText('Thursday (2023-03-30)').waitFor();
    const [words, beside] = await Promise.all([number.boundingBox(), note.boundingBox()]);
    expect(beside!.x).toBeGreaterThan(words!.x);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    expect(await number.evaluate((element) => element.matches(':focus'))).toBe(true);
    await close();
  });

  it('opens a claim under its paragraph on a narrow window, by a tap on its words', async () => {
    const { page, close } = await site.openPage('/reports', {
      width: 375,
      scheme: 'light',
    });
    await openReport(page, COURIER);
    await page.getByText('whether the delegation has left').first().click();
    const note = page.getByRole('region', { name: 'What was read here' });
    await note.getByText('John Kirby', { exact: true }).waitFor();
    expect((await note.boundingBox())!.x).toBeLessThan(30);
    await expectAccessible(page);
    await close();
  });

  it('says on which lists a marked name stands, and leads to the party', async () => {
    const { page, close } = await site.openPage('/reports');
    await openReport(page, COURIER);
    await page.getByRole('article').getByRole('button', { name: 'Ashot Mkrtchyev' }).click();
    const note = page.getByRole('region', { name: 'What was read here' });
    await note.getByText('Office of Foreign Assets Control').first().waitFor();
    await note.getByRole('link', { name: 'Ashot MKRTYCHEV' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ashot MKRTYCHEV' }).waitFor();
    await close();
  });

  it('shows every letter of the report, whatever is marked in it', async () => {
    const { page, close } = await site.openPage('/reports');
    await openReport(page, COURIER);
    const shown = await page.getByRole('article').evaluate((article) => {
      for (const number of article.querySelectorAll('button[aria-label^="Claim "]')) number.remove();
      return article.textContent;
    });
    const file = new URL('../../examples/reports/2023-03-31-quayside-courier.txt', import.meta.url);
    const plain = (text: string | null): string => (text ?? '').replace(/\s+/gu, '');
    expect(plain(shown)).toBe(plain(readFileSync(file, 'utf8')));
    await close();
  });

  it('shows both sides of what does not fit together, the gravest first', async () => {
    const { page, close } = await site.openPage('/reports');
    await openReport(page, COURIER);
    const findings = page.getByRole('region', { name: 'What does not fit together' });
    const [gravest] = await findings.locator('.border-l-4').allInnerTexts();
    expect(gravest).toContain('Grave: A headline tells of an arrest');
    expect(gravest).toContain(COURIER);
    expect(gravest).toContain('The Treasury put Mkrtychev on its list of blocked persons');
    await close();
  });

  it('keeps what a person says of a claim', async () => {
    const { page, close } = await site.openPage('/reports');
    await openReport(page, LEDGER);
    const claims = page.getByRole('region', { name: 'Claims of John Kirby' });
    const first = claims.getByRole('listitem').first();
    await first.getByRole('button', { name: 'Reject' }).click();
    await first.getByText('Rejected by tester, 2026-11-22').waitFor();
    await first.getByRole('button', { name: 'Note' }).click();
    await first.getByLabel('Note').fill('He had no documents.');
    await page.keyboard.press('Enter');
    await first.getByText('Note: He had no documents.').waitFor();
    await page.reload();
    await first.getByText('Rejected by tester').waitFor();
    await first.getByRole('button', { name: 'Reject' }).click();
    await first.getByText('Rejected by tester').waitFor({ state: 'detached' });
    await first.getByText('He had no documents.').waitFor();
    await close();
  });

  it('reads pasted text, opens it at a claim by its address, and finds it again in the list', async () => {
    const { page, close } = await site.openPage('/reports');
    await page.getByLabel('Paste a report or its address').fill(NORTH_STAR);
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('article').getByText('said on Thursday').waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    await page.goto(`${site.address}/reports/${id}#${id}-c1`);
    await page.getByRole('region', { name: 'What was read here' }).waitFor();
    await page.getByRole('link', { name: 'All reports' }).click();
    await page.getByRole('link', { name: 'Kirby Warns of New Arms Deal' }).waitFor();
    await close();
  });

  it('counts the origins of what two reports say, and shows both sides of what they contradict', async () => {
    const { page, close } = await site.openPage('/reports');
    await page.getByLabel(`Compare ${COURIER}`).check();
    await page.getByLabel(`Compare ${LEDGER}`).check();
    await page.getByRole('button', { name: 'Compare 2 reports' }).click();
    const shared = page.getByRole('region', { name: 'What more than one says' });
    await shared.getByText('2 reports, 1 origin, sanctions designation').waitFor();
    await shared.getByText('“The Treasury put Mkrtychev on its list').waitFor();
    const contradictions = page.getByRole('region', { name: 'Where they do not agree' });
    expect(await contradictions.getByRole('figure').allInnerTexts()).toEqual([
      expect.stringMatching(/^“Washington Arrests.*The Quayside Courier$/su),
      expect.stringMatching(/designated one person.*The Meridian Ledger$/su),
    ]);
    await close();
  });

  it('lays a quotation that two reports share word under word', async () => {
    const { page, close } = await site.openPage('/reports');
    for (const text of [NORTH_STAR, HARBOUR_POST]) {
      await page.goto(`${site.address}/reports`);
      await page.getByLabel('Paste a report or its address').fill(text);
      await page.getByRole('button', { name: 'Read', exact: true }).click();
      await page.getByRole('article').waitFor();
    }
    await page.goto(`${site.address}/reports`);
    await page.getByLabel('Compare Kirby Warns of New Arms Deal').check();
    await page.getByLabel('Compare White House Sees More Arms for Russia').check();
    await page.getByRole('button', { name: 'Compare 2 reports' }).click();
    const quotations = page.getByRole('region', { name: 'The same quotations' });
    await quotations.locator('mark').first().waitFor();
    expect(await quotations.locator('mark').allInnerTexts()).toEqual(['[support]', '[this year]', '[help]']);
    await close();
  });

  it('reads a file, and says why it cannot read another', async () => {
    const { page, close } = await site.openPage('/reports');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'table.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
    await page.getByRole('alert').getByText('The file must be txt, html, htm, pdf.').waitFor();
    const html =
      '<html><title>A Note</title><p>Iran denied <b onclick="alert(1)">that</b> it sold arms.</p></html>';
    await input.setInputFiles({ name: 'note.html', mimeType: 'text/html', buffer: Buffer.from(html) });
    await page.getByRole('article').getByText('it sold arms').waitFor();
    expect(await page.locator('[onclick]').count()).toBe(0);
    await close();
  });

  it('says so when there is no such report', async () => {
    const { page, close } = await site.openPage('/reports/art-0000000000000000');
    await page.getByRole('alert').getByText('No article "art-0000000000000000" was read.').waitFor();
    await close();
  });
});

describe.skipIf(!BROWSER)(`the pages about reports before any was read${WHERE_BROWSER}`, () => {
  it('say what to do', async () => {
    const site = await TestSite.open({ readsExamples: false });
    try {
      const { page, close } = await site.openPage('/reports');
      await page.getByText('No report was read yet.').waitFor();
      await expectAccessible(page);
      await close();
    } finally {
      await site.close();
    }
  });
});
