import { expect, type Page, test } from '@playwright/test';
import { origin } from '../support/phone.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { textsIn } from './screen-texts.ts';

test('the worklist is asked anew by pulling it down at its top, and comes to rest again (REC-4)', async ({ browser }) => {
  const page = await staffPhone(browser, 't-qjp-head-1');
  await page.goto(`${origin()}/worklist`);
  await page.getByRole('tab', { name: textsIn['zh-CN'].worklist.tabs.unit }).tap();
  await expect(page.locator('.row-list a.card').first()).toBeVisible({ timeout: 60_000 });
  const refresher = page.locator('ion-refresher.hydrated');
  await expect(refresher).toBeAttached();
  const asked = refresher.evaluate((element) => new Promise((resolve) => element.addEventListener('ionRefresh', () => resolve('asked'), { once: true })));
  await pullDown(page);
  expect(await asked).toBe('asked');
  await expect(refresher).not.toHaveClass(/refresher-(active|refreshing|completing)/, { timeout: 30_000 });
  await putAway(page);
});

/** A finger that goes down the page, as only the browser's own protocol can move one. */
async function pullDown(page: Page): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const at = (y: number) => [{ x: 195, y }];
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(200) });
  for (let y = 220; y <= 520; y += 20) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(y) });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
