import { type Browser, expect, type Page, test } from '@playwright/test';
import { refundNumber } from '@shouwen/domain/refund/refund';
import { demoPassword } from '../../tools/seed/create-logins.ts';
import type { TestCity } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { origin, save, tell, type Told, turnTo, unknownNumber } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { newScreen, phoneSignedInEarlier, putAway, staffPhone } from '../support/staff-phone.ts';

const inTime = { timeout: 60_000 };
const auditor = 't-auditor-1';
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterAll(() => city.close());

test('1,200 yuan go from the counter through four hands to the account, the customer is told, and the books balance (REF-1, REF-2, REF-3, REF-5, REF-8)', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const customer: Told = {
    phone: unknownNumber(),
    name: '龚满堂',
    what: '来电显示包月费收了四十个月,自己没有开通过,要求退费。',
    category: '套餐',
    ask: '退费',
    tier: '普通',
    region: '清江浦区',
  };
  const accountNo = await newAccount(city, { customerPhone: customer.phone });
  const clerk = await staffPhone(browser, outletLadder.clerk);
  const complaint = await recordComplaint(clerk, customer);
  await confirmCause(clerk, complaint.id);
  const refundId = await askForRefund(clerk, complaint.id, accountNo);
  expect(await refundOf(city, refundId)).toMatchObject({
    state: 'awaitingApproval',
    amountFen: 120_000,
    accountNo,
    approverUids: expect.arrayContaining([outletLadder.manager]),
  });

  for (const uid of [outletLadder.manager, outletLadder.head, outletLadder.leader]) await approveFromInbox(browser, uid, refundId);
  expect(await refundOf(city, refundId)).toMatchObject({ state: 'approved' });
  const customerPage = await openStatus(browser, complaint.id);
  await expect(refundLine(customerPage)).toContainText('已批准，待付款');
  expect((await accountOf(city, accountNo)).balancesFen.cash, 'nothing has moved before the clerk pays').toBe(10_000);

  await payFromInbox(browser, refundId);
  expect((await accountOf(city, accountNo)).balancesFen.cash).toBe(130_000);
  const shown = clerk.locator('.ion-page:not(.ion-page-hidden)');
  await expect(shown.getByText('已付款', { exact: true }).first(), "the requester's phone follows").toBeVisible();
  await customerPage.reload();
  await expect(refundLine(customerPage)).toContainText('已付款');
  await expect(refundLine(customerPage)).toContainText('¥1,200.00');

  await expectBalancedBooks(browser, complaint, accountNo);
  expect(await differencesIn(city.firestore)).toEqual([]);
  await putAway(clerk, customerPage);
});

async function recordComplaint(page: Page, customer: Told) {
  await turnTo(page, '/record');
  await tell(page, customer);
  const saved = await save(page);
  await expect.poll(async () => (await city.firestore.doc(`complaints/${saved.id}`).get()).get('state') as unknown, inTime).toBe('assigned');
  return saved;
}

/** REF-1: before the cause is confirmed, there is no way to ask. */
async function confirmCause(page: Page, complaintId: string): Promise<void> {
  await turnTo(page, `/complaint/${complaintId}`);
  await expect(page.getByRole('button', { name: '更多操作' })).toBeVisible();
  await expect(page.getByRole('link', { name: '申请退费' })).toHaveCount(0);
  await page.getByRole('button', { name: '更多操作' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '核实原因', exact: true }).tap();
  const sheet = page.getByRole('dialog', { name: '核实原因' });
  await sheet.getByLabel('核实的原因').fill('客户没有开通过来电显示,系统四十个月误收。');
  await sheet.getByLabel('证据（账单、记录、截图等）').fill('四十个月的账单,无开通记录。');
  await sheet.getByLabel('账单月份').fill('2026-10');
  await sheet.getByLabel('收费项目').fill('来电显示');
  await sheet.getByLabel('账单金额（元）').fill('30');
  await sheet.getByRole('button', { name: '提交', exact: true }).tap();
  await expect.poll(async () => (await city.firestore.doc(`complaints/${complaintId}`).get()).get('cause.byUid') as unknown, inTime).toBe(outletLadder.clerk);
}

/** The sum is worked out, the chain is shown before anything is sent, and the account is one of the customer's own. */
async function askForRefund(page: Page, complaintId: string, accountNo: string): Promise<string> {
  await page.getByRole('link', { name: '申请退费' }).tap();
  await expect(page).toHaveURL(new RegExp(`/complaint/${complaintId}/refund$`));
  await page.getByLabel('金额怎么来的').selectOption({ label: '按月：月费 × 月数' });
  await page.getByLabel('每月收费（元）').fill('30');
  await page.getByLabel('月数').fill('40');
  await expect(page.getByText('30.00 × 40 = 1200.00')).toBeVisible();
  await page.getByRole('button', { name: '采用 1200.00' }).tap();
  await page.getByRole('radio', { name: '退到账户余额' }).check();
  await page.getByRole('radio', { name: accountNo }).check();
  await page.getByLabel('申请理由').fill('客户没有开通过,四十个月的功能费全部退还。');
  const chain = page.getByRole('region', { name: '谁来批' }).getByRole('listitem');
  await expect(chain).toHaveText([/^您 ¥100\.00/, /^营业厅主任 ¥300\.00.*姚美玲/, /^单位负责人 ¥1,000\.00.*周卫民/, /^公司领导 不限额.*邵庆平/]);
  expect((await city.firestore.collection('refunds').where('complaintId', '==', complaintId).get()).size, 'nothing is sent while it is looked at').toBe(0);
  await page.getByRole('button', { name: '提交申请' }).tap();
  await expect(page).toHaveURL(/\/refund\/[\w-]+$/, inTime);
  return page.url().split('/').at(-1) ?? '';
}

/** Their sign-in is a quarter of an hour old, which is too old for more than 500 yuan: the password is asked for anew, and a wrong one decides nothing. */
async function approveFromInbox(browser: Browser, uid: string, refundId: string): Promise<void> {
  const page = await phoneSignedInEarlier(browser, uid);
  await turnTo(page, '/approvals');
  const card = page.getByRole('article').filter({ has: page.locator(`a[href="/refund/${refundId}"]`) });
  await expect(card).toContainText('¥1,200.00');
  await card.getByRole('button', { name: '同意 ¥1,200.00', exact: true }).tap();
  await page.getByRole('dialog', { name: '同意' }).getByRole('button', { name: '确定同意' }).tap();
  await confirmPassword(page);
  await expect(page.getByText('“同意”已生效。')).toBeVisible(inTime);
  await expect(card, 'what has been decided waits for this person no more').toHaveCount(0);
  expect((await refundOf(city, refundId)).steps.map(({ decidedByUid }) => decidedByUid)).toContain(uid);
  await putAway(page);
}

async function payFromInbox(browser: Browser, refundId: string): Promise<void> {
  const page = await phoneSignedInEarlier(browser, payers.clerk);
  await turnTo(page, '/approvals');
  await expect(page.getByRole('tab', { name: '待付款' })).toHaveAttribute('aria-selected', 'true');
  await page.locator(`a[href="/refund/${refundId}"]`).tap();
  await expect(page.getByText(`退费 ${refundNumber(refundId)}`)).toBeVisible();
  await page.getByRole('button', { name: '付款', exact: true }).tap();
  await page.getByRole('dialog', { name: '付款' }).getByRole('button', { name: '确定付款' }).tap();
  await confirmPassword(page);
  await expect(page.getByText('“付款”已生效。')).toBeVisible(inTime);
  await expect(page.getByRole('region', { name: '审批流程' })).toContainText('康玉梅 付款');
  await putAway(page);
}

async function confirmPassword(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog', { name: '请确认是您本人' });
  await sheet.getByLabel('密码').fill('wrong password');
  await sheet.getByRole('button', { name: '确认并继续' }).tap();
  await expect(sheet.getByText('密码不对，请再试一次。')).toBeVisible();
  await sheet.getByLabel('密码').fill(demoPassword);
  await sheet.getByRole('button', { name: '确认并继续' }).tap();
}

async function openStatus(browser: Browser, complaintId: string): Promise<Page> {
  const token = (await city.firestore.doc(`complaints/${complaintId}/private/contact`).get()).get('token') as string;
  const page = await newScreen(browser);
  await page.goto(`${origin()}/s#${token}`);
  return page;
}

function refundLine(page: Page) {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '退费', exact: true }) })
    .getByRole('listitem');
}

/** What the auditor sees of the complaint: one posting, as much on one side as on the other; and of the account: a balance that runs. */
async function expectBalancedBooks(browser: Browser, complaint: { id: string; number: string }, accountNo: string): Promise<void> {
  const page = await staffPhone(browser, auditor);
  await turnTo(page, '/books');
  await page.getByRole('group', { name: '按什么查' }).getByRole('button', { name: '投诉' }).tap();
  await page.getByRole('textbox', { name: '投诉编号' }).fill(complaint.number.toLowerCase());
  await page.getByRole('button', { name: '查看' }).tap();
  const statement = page.getByRole('region', { name: `投诉 ${complaint.number}` });
  await expect(statement.getByRole('article')).toHaveCount(1);
  await expect(statement.locator('.statement-sums')).toHaveText(/借方\s*¥1,200\.00\s*贷方\s*¥1,200\.00/);
  await page.goto(`${origin()}/books?account=${accountNo}`);
  const account = page.getByRole('region', { name: `账号 ${accountNo}` });
  await expect(account.getByRole('article').first()).toContainText('¥1,300.00');
  await putAway(page);
}
