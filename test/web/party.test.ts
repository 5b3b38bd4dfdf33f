// A party's page in a real browser: where each value is from, who listed it when, relations, claims.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, expectAccessible, LOOKS, TestSite, takePicture, WHERE_BROWSER } from './support/browser.ts';

const PARTY = '/parties/us_ofac_sdn-41736';
const SDN = fileURLToPath(new URL('../../../shared/lists/ofac/sdn-2023-12-28/', import.meta.url));

describe.skipIf(!BROWSER)(`the page of a party${WHERE_BROWSER}`, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await TestSite.open();
  });
  afterAll(async () => {
    await site?.close();
  });

  it('is reached from a result, also by the id of another listing', async () => {
    const { page, close } = await site.openPage('/');
    await page.getByRole('link', { name: 'Ashot MKRTYCHEV' }).click();
    await page.getByText('Person, listed by 3 authorities.').waitFor();
    await page.goto(`${site.address}/parties/gb_hmt_sanctions-16067`);
    await page.getByRole('heading', { level: 1, name: 'Ashot MKRTYCHEV' }).waitFor();
    await close();
  });

  it('begins at its top, and at its claims where a link names them', async () => {
    const { page, close } = await site.openPage('/');
    await page.getByText('Reports do not fit together').waitFor();
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.evaluate('scrollTo(0, 400)');
    await page.getByRole('link', { name: 'Ashot MKRTYCHEV' }).click();
    await page.getByText('Person, listed by 3 authorities.').waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.goBack();
    await page.getByRole('link', { name: 'All 5 claims' }).click();
    await page.getByRole('heading', { name: 'What reports say' }).waitFor();
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(400);
    await close();
  });

  it('opens at an address typed in, whatever the id', async () => {
    const { page, close } = await site.openPage('/parties/un_sc_sanctions-KPe.001');
    await page.getByText(/^Organization, listed by/).waitFor();
    await close();
  });

  it('says of a value which lists have it and where, in place', async () => {
    const { page, close } = await site.openPage(PARTY);
    const note = page.getByLabel('3 lists: where Birth date, 1966-05-07 is from');
    await note.click();
    const facts = page.getByRole('region', { name: 'What the lists say' });
    for (const list of [
      'OFAC Specially Designated Nationals',
      'UK Consolidated List',
      'Australian Consolidated',
    ])
      await facts.getByText(list).first().waitFor();
    await facts.getByText('record 41736, at us_ofac_sdn.jsonl:2').locator('visible=true').waitFor();
    expect(await facts.getByText('Slovakia', { exact: true }).count()).toBeGreaterThan(1);
    await close();
  });

  it('shows values in which the lists differ side by side', async () => {
    const { page, close } = await site.openPage(PARTY);
    await page.getByText('Hana Melichkova Street 3448/37, Bratislava, 84105, Slovakia').waitFor();
    await page.getByText('Hana Melichkova Street 3448/37, Bratislava, 8410, Slovakia').waitFor();
    await close();
  });

  it('tells the listings in the order of time', async () => {
    const { page, close } = await site.openPage(PARTY);
    const listed = page.getByRole('region', { name: 'Listed' });
    await listed.getByText('131 days after the first').waitFor();
    expect(await listed.locator('time').allTextContents()).toEqual([
      '2023-03-30',
      '2023-08-08',
      '2024-02-23',
    ]);
    await close();
  });

  it('gives the reason for which listings are held to be one party', async () => {
    const { page, close } = await site.openPage(PARTY);
    await page.getByText('both lists give the number BD3843329 (passportNumber)').waitFor();
    await close();
  });

  it('has the relations as a list too, and follows them by keyboard', async () => {
    const { page, close } = await site.openPage(PARTY);
    await page.getByText('The same as a list').focus();
    await page.keyboard.press('Enter');
    const relations = page.getByRole('region', { name: 'Connected with' });
    const links = relations.getByRole('link');
    expect(await links.allTextContents()).toContain('VERSOR S.R.O.');
    await relations.getByRole('link', { name: 'VERSOR S.R.O.' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'VERSOR S.R.O.' }).waitFor();
    await close();
  });

  it('shows who claims what, as what it counts, how it is graded, and leads to the report', async () => {
    const { page, close } = await site.openPage(PARTY);
    const claims = page.getByRole('region', { name: 'What reports say' });
    await claims.getByText('Official act').first().waitFor();
    await claims
      .getByText('“The Treasury put Mkrtychev on its list of blocked persons on Thursday”')
      .last()
      .waitFor();
    await claims.getByText('graded A1').first().click();
    await claims
      .getByText('Source A, completely reliable; information 1, confirmed by others.')
      .first()
      .waitFor();
    await claims.getByText('Grave:').first().waitFor();
    const report = claims.getByRole('link', { name: 'The Quayside Courier' }).last();
    expect(await report.getAttribute('href')).toMatch(/^\/reports\/art-[0-9a-f]{16}#art-/u);
    await close();
  });

  it('says that there is no such party, and what to do', async () => {
    const { page, close } = await site.openPage('/parties/us_ofac_sdn-0');
    await page.getByRole('alert').getByText('No listed party has the id "us_ofac_sdn-0".').waitFor();
    await expectAccessible(page);
    await close();
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage(PARTY, look);
    await page.getByText('graded A1').first().waitFor();
    await expectAccessible(page);
    await takePicture(page, 'party', look);
    await page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true");
    await expectAccessible(page);
    await close();
  });
});

const isWanting = !BROWSER || !existsSync(SDN);
const where = existsSync(SDN) ? WHERE_BROWSER : ' (left out: ../shared has no list of 28 December 2023)';
describe.skipIf(isWanting)(`the page of a party with 124 relations${where}`, () => {
  it('draws them, and names each in the list', async () => {
    const site = await TestSite.open({ lists: [SDN], readsExamples: false });
    try {
      const { page, close } = await site.openPage('/parties/us_ofac_sdn-25396');
      const relations = page.getByRole('region', { name: 'Connected with' });
      await relations.locator('canvas').first().waitFor();
      await relations.getByRole('button', { name: 'Closer' }).click();
      expect(await relations.getByRole('link').count()).toBe(124);
      await page.getByText('No report that was read speaks of this party.').waitFor();
      await expectAccessible(page);
      await close();
    } finally {
      await site.close();
    }
  });
});
