// The first page in a real browser: what a visitor sees, and how a person screens a party with it.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, expectAccessible, LOOKS, TestSite, takePicture, WHERE_BROWSER } from './support/browser.ts';

describe.skipIf(!BROWSER)(`the screen page${WHERE_BROWSER}`, () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await TestSite.open();
  });
  afterAll(async () => {
    await site?.close();
  });

  it('shows a visitor the broker of the reports, found under his misspelt name', async () => {
    const { page, close } = await site.openPage('/');
    const answer = page.getByRole('region', { name: 'Answer for Ashot Mkrtchyev' });
    await answer.getByText('Stop', { exact: true }).waitFor();
    await answer.getByRole('heading', { name: 'Ashot MKRTYCHEV' }).waitFor();
    await answer.getByText('very likely the same').waitFor();
    await answer.getByText('Reports do not fit together').waitFor();
    expect(await page.getByText('An example: on 30 March 2023').count()).toBe(1);
    await close();
  });

  it('screens a name by keyboard alone, keeps the question in the address, and comes back to it', async () => {
    const { page, close } = await site.openPage('/');
    await page.getByRole('heading', { name: 'Ashot MKRTYCHEV' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Мкртычев Ашот');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Answer for Мкртычев Ашот' }).waitFor();
    await page.getByText('Stop', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('name')).toBe('Мкртычев Ашот');
    await page.goBack();
    await page.getByRole('region', { name: 'Answer for Ashot Mkrtchyev' }).waitFor();
    await close();
  });

  it('asks with all that is known, and says what speaks against', async () => {
    const { page, close } = await site.openPage('/?name=Mkrtychev');
    await page.getByText('What speaks against').waitFor();
    await page.getByText('What else is known').click();
    await page.getByLabel('Passport or identity number').fill('BD3843329');
    await page.getByLabel('Date of birth').fill('1966');
    await page.getByRole('button', { name: 'Screen' }).click();
    await page.getByText('almost certainly the same').waitFor();
    expect(new URL(page.url()).searchParams.get('number')).toBe('BD3843329');
    await close();
  });

  it('says that nothing found is no clearance while lists are wanting', async () => {
    const { page, close } = await site.openPage('/?name=Jane+Doe');
    await page.getByText('Undetermined', { exact: true }).waitFor();
    await page.getByText('No listed party matches, but that is not a clearance').waitFor();
    await expectAccessible(page);
    await close();
  });

  it('tells which field is wrong, beside that field', async () => {
    const { page, close } = await site.openPage('/?name=Ashot&country=Narnia');
    const field = page.getByLabel('Nationality');
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('"Narnia" is no country that is known.').waitFor();
    expect(await page.getByRole('region', { name: /^Answer/ }).count()).toBe(0);
    await expectAccessible(page);
    await close();
  });

  it('asks the lists of an earlier day', async () => {
    const { page, close } = await site.openPage('/?name=Ashot+Mkrtychev&asOf=2020-01-01');
    await page.getByText('Lists asked, as they were on 2020-01-01').waitFor();
    await page.getByText('No listed party comes near enough to be shown.').waitFor();
    await close();
  });

  it('says so when the server is gone, and asks again when told', async () => {
    const { page, close } = await site.openPage('/');
    await page.getByRole('heading', { name: 'Ashot MKRTYCHEV' }).waitFor();
    await page.route('**/api/v1/screen', (route) => route.abort());
    await page.getByLabel('Name, in any script').fill('Igor Zimenkov');
    await page.getByRole('button', { name: 'Screen' }).click();
    await page.getByRole('alert').getByText('Interdict does not answer.').waitFor();
    await page.unroute('**/api/v1/screen');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Igor Vladimirovich ZIMENKOV' }).waitFor();
    await close();
  });

  it('shows text of others as text', async () => {
    const name = '<img src=x onerror=alert(1)> Mkrtychev';
    const { page, close } = await site.openPage(`/?${new URLSearchParams({ name })}`);
    await page.getByRole('region', { name: `Answer for ${name}` }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await close();
  });

  it('loads less than 200 kB, packed, before a visitor sees it', async () => {
    const { page, close } = await site.openPage('/healthz');
    const loaded: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (!response.url().includes('/api/')) loaded.push(response.body());
    });
    await page.goto(site.address);
    await page.getByText('Reports do not fit together').waitFor();
    const bodies = await Promise.all(loaded);
    const size = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(bodies.length).toBeGreaterThan(2);
    expect(size).toBeLessThan(200_000);
    await close();
  });

  it.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    const { page, close } = await site.openPage('/', look);
    await page.getByText('Reports do not fit together').waitFor();
    await expectAccessible(page);
    await takePicture(page, 'screen', look);
    await close();
  });
});
