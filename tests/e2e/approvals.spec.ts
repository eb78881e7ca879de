import { expect, type Locator, type Page, test } from '@playwright/test';
import type { TestCity } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { refundOf } from '../support/money-entries.ts';
import { outletLadder } from '../support/money-people.ts';
import { turnTo } from '../support/phone.ts';
import { askedRefund, complaintToRefund, openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';

const inTime = { timeout: 60_000 };
/** Who decides for the manager of the outlet in Huaihai Road these days; the seed says so. */
const deputy = { uid: 't-qjp-shuidukou-manager-1', name: '向红霞' };
const fieldStaff = 't-qjp-field-1';
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(async () => {
  expect(await differencesIn(city.firestore)).toEqual([]);
});
test.afterAll(() => city.close());

test('of two who may decide one step the second is told who was faster, and the deputy stands in by name (REF-3, REF-6)', async ({ browser }) => {
  const refundId = await asked(20_000);
  const manager = await staffPhone(browser, outletLadder.manager);
  const standIn = await staffPhone(browser, deputy.uid);
  await Promise.all([manager, standIn].map((page) => turnTo(page, `/refund/${refundId}`)));

  const slow = await heldBack(manager);
  await approve(manager);
  await slow.isHeld;
  await approve(standIn);
  await expect(standIn.getByText('“同意”已生效。')).toBeVisible(inTime);
  await slow.letGo();
  await expect(manager.getByRole('alert')).toHaveText(/“同意”没有被接受。 ?向红霞 已经办过了。/, inTime);
  const chain = manager.getByRole('region', { name: '审批流程' });
  await expect(chain).toContainText(`${deputy.name}（代 姚美玲） 同意`);
  expect(await refundOf(city, refundId)).toMatchObject({ state: 'approved', steps: [{ decidedByUid: deputy.uid, forUid: outletLadder.manager }] });
  await putAway(manager, standIn);
});

test('a refusal needs its reason, and the requester reads it (REF-6)', async ({ browser }) => {
  const refundId = await asked(20_000);
  const manager = await staffPhone(browser, outletLadder.manager);
  await turnTo(manager, `/refund/${refundId}`);
  await manager.getByRole('region', { name: '经过' }).scrollIntoViewIfNeeded();
  await manager.getByRole('button', { name: '不同意', exact: true }).tap();
  const sheet = manager.getByRole('dialog', { name: '不同意' });
  await sheet.getByRole('button', { name: '确定不同意' }).tap();
  await expect(sheet.getByRole('alert')).toHaveText('请填写“理由”。');
  expect(await refundOf(city, refundId)).toMatchObject({ state: 'awaitingApproval' });
  await sheet.getByLabel('理由').fill('账单上没有这笔费用。');
  await sheet.getByRole('button', { name: '确定不同意' }).tap();
  await expect(manager.getByText('“不同意”已生效。'), 'wherever the page was scrolled to').toBeInViewport(inTime);

  const clerk = await staffPhone(browser, outletLadder.clerk);
  await turnTo(clerk, '/approvals');
  await clerk.getByRole('tab', { name: /我申请的/ }).tap();
  await expect(cardOf(clerk, refundId)).toContainText('未批准');
  await clerk.locator(`a[href="/refund/${refundId}"]`).tap();
  await expect(clerk.getByRole('region', { name: '不同意的理由' })).toContainText('账单上没有这笔费用。');
  await putAway(manager, clerk);
});

test('more is asked for and answered with the same amount: what was approved stays approved (REF-6)', async ({ browser }) => {
  const refundId = await asked(40_000);
  const [manager, head, clerk] = await Promise.all([outletLadder.manager, outletLadder.head, outletLadder.clerk].map((uid) => staffPhone(browser, uid)));
  if (!manager || !head || !clerk) throw new Error('A phone is missing.');
  for (const page of [manager, head, clerk]) await turnTo(page, `/refund/${refundId}`);
  await approve(manager);
  await expect(manager.getByText('“同意”已生效。')).toBeVisible(inTime);

  await head.getByRole('button', { name: '更多操作' }).tap();
  await head.getByRole('button', { name: '退回补充' }).tap();
  const question = head.getByRole('dialog', { name: '退回补充' });
  await question.getByLabel('要补充什么').fill('请补一张九月的账单。');
  await question.getByRole('button', { name: '确定退回补充' }).tap();
  await expect(head.getByText('“退回补充”已生效。')).toBeVisible(inTime);

  await expect(clerk.getByRole('region', { name: '审批人要求补充' }), "the requester's phone follows").toContainText('请补一张九月的账单。');
  await clerk.getByRole('button', { name: '补充或修改' }).tap();
  const reply = clerk.getByRole('dialog', { name: '补充或修改' });
  await expect(reply.getByLabel('退费金额（元）')).toHaveValue('400.00');
  await reply.getByLabel('补充说明').fill('九月账单已附在投诉里。');
  await reply.getByRole('button', { name: '确定补充或修改' }).tap();
  await expect(clerk.getByText('“补充或修改”已生效。')).toBeVisible(inTime);
  expect(await refundOf(city, refundId)).toMatchObject({
    state: 'awaitingApproval',
    steps: [{ state: 'approved', decidedByUid: outletLadder.manager }, { state: 'open' }],
  });

  await expect(head.getByRole('region', { name: '申请人答复' })).toContainText('九月账单已附在投诉里。');
  await approve(head);
  await expect.poll(async () => (await refundOf(city, refundId)).state, inTime).toBe('approved');
  await putAway(manager, head, clerk);
});

test('without a network nothing is sent and that is said; the same decision goes through when there is one again (REF-6, REF-8)', async ({ browser }) => {
  const refundId = await asked(20_000);
  const manager = await staffPhone(browser, outletLadder.manager);
  await turnTo(manager, '/approvals');
  const card = cardOf(manager, refundId);
  await expect(card).toBeVisible();
  await manager.context().setOffline(true);
  await card.getByRole('button', { name: '同意 ¥200.00', exact: true }).tap();
  await manager.getByRole('button', { name: '确定同意' }).tap();
  const alert = manager.getByRole('alert').filter({ hasText: '没有网络，“同意”没有送出。' });
  await expect(alert).toBeVisible(inTime);
  await expect(card, 'it still waits').toBeVisible();
  expect(await refundOf(city, refundId)).toMatchObject({ state: 'awaitingApproval', steps: [{ state: 'open' }] });

  await manager.context().setOffline(false);
  await alert.getByRole('button', { name: '再试一次' }).tap();
  await expect(manager.getByText('“同意”已生效。')).toBeVisible(inTime);
  expect(await refundOf(city, refundId)).toMatchObject({ state: 'approved' });
  const sent = await city.firestore.collection(`refunds/${refundId}/journal`).where('type', '==', 'approve').get();
  expect(sent.size, 'it was sent once').toBe(1);
  await putAway(manager);
});

test('small ones are approved together, each on record for itself; larger ones and own ones are not among them (REF-3, REF-6)', async ({ browser }) => {
  const { head } = outletLadder;
  // Field staff have no limit of their own, so that even little needs somebody's yes; of 1,500 yuan the head's own goes to the leader.
  const [first, second, larger, own] = await Promise.all([
    asked(5_000, fieldStaff),
    asked(10_000, fieldStaff),
    asked(10_001, fieldStaff),
    asked(150_000, head),
  ]);
  const page = await staffPhone(browser, head);
  await turnTo(page, '/approvals');
  await expect(cardOf(page, larger)).toBeVisible();
  await expect(cardOf(page, own), 'nobody is asked about their own').toHaveCount(0);
  await page.getByRole('button', { name: '批量审批', exact: true }).tap();
  await expect(cardOf(page, larger).getByRole('checkbox')).toHaveCount(0);
  await expect(cardOf(page, larger)).toContainText('需单独审批');
  for (const id of [first, second]) await cardOf(page, id).getByRole('checkbox').check();
  await expect(page.getByText('合计 ¥150.00')).toBeVisible();
  await page.getByRole('button', { name: '同意选中的 2 笔' }).tap();
  const outcomes = page.getByRole('status', { name: '批量审批结果' });
  for (const amount of ['¥50.00', '¥100.00']) await expect(outcomes.getByRole('listitem').filter({ hasText: amount })).toContainText('已同意', inTime);
  await expect(outcomes, 'wherever the list was scrolled to').toBeInViewport();
  for (const id of [first, second]) expect(await refundOf(city, id)).toMatchObject({ state: 'approved', steps: [{ decidedByUid: head }] });
  expect(await refundOf(city, larger)).toMatchObject({ state: 'awaitingApproval' });

  await page.getByRole('tab', { name: /我申请的/ }).tap();
  await expect(cardOf(page, own)).toContainText('待审批');
  await expect(cardOf(page, own).getByRole('button')).toHaveCount(0);
  await putAway(page);
});

/** A refund in cash of so many fen, for a customer of its own. @returns its id. */
async function asked(amountFen: number, uid: string = outletLadder.clerk): Promise<string> {
  const { id } = await complaintToRefund(city, { recorderUid: uid });
  return askedRefund(city, id, uid, { amountFen });
}

function cardOf(page: Page, refundId: string): Locator {
  return page.getByRole('article').filter({ has: page.locator(`a[href="/refund/${refundId}"]`) });
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: '同意', exact: true }).tap();
  await page.getByRole('dialog', { name: '同意' }).getByRole('button', { name: '确定同意' }).tap();
}

/** A slow network: the phone's next decision leaves it, but does not arrive before it is let go. */
async function heldBack(page: Page): Promise<{ isHeld: Promise<void>; letGo: () => Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  await page.route(
    /documents:commit/,
    async (route) => {
      held.resolve();
      await free.promise;
      await route.continue();
      done.resolve();
    },
    { times: 1 },
  );
  return {
    isHeld: held.promise,
    letGo: () => {
      free.resolve();
      return done.promise;
    },
  };
}
