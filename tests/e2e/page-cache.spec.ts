import { expect, type Page, test } from '@playwright/test';
import { firstPage, newPhone, origin, signIn, unknownNumber } from '../support/phone.ts';

const typed = '客户说上个月已经投诉过一次,没有人回电话。';

test('a form that is left for another page of this address is there on the way back with every word, in an app that works (REC-4)', async () => {
  const phone = newPhone();
  try {
    const context = await phone.open({ hasPageCache: true });
    const page = await firstPage(context);
    await signIn(page, 't-qjp-huaihai-clerk-1');
    await page.getByRole('link', { name: '登记', exact: true }).tap();
    await page.getByLabel('客户号码').fill(unknownNumber());
    await page.getByLabel('事情经过').fill(typed);
    // At once, before the moment that a draft otherwise waits for the next key.
    await leaveFor(page, `${origin()}/s`);
    const comingBack = page.waitForEvent('load');
    await page.evaluate(() => history.back());
    await comingBack;
    await expect(page).toHaveURL(/\/record/);
    await page.goto(`${origin()}/record`);
    await page.getByText('1 份未完成的登记').tap();
    await page.getByRole('button', { name: typed }).tap();
    await expect(page.locator('.ion-page:not(.ion-page-hidden) .recording').last().getByLabel('事情经过')).toHaveValue(typed);
    await page.goto(`${origin()}/worklist`);
    await page.getByRole('tab', { name: '我登记的' }).tap();
    await page.locator('.ion-page:not(.ion-page-hidden) .card').first().tap();
    await expect(page.locator('.complaint-head')).toBeVisible();
    await context.close();
  } finally {
    phone.throwAway();
  }
});

/** By a link of the page itself, as a typed address or a link in a chat leads away. */
async function leaveFor(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), url);
  await page.waitForURL(url);
}
