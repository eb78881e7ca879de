import { expect, type Locator, type Page, test } from '@playwright/test';
import type { TestCity } from '../support/city.ts';
import { refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { logIn, turnTo, unknownNumber } from '../support/phone.ts';
import { askedRefund, complaintToRefund, decidedRefund, openServedCity } from '../support/served-city.ts';
import { backdateSignIn, putAway } from '../support/staff-phone.ts';
import { filled, textsIn } from './screen-texts.ts';
import { checkScreen, pageIn } from './screen-check.ts';

const inTime = { timeout: 60_000 };
const fieldStaff = 't-qjp-field-1';
const outlet = { clerk: 't-ls-liancheng-clerk-1', manager: 't-ls-liancheng-manager-1' };
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterAll(() => city.close());

const texts = textsIn['zh-CN'];

test('asking for a refund can be done by everybody (REF-1, REF-5, REF-7)', async ({ browser }) => {
  test.setTimeout(300_000);
  const customerPhone = unknownNumber();
  const accountNo = await newAccount(city, { customerPhone });
  const { id } = await complaintToRefund(city, { recorderUid: outletLadder.clerk, phone: customerPhone });
  await askedRefund(city, id, outletLadder.clerk, { amountFen: 5_000 });
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, outletLadder.clerk);
  await turnTo(page, `/complaint/${id}`);
  await page.getByRole('link', { name: texts.refund.ofComplaint.ask }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'complaint with refund');
  await page.getByRole('link', { name: texts.refund.ofComplaint.ask }).tap();
  await expect(page.getByText(filled(texts.refund.related.title, { days: '30' }))).toBeVisible(inTime);
  await checkScreen(page, 'refund request empty');
  await page.getByRole('button', { name: texts.refund.request.send }).tap();
  await expect(page.getByText(filled(texts.refund.fault.missing, { field: texts.refund.request.amount }))).toBeVisible();
  await checkScreen(page, 'refund request errors');
  await page.getByRole('radio', { name: texts.refund.form.rechargeCard }).check();
  await checkScreen(page, 'refund request card');

  await page.getByLabel(texts.refund.calculation.method).selectOption('months');
  await page.getByLabel(texts.refund.calculation.monthlyFen).fill('30');
  await page.getByLabel(texts.refund.calculation.months_count, { exact: true }).fill('40');
  await page.getByRole('button', { name: filled(texts.refund.calculation.use, { amount: '1200.00' }) }).tap();
  await page.getByRole('radio', { name: texts.refund.form.balanceCredit }).check();
  await page.getByRole('radio', { name: accountNo }).check();
  await checkScreen(page, 'refund request filled');
  await page.getByLabel(texts.refund.request.reason, { exact: true }).fill('四十个月的功能费全部退还。');
  await page.getByRole('button', { name: texts.refund.request.send }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'refund request chain');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: texts.refund.request.send }).tap();
  await expect(page.getByText(texts.refund.request.offline)).toBeVisible();
  await checkScreen(page, 'refund request offline');
  await page.context().setOffline(false);
  await putAway(page);
});

test('deciding about refunds can be done by everybody (REF-2, REF-6)', async ({ browser }) => {
  test.setTimeout(300_000);
  const { id: complaintId } = await complaintToRefund(city, { recorderUid: outlet.clerk });
  const calculation = { method: 'months' as const, monthlyFen: 3_000, months: 20 };
  const id = await askedRefund(city, complaintId, outlet.clerk, { amountFen: 59_900, calculation });
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await backdateSignIn(page);
  await logIn(page, outlet.manager);
  await turnTo(page, '/approvals');
  await expect(page.getByRole('article').first()).toBeVisible(inTime);
  await checkScreen(page, 'approvals waiting');
  await turnTo(page, `/refund/${id}`);
  await expect(page.getByRole('region', { name: texts.refund.history })).toBeVisible(inTime);
  await checkScreen(page, 'refund');
  await page.getByRole('region', { name: texts.refund.chain.heading }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'refund middle');
  await page.getByRole('region', { name: texts.refund.history }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'refund end');

  await page.getByRole('button', { name: texts.refund.more }).tap();
  await checkScreen(page, 'refund more');
  await page.getByRole('button', { name: texts.refund.command.askMore }).tap();
  await checkScreen(page, 'refund ask more');
  await closeSheet(page);
  await page.getByRole('button', { name: texts.refund.command.refuse, exact: true }).tap();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: confirming(texts.refund.command.refuse) })
    .tap();
  await expect(page.getByRole('alert')).toBeVisible();
  await checkScreen(page, 'refund refuse');
  await closeSheet(page);
  await page.getByRole('button', { name: texts.refund.command.approve, exact: true }).tap();
  await checkScreen(page, 'refund approve');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: confirming(texts.refund.command.approve) })
    .tap();
  await page.getByRole('button', { name: texts.refund.password.confirm }).tap();
  await expect(page.getByText(texts.lock.missing)).toBeVisible();
  await checkScreen(page, 'refund password');
  await putAway(page);

  await decidedRefund(city, id, outlet.manager, { type: 'askMore', reason: '请补一张九月的账单。' });
  await answerScreens(await pageIn(browser, { serviceWorkers: 'block' }), id);
});

/** The requester is asked for more. */
async function answerScreens(page: Page, refundId: string): Promise<void> {
  await logIn(page, outlet.clerk);
  await turnTo(page, '/approvals');
  await expect(page.getByText(texts.approvals.empty.waiting.title)).toBeVisible(inTime);
  await checkScreen(page, 'approvals none');
  await page.getByRole('tab', { name: texts.approvals.mine }).tap();
  await expect(page.getByRole('article').first()).toBeVisible(inTime);
  await checkScreen(page, 'approvals mine');
  await turnTo(page, `/refund/${refundId}`);
  await expect(page.getByText('请补一张九月的账单。')).toBeVisible(inTime);
  await checkScreen(page, 'refund asked for more');
  await page.getByRole('button', { name: texts.refund.command.amend }).tap();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: confirming(texts.refund.command.amend) })
    .tap();
  await checkScreen(page, 'refund amend');
  await closeSheet(page);
  await putAway(page);
}

test('approving several and paying can be done by everybody (REF-3, REF-5)', async ({ browser }) => {
  test.setTimeout(300_000);
  const asked = async (amountFen: number): Promise<string> =>
    askedRefund(city, (await complaintToRefund(city, { recorderUid: fieldStaff })).id, fieldStaff, { amountFen });
  const [small, other] = await Promise.all([asked(5_000), asked(9_900), asked(20_000)]);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, outletLadder.head);
  await turnTo(page, '/approvals');
  await page.getByRole('button', { name: texts.approvals.select, exact: true }).tap();
  for (const id of [small, other]) await cardOf(page, id).getByRole('checkbox').check();
  await checkScreen(page, 'approvals selecting');
  await page.getByRole('button', { name: filled(texts.approvals.approveSelected_other, { count: '2' }) }).tap();
  await expect(page.getByRole('button', { name: texts.refund.outcome.dismiss })).toBeVisible(inTime);
  await checkScreen(page, 'approvals batch outcome');
  await putAway(page);

  expect(await refundOf(city, small)).toMatchObject({ state: 'approved' });
  const payer = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(payer, payers.clerk);
  await turnTo(payer, '/approvals');
  await expect(cardOf(payer, small)).toBeVisible(inTime);
  await checkScreen(payer, 'approvals to pay');
  await turnTo(payer, `/refund/${small}`);
  await payer.getByRole('button', { name: texts.refund.command.execute, exact: true }).tap();
  await checkScreen(payer, 'refund pay');
  const sheet = payer.getByRole('dialog', { name: texts.refund.command.execute });
  await sheet.getByRole('button', { name: texts.refund.command.execute, exact: true }).tap();
  await expect(sheet.getByText(texts.refund.cash.notSigned)).toBeVisible();
  await sheet.getByLabel(texts.refund.cash.payee).fill('王小明');
  await sheet.getByLabel(texts.refund.cash.voucherNo).fill(`V-${small.slice(0, 8)}`);
  await sheet.getByRole('checkbox', { name: texts.refund.cash.signed }).check();
  await sheet.getByRole('button', { name: texts.refund.command.execute, exact: true }).tap();
  await expect(payer.getByText(filled(texts.refund.outcome.applied, { command: texts.refund.command.execute }))).toBeVisible(inTime);
  await checkScreen(payer, 'refund paid');
  await turnTo(payer, `/refund/${small}/order`);
  await expect(payer.getByText(texts.refund.order.payer)).toBeVisible(inTime);
  await checkScreen(payer, 'refund order');
  await turnTo(payer, '/refund/no-such-refund-anywhere');
  await expect(payer.getByText(texts.refund.absent.title)).toBeVisible(inTime);
  await checkScreen(payer, 'refund absent');
  await putAway(payer);
});

function confirming(command: string): string {
  return filled(texts.refund.confirm, { command });
}

async function closeSheet(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: texts.shell.close, exact: true }).tap();
}

function cardOf(page: Page, refundId: string): Locator {
  return page.getByRole('article').filter({ has: page.locator(`a[href="/refund/${refundId}"]`) });
}
