import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { Closure } from '@shouwen/domain/closure/closure';
import { nextTransferMs } from '../../app/src/features/closure/closure-phase.ts';
import type { TestCity } from '../support/city.ts';
import { restoreFunctionsClock, runScheduled, setFunctionsClock } from '../support/functions-clock.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, closureOf } from '../support/money-entries.ts';
import { outletLadder } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { turnTo, unknownNumber } from '../support/phone.ts';
import { closedAccount, openServedCity } from '../support/served-city.ts';
import { stripedPng } from '../support/png.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';

const inTime = { timeout: 60_000 };
const minuteMs = 60_000;
const transferDay = 6;
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(async () => {
  restoreFunctionsClock();
  expect(await differencesIn(city.firestore)).toEqual([]);
});
test.afterAll(() => city.close());

test('an account closes at once, its owner sees what becomes of each balance, and on the 6th it moves in one piece (CLO-1, CLO-2, CLO-4)', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const customerPhone = unknownNumber();
  const accountNo = await newAccount(city, { customerPhone, kind: 'goTone', openingFen: { cash: 4500, rechargeCard: 1000, promotional: 300 } });
  const targetAccountNo = await newAccount(city, { customerPhone, phone: unknownNumber(), openingFen: { cash: 1000 } });
  const page = await staffPhone(browser, outletLadder.clerk);
  await turnTo(page, '/closures');
  await page.getByRole('button', { name: '办理销户' }).tap();
  await choose(page.getByRole('region', { name: '要销户的账户' }), customerPhone, accountNo);
  await page.getByRole('radio', { name: '客户要求' }).check();
  await expect(page.getByText('转入客户的另一个账户').locator('..'), 'the policy recommends it').toContainText('推荐');
  await expect(page.getByRole('radio', { name: '转入客户的另一个账户' })).toBeChecked();
  await choose(page.getByRole('region', { name: '转入账户（可以以后指定）' }), customerPhone, targetAccountNo);
  await page.getByRole('button', { name: '确认销户' }).tap();
  await expect(page.getByText('客户要求销户，必须核验本人证件。')).toBeVisible();
  await page.getByRole('checkbox', { name: '客户本人到场，有效证件已核验' }).check();

  const plan = page.getByRole('region', { name: '余额去向' });
  await expect(plan.getByRole('listitem')).toHaveText([
    /现金余额\s*转入\s*¥45\.00\s*依据 CLO-2/,
    /充值卡余额\s*转入\s*¥10\.00\s*依据 CLO-2/,
    /赠送余额\s*作废\s*¥3\.00\s*依据 CLO-2/,
  ]);
  await expect(page.getByText('要营业厅主任确认，并附客户证件的照片和号码：有余额作废。')).toBeVisible();
  await page.getByRole('button', { name: '确认销户' }).tap();
  expect((await accountOf(city, accountNo)).state, 'nothing happens before the last word').toBe('open');
  await page.getByRole('dialog').getByRole('button', { name: '销户', exact: true }).tap();
  await expect(page).toHaveURL(/\/closure\/(?!new$)[\w-]+$/, inTime);
  const id = page.url().split('/').at(-1) ?? '';
  await expect.poll(async () => (await closureOf(city, id)).state, inTime).toBe('awaitingConfirmation');
  expect((await accountOf(city, accountNo)).state, 'one person’s word lets nothing lapse').toBe('open');
  await filePaper(page);
  await expect.poll(async () => (await closureOf(city, id)).evidence?.paperMasked, inTime).toBe('idCard ****1234');
  await expect(page.getByRole('button', { name: '确认销户' }), 'whoever asked does not say the second word').toHaveCount(0);
  await confirmAsManager(browser, id);
  await expect.poll(async () => (await closureOf(city, id)).state, inTime).toBe('waiting');
  const transferAtMs = transferMomentOf(await closureOf(city, id));
  const [year, month, day] = dayOf(transferAtMs).split('-').map(Number);
  await expect(page.getByText(`账户已销户，余额已冻结，${year}年${month}月${day}日 00:00结转。`)).toBeVisible();
  const untouched = { cash: 4500, rechargeCard: 1000, promotional: 300 };
  expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', balancesFen: untouched });

  await expectInNextTransfers(page, id, transferAtMs);
  await turnTo(page, `/closure/${id}`);

  setFunctionsClock(transferAtMs - minuteMs);
  await runScheduled('sweep');
  expect((await closureOf(city, id)).state, 'a minute earlier nothing moves').toBe('waiting');
  expect((await accountOf(city, accountNo)).balancesFen).toEqual(untouched);

  setFunctionsClock(transferAtMs);
  await runScheduled('sweep');
  await expect(page.getByText('已结清', { exact: true })).toBeVisible(inTime);
  const lines = page.getByRole('region', { name: '余额去向' }).getByRole('listitem');
  for (const [index, bucket] of ['cash', 'rechargeCard', 'promotional'].entries()) {
    await expect(lines.nth(index)).toContainText(`凭证号 closure-${id}-${bucket}`);
    await expect(lines.nth(index)).toContainText('已入账');
  }
  const settled = async () => ({ left: (await accountOf(city, accountNo)).balancesFen, target: (await accountOf(city, targetAccountNo)).balancesFen });
  const expected = { left: { cash: 0, rechargeCard: 0, promotional: 0 }, target: { cash: 5500, rechargeCard: 1000, promotional: 0 } };
  expect(await settled()).toEqual(expected);
  await runScheduled('sweep');
  expect(await settled(), 'another run changes nothing').toEqual(expected);
  await putAway(page);
});

test('what has no target on the 6th is held with its reason, and moves once the customer has named one in person (CLO-3)', async ({ browser }) => {
  test.setTimeout(180_000);
  const customerPhone = unknownNumber();
  const accountNo = await newAccount(city, { customerPhone, openingFen: { cash: 2600 } });
  const targetAccountNo = await newAccount(city, { customerPhone, phone: unknownNumber(), openingFen: { cash: 0 } });
  const id = await closedAccount(city, { accountNo }, outletLadder.clerk);
  setFunctionsClock(transferMomentOf(await closureOf(city, id)));
  await runScheduled('sweep');

  const page = await staffPhone(browser, outletLadder.clerk);
  await turnTo(page, '/closures');
  await page.getByRole('button', { name: /^待处理/ }).tap();
  const card = page.locator(`a[href="/closure/${id}"]`);
  await expect(card).toContainText('客户没有指定转入账户。请联系客户到营业厅指定。');
  await card.tap();
  await expect(page.getByText('已试 1 次')).toBeVisible();
  await page.getByRole('button', { name: '指定转入账户' }).tap();
  const sheet = page.getByRole('dialog', { name: '更改转入账户' });
  await choose(sheet.getByRole('region', { name: '转入账户' }), customerPhone, targetAccountNo);
  await sheet.getByRole('button', { name: '确认更改' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('更改转入账户，必须由客户本人持有效证件到场。');
  await sheet.getByRole('checkbox', { name: '客户本人到场，有效证件已核验' }).check();
  await sheet.getByRole('button', { name: '确认更改' }).tap();
  await expect.poll(async () => (await closureOf(city, id)).targetAccountNo, inTime).toBe(targetAccountNo);
  expect((await accountOf(city, targetAccountNo)).balancesFen.cash, 'it waits for the next run').toBe(0);

  await runScheduled('sweep');
  await expect(page.getByText('已结清', { exact: true })).toBeVisible(inTime);
  expect((await accountOf(city, targetAccountNo)).balancesFen.cash).toBe(2600);
  expect((await accountOf(city, accountNo)).balancesFen.cash).toBe(0);
  await putAway(page);
});

/** Finds a customer's accounts by their number and takes one of them. */
async function choose(finder: Locator, customerPhone: string, accountNo: string): Promise<void> {
  await finder.getByLabel('账号或客户号码').fill(customerPhone);
  await finder.getByRole('button', { name: '查找' }).tap();
  await finder.getByRole('button', { name: accountNo }).tap();
  await expect(finder.getByText(`账号 ${accountNo}`)).toBeVisible();
  await expect(finder.getByRole('button', { name: '更换' })).toBeVisible();
}

/** Files the customer's paper: kind, number and a photo, which shows stripes. */
async function filePaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交证件资料' }).tap();
  const sheet = page.getByRole('dialog', { name: '提交证件资料' });
  await sheet.getByLabel('证件号码').fill('320812 19900101 1234');
  await sheet.getByRole('button', { name: '提交', exact: true }).tap();
  await expect(sheet.getByText('照片和号码都要有。')).toBeVisible();
  await sheet.locator('input[type=file]').setInputFiles({ name: '证件.png', mimeType: 'image/png', buffer: stripedPng(320, 240) });
  await expect(sheet.getByText('照片已拍')).toBeVisible(inTime);
  await sheet.getByRole('button', { name: '提交', exact: true }).tap();
  await expect(sheet).toHaveCount(0, inTime);
}

/** The outlet's manager looks at the paper and says the second word, on a phone of their own. */
async function confirmAsManager(browser: Browser, id: string): Promise<void> {
  const page = await staffPhone(browser, outletLadder.manager);
  await turnTo(page, `/closure/${id}`);
  await page.getByRole('button', { name: '查看证件' }).tap();
  await expect(page.getByText('320812199001011234')).toBeVisible(inTime);
  await page.getByRole('button', { name: '确认销户' }).tap();
  await page.getByRole('dialog', { name: '确认销户' }).getByRole('button', { name: '确认销户' }).tap();
  await expect(page.getByText(/姚美玲已确认/)).toBeVisible(inTime);
  await putAway(page);
}

/** In the first days of a month the next transfer day is not yet the one of an account that closes now. */
async function expectInNextTransfers(page: Page, id: string, transferAtMs: number): Promise<void> {
  await turnTo(page, '/closures');
  await page.getByRole('tab', { name: '即将结转' }).tap();
  await page.getByRole('button', { name: /^下个结转日/ }).tap();
  const intro = page.getByText(/^系统到.*会做的事/);
  const again = page.getByRole('button', { name: '重试' });
  // A function that has not run for a while may take longer to wake up than the phone waits.
  const nothing = page.getByText('没有要做的事', { exact: true });
  await expect(intro.or(again).or(nothing)).toBeVisible(inTime);
  if (await again.isVisible()) await again.tap();
  await expect(intro.or(nothing)).toBeVisible(inTime);
  const card = page.locator(`a[href="/closure/${id}"]`);
  if (nextTransferMs(Date.now(), transferDay) < transferAtMs) return expect(card).toHaveCount(0);
  await expect(card).toContainText('结转余额');
  await expect(card).toContainText(/转入 ¥55\.00\s*退现金 ¥0\.00\s*作废 ¥3\.00/);
}

function transferMomentOf({ id, transferAtMs }: Closure): number {
  if (transferAtMs === null) throw new Error(`${id} has no transfer day.`);
  return transferAtMs;
}
