import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { TestCity } from '../support/city.ts';
import { runScheduled } from '../support/functions-clock.ts';
import { differencesIn } from '../support/money-books.ts';
import { outletLadder } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { origin, turnTo } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';

const auditor = 't-auditor-1';
const inTime = { timeout: 60_000 };
let city: TestCity;
let balanceAgain = async (): Promise<unknown> => undefined;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(async () => {
  await balanceAgain();
  expect(await differencesIn(city.firestore)).toEqual([]);
});
test.afterAll(() => city.close());

test('whoever audits is told of books that do not balance wherever they are, and once they do, of that (REF-8)', async ({ browser }) => {
  const accountNo = await newAccount(city, { openingFen: { cash: 3000 } });
  const page = await staffPhone(browser, auditor);
  await turnTo(page, '/books');
  await runScheduled('reconcileBooks');
  await page.getByRole('tab', { name: '每日核对' }).tap();
  await expect(page.getByText('账目平衡', { exact: true }).first()).toBeVisible(inTime);
  const alarm = page.getByRole('alert').filter({ hasText: '账目不平！' });
  await expect(alarm).toHaveCount(0);

  const account = city.firestore.doc(`accounts/${accountNo}`);
  balanceAgain = () => account.update({ 'balancesFen.cash': 3000 });
  await account.update({ 'balancesFen.cash': 3001 });
  await runScheduled('reconcileBooks');
  await expect(alarm).toContainText('发现 1 处差异', inTime);
  await expect(page.getByText('余额与凭证不符').locator('..')).toContainText('应为 ¥30.00 · 实为 ¥30.01');
  await page.getByRole('tab', { name: '对账单' }).tap();
  await expect(alarm, 'it stands above the other tab, too').toBeVisible();

  await balanceAgain();
  await runScheduled('reconcileBooks');
  await expect(alarm).toHaveCount(0, inTime);
  await putAway(page);
});

test('a statement leaves the product with its reason on record, and only for those who may see the books (RET-2)', async ({ browser }) => {
  const accountNo = await newAccount(city, { openingFen: { cash: 7700, rechargeCard: 50 } });
  const page = await staffPhone(browser, auditor);
  await page.goto(`${origin()}/books?account=${accountNo}`);
  await page.getByRole('button', { name: '导出 CSV' }).tap();
  const sheet = page.getByRole('dialog', { name: '导出对账单' });
  await sheet.getByRole('button', { name: '导出', exact: true }).tap();
  await expect(sheet.getByText('请写明导出原因。')).toBeVisible();
  await sheet.getByLabel('导出原因').fill('季度抽查。');
  const downloading = page.waitForEvent('download', inTime);
  await sheet.getByRole('button', { name: '导出', exact: true }).tap();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(new RegExp(`^对账单-${accountNo}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  expect(readFileSync(await download.path(), 'utf8')).toContain(`opening-${accountNo}-cash`);
  await expect(page.getByText('已导出，已留下记录。')).toBeVisible();
  const exported = await city.firestore.collection('exports').where('accountNo', '==', accountNo).get();
  expect(exported.docs.map((document) => document.data())).toMatchObject([{ byUid: auditor, reason: '季度抽查。' }]);

  const clerk = await staffPhone(browser, outletLadder.clerk);
  await clerk.goto(`${origin()}/books?account=${accountNo}`);
  await expect(clerk.getByText('您无权查看账目')).toBeVisible();
  await expect(clerk.getByText('¥77.00')).toHaveCount(0);
  await putAway(page, clerk);
});
