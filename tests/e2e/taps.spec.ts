import { expect, type Locator, test } from '@playwright/test';
import { readCheckedCity } from '../../tools/seed.ts';
import { signIn } from '../support/phone.ts';
import { storedDocument } from '../support/stored-documents.ts';

const recorder = 't-qjp-huaihai-clerk-1';
const mostTaps = 12;

test('a plain complaint of a known customer is recorded in at most twelve taps, and the promise is there to be told (REC-1, REC-2)', async ({ browser }) => {
  const customer = readCheckedCity().customers.find(({ phone }) => phone === '13800001004');
  if (!customer) throw new Error('the city has lost its customer');
  const context = await browser.newContext();
  // Counts what fingers do, whoever moves them, and fields entered without one.
  await context.addInitScript(() => {
    const counted = globalThis as unknown as { taps: number };
    counted.taps = 0;
    let isTouched = false;
    addEventListener('pointerdown', () => void ((counted.taps += 1), (isTouched = true)), true);
    addEventListener('focusin', (event) => void (!isTouched && event.target instanceof HTMLInputElement && (counted.taps += 1)), true);
    addEventListener('click', () => void (isTouched = false), true);
  });
  const page = await context.newPage();
  await signIn(page, recorder);
  await page.evaluate(() => ((globalThis as unknown as { taps: number }).taps = 0));
  const type = async (field: Locator, text: string): Promise<void> => {
    await field.tap();
    await page.keyboard.insertText(text);
    await expect(field).toHaveValue(text);
  };

  await page.getByRole('link', { name: '登记' }).tap();
  await type(page.getByLabel('客户号码'), customer.phone);
  await expect(page.getByText('已带出客户资料')).toBeVisible();
  await type(page.getByLabel('客户姓名'), customer.name);
  await type(page.getByLabel('事情经过'), '账单上有一笔看不懂的费用，要求解释账单明细。');
  await page.getByRole('group', { name: '类别', exact: true }).getByRole('button').first().tap();
  await page.getByRole('group', { name: '客户诉求（可多选）' }).getByRole('button', { name: '要求解释' }).tap();
  const promise = await page.locator('.save-bar [role=status]').innerText();
  expect(promise, 'the promise can be told before saving').toMatch(/^可答应客户：\d+月\d+日 \d\d:\d\d 前答复$/);
  await page.getByRole('button', { name: '保存', exact: true }).tap();

  await expect(page.locator('.recorded-number')).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]$/);
  await expect(page.getByText(promise), 'and after it').toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '已送达' })).toBeVisible();
  const taps = await page.evaluate(() => (globalThis as unknown as { taps: number }).taps);
  expect(taps, 'seven things were tapped').toBeGreaterThanOrEqual(7);
  expect(taps).toBeLessThanOrEqual(mostTaps);

  const href = await page.locator('.recorded a').evaluate((button: HTMLElement & { href?: string }) => button.href ?? '');
  const stored = await storedDocument(`complaints/${href.split('/').at(-1)}`);
  expect(stored?.['homeRegion'], 'what was known came by itself').toBe(customer.homeRegion);
  expect(stored?.['tier']).toBe(customer.tier);
  await context.close();
});
