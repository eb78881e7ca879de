import { expect, type Page, test } from '@playwright/test';
import { deskTexts } from '../../app/src/status/i18n/desk-texts.ts';
import { intakeTexts } from '../../app/src/status/i18n/intake-texts.ts';
import { zhCN } from '../../app/src/status/i18n/zh-cn.ts';
import { origin, turnTo, unknownNumber } from '../support/phone.ts';
import { stripedPng } from '../support/png.ts';
import { openServedCity } from '../support/served-city.ts';
import { checkScreen } from './screen-check.ts';
import { newScreen, putAway, staffPhone } from '../support/staff-phone.ts';

const inTime = { timeout: 60_000 };
const texts = intakeTexts.zh;
const desk = deskTexts.zh;

/** Tabs on until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const label = (): Promise<string> =>
    page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return focused?.labels?.[0]?.textContent?.trim() ?? focused?.textContent?.trim() ?? '';
    });
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await label()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${name}.`);
}

test('REC-5: with the keyboard alone, without an account and with a line that breaks, a customer records; staff see it first and that nobody has verified its number', async ({
  browser,
}) => {
  const city = openServedCity();
  const page = await newScreen(browser);
  await page.goto(`${origin()}/c/telecom`);
  await expect(page.getByRole('heading', { name: texts.title })).toBeVisible(inTime);
  await tabTo(page, texts.submit);
  await page.keyboard.press('Enter');
  await expect(page.locator('#what'), 'what is missing is led to').toBeFocused();
  await checkScreen(page, 'intake missing');
  await page.keyboard.type('十月账单里多了一笔代收费三十五元，自己没有订过。');
  await tabTo(page, '资费计费');
  await page.keyboard.press('Space');
  await tabTo(page, zhCN.asks.refund);
  await page.keyboard.press('Space');
  await tabTo(page, texts.name.label);
  await page.keyboard.type('潘女士');
  await tabTo(page, texts.phone.label);
  await page.keyboard.type(unknownNumber().replace(/^(...)(....)/, '$1 $2 '));
  await page.locator('#photos').setInputFiles({ name: '账单.png', mimeType: 'image/png', buffer: stripedPng(640, 480) });
  await expect(page.getByRole('img', { name: texts.photos.named(1) })).toBeVisible();
  await checkScreen(page, 'intake filled in');

  await page.context().setOffline(true);
  await tabTo(page, texts.submit);
  await page.keyboard.press('Enter');
  await expect(page.getByText(texts.waiting)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { name: texts.done.title })).toBeVisible(inTime);
  await expect(page.getByText(texts.done.photosSent(1))).toBeVisible(inTime);
  await checkScreen(page, 'intake done');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key === 'shouwen.intake')), 'nothing of it stays on the device').toEqual([]);
  const number = await page.locator('.number strong').innerText();
  const { docs } = await city.firestore.collection('complaints').where('number', '==', number).get();
  const [found] = docs;
  if (!found) throw new Error('the complaint did not arrive');
  await page.getByRole('link', { name: texts.done.open }).click();
  await expect(page.getByText(number)).toBeVisible(inTime);
  await page.getByText(zhCN.desk).click();
  await page.getByText(desk.times.choices.evening).click();
  await page.getByRole('button', { name: desk.times.send }).click();
  await expect(page.getByText(desk.times.arrived)).toBeVisible(inTime);
  await expect(page.getByRole('link', { name: desk.calendar.save })).toHaveAttribute('href', /^data:text\/calendar/);
  await page.getByRole('button', { name: zhCN.largeType }).click();
  await checkScreen(page, 'status desk in large type');

  const owner = await staffPhone(browser, String(found.get('ownerUid')));
  await turnTo(owner, '/worklist');
  await owner.getByRole('tab', { name: /我登记的/ }).tap();
  const card = owner.locator('a.card').first();
  await expect(card, 'it stands first').toHaveAttribute('href', `/complaint/${found.id}`, inTime);
  await expect(card).toContainText('号码未核实');
  await turnTo(owner, `/complaint/${found.id}`);
  await expect(owner.locator('.timeline')).toContainText(desk.times.said([desk.times.choices.evening]), inTime);
  await owner.getByRole('button', { name: '查看照片', exact: true }).tap();
  await expect(owner.getByRole('button', { name: '查看照片 1' })).toBeVisible(inTime);
  await checkScreen(owner, 'complaint recorded by its customer');
  await putAway(page, owner);
  await city.close();
});
