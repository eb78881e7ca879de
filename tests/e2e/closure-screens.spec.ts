import { expect, type Locator, type Page, test } from '@playwright/test';
import type { TestCity } from '../support/city.ts';
import { restoreFunctionsClock, runScheduled, setFunctionsClock } from '../support/functions-clock.ts';
import { closureOf } from '../support/money-entries.ts';
import { outletLadder } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { logIn, turnTo, unknownNumber } from '../support/phone.ts';
import { closedAccount, openServedCity } from '../support/served-city.ts';
import { putAway } from '../support/staff-phone.ts';
import { textsIn } from './screen-texts.ts';
import { checkScreen, pageIn } from './screen-check.ts';

const inTime = { timeout: 60_000 };
/** Of a branch in which no account is closed here. */
const noCounter = 't-xy-handler-1';
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(() => restoreFunctionsClock());
test.afterAll(() => city.close());

const texts = textsIn['zh-CN'].closure;
const shell = textsIn['zh-CN'].shell;

test('closing an account can be done by everybody (CLO-1, CLO-2)', async ({ browser }) => {
  test.setTimeout(300_000);
  const customerPhone = unknownNumber();
  const accountNo = await newAccount(city, { customerPhone, kind: 'goTone', openingFen: { cash: 4500, rechargeCard: 1000, promotional: 300 } });
  const blockedNo = await newAccount(city, { customerPhone, phone: unknownNumber(), state: 'blocked' });
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, outletLadder.clerk);
  await turnTo(page, '/closure/new');
  const finder = page.getByRole('region', { name: texts.find.account, exact: true });
  await expect(finder).toBeVisible(inTime);
  await page.getByRole('button', { name: texts.form.submit }).tap();
  await expect(page.getByText(texts.form.missing.account)).toBeVisible();
  await checkScreen(page, 'closing empty');
  await search(finder, customerPhone);
  await expect(finder.getByText(texts.find.choose)).toBeVisible(inTime);
  await checkScreen(page, 'closing several accounts');
  await finder.getByRole('button', { name: accountNo }).tap();
  await page.getByRole('button', { name: texts.form.submit }).tap();
  await checkScreen(page, 'closing reason missing');
  await page.getByRole('radio', { name: texts.kind.asked }).check();
  await page.getByRole('checkbox', { name: texts.form.identityChecked }).check();
  await checkScreen(page, 'closing cash');
  await page.getByRole('region', { name: texts.plan.heading }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'closing plan');
  const target = page.getByRole('region', { name: texts.find.targetOptional });
  await search(target, customerPhone);
  await target.getByRole('button', { name: blockedNo }).tap();
  await expect(page.getByRole('alert')).toBeVisible();
  await checkScreen(page, 'closing impossible');
  await target.getByRole('button', { name: texts.find.change }).tap();
  await page.getByRole('radio', { name: texts.form.cashRefund }).check();
  await page.getByRole('region', { name: texts.plan.heading }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'closing plan cash');
  await page.getByRole('button', { name: texts.form.submit }).tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkScreen(page, 'closing confirm');
  await page.getByRole('dialog').getByRole('button', { name: shell.cancel }).tap();
  await page.reload();
  await expect(page.getByText(texts.form.kept)).toBeVisible(inTime);
  await checkScreen(page, 'closing kept');
  await putAway(page);
});

test('what becomes of a closed account can be seen by everybody (CLO-3, CLO-4)', async ({ browser }) => {
  test.setTimeout(300_000);
  const openingFen = { cash: 4500, rechargeCard: 1000, promotional: 300 };
  const targetAccountNo = await newAccount(city);
  const settled = await closedAccount(city, { accountNo: await newAccount(city, { openingFen }), targetAccountNo }, outletLadder.clerk);
  const held = await closedAccount(city, { accountNo: await newAccount(city, { openingFen }) }, outletLadder.clerk);
  setFunctionsClock((await closureOf(city, settled)).transferAtMs ?? 0);
  await runScheduled('sweep');
  restoreFunctionsClock();
  const waiting = await closedAccount(city, { accountNo: await newAccount(city, { openingFen }), targetAccountNo }, outletLadder.clerk);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, outletLadder.clerk);
  await listScreens(page, [waiting, held, settled]);
  for (const [id, name] of Object.entries({ [waiting]: 'waiting', [held]: 'held', [settled]: 'settled' })) {
    await turnTo(page, `/closure/${id}`);
    await expect(page.getByRole('region', { name: texts.timeline.heading })).toBeVisible(inTime);
    await checkScreen(page, `closure ${name}`);
    await page.getByRole('region', { name: texts.timeline.heading }).scrollIntoViewIfNeeded();
    await checkScreen(page, `closure ${name} end`);
  }
  await turnTo(page, `/closure/${held}`);
  await page.getByRole('button', { name: texts.change.name, exact: true }).tap();
  const sheet = page.getByRole('dialog', { name: texts.change.title });
  await sheet.getByRole('button', { name: texts.change.submit }).tap();
  await expect(sheet.getByText(texts.change.identityMissing)).toBeVisible();
  await checkScreen(page, 'closure target');
  await turnTo(page, '/closure/no-such-closure-anywhere');
  await expect(page.getByText(texts.absent.title)).toBeVisible(inTime);
  await checkScreen(page, 'closure absent');
  await putAway(page);
});

async function listScreens(page: Page, ids: readonly string[]): Promise<void> {
  await turnTo(page, '/closures');
  for (const [index, filter] of (['open', 'held', 'done'] as const).entries()) {
    await page.getByRole('button', { name: new RegExp(`^(✓ )?${texts.filter[filter]}`) }).tap();
    await expect(page.locator(`a[href="/closure/${ids[index]}"]`)).toBeVisible(inTime);
    await checkScreen(page, `closures ${filter}`);
  }
  await page.getByRole('tab', { name: texts.tabs.schedule }).tap();
  const again = page.getByRole('button', { name: shell.retry });
  const shown = page.getByRole('button', { name: texts.schedule.refresh }).or(page.getByText(texts.schedule.empty.title));
  await expect(shown.or(again)).toBeVisible(inTime);
  if (await again.isVisible()) await again.tap();
  await expect(shown).toBeVisible(inTime);
  await checkScreen(page, 'transfers tomorrow');
  await page.getByRole('button', { name: new RegExp(texts.schedule.next.split(/[{,]/)[0] ?? '') }).tap();
  await expect(shown).toBeVisible(inTime);
  await checkScreen(page, 'transfers next');
}

test('whoever closes no accounts is told so (ORG-3)', async ({ browser }) => {
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, noCounter);
  await turnTo(page, '/closures');
  await expect(page.getByText(texts.empty.open.title)).toBeVisible(inTime);
  await checkScreen(page, 'closures none');
  await page.getByRole('tab', { name: texts.tabs.schedule }).tap();
  await expect(page.getByText(texts.schedule.notAllowed.title)).toBeVisible(inTime);
  await checkScreen(page, 'transfers not yours');
  await turnTo(page, '/closure/new');
  await expect(page.getByText(texts.form.notYours.title)).toBeVisible(inTime);
  await checkScreen(page, 'closing not yours');
  await putAway(page);
});

async function search(finder: Locator, customerPhone: string): Promise<void> {
  await finder.getByLabel(texts.find.label).fill(customerPhone);
  await finder.getByRole('button', { name: texts.find.search, exact: true }).tap();
}
