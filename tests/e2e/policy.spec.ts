import { dayOf } from '@shouwen/domain/calendar/day';
import { Timestamp } from 'firebase-admin/firestore';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { caseComplaintId } from '../../tools/seed/record-cases.ts';
import type { TestCity } from '../support/city.ts';
import { logIn, turnTo } from '../support/phone.ts';
import { refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askedRefund, complaintToRefund, decidedRefund, openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen, inEnglish, pageIn } from './screen-check.ts';
import { filled, textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const administrator = 'p-admin-1';
const holidays = ['2027-01-01', '2027-02-06..2027-02-12', '2027-05-01', '2027-10-01'];
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(asBefore);
test.afterAll(() => city.close());

/** RET-2: who saw whose personal data. */
const records = ['contactCounts', 'lookupCounts', 'lookups', 'doubtfulReplies'];

/** The city is shared with other tests, which expect it as it was seeded. */
async function asBefore(): Promise<void> {
  await city.firestore.doc('policies/current').update({ post: 'post-2026.1', telecom: 'telecom-2026.1' });
  const made = await Promise.all([...records, 'policyChanges', 'changes'].map((name) => city.firestore.collection(name).get()));
  await Promise.all(
    [
      ...made.flatMap(({ docs }) => docs.map(({ ref }) => ref)),
      ...['policies/post-2026.2', 'policies/telecom-2026.2', 'calendar/2027'].map((path) => city.firestore.doc(path)),
    ].map((one) => one.delete()),
  );
}

const inForce = async () => (await city.firestore.doc('policies/current').get()).get('post') as unknown;

const texts = textsIn['zh-CN'].policy;
const changeTexts = textsIn['zh-CN'].changes;
const accessTexts = textsIn['zh-CN'].access;
const reason = '按半年评审调整';
const ordinary = '普通客户';
const ems = '特快专递';
const figure = (page: Page, name: string) => page.getByRole('button', { name });
const review = (count: number): string =>
  filled(count === 1 && 'action_one' in texts.review ? String(texts.review.action_one) : texts.review.action_other, { count: String(count) });
const set = async (page: Page, name: string, typed: string): Promise<void> => {
  await figure(page, name).tap();
  await page.getByRole('dialog').getByRole('textbox').fill(typed);
  await page.getByRole('dialog').getByRole('button', { name: texts.set, exact: true }).tap();
};

/** Says yes to the change that waits, on a phone of their own, from the workbench on. */
async function confirmWaiting(browser: Browser, uid: string, basedOn: string, isChecked = false): Promise<void> {
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, uid);
  await turnTo(page, '/workbench');
  await page.locator('a[href="/changes"]').tap();
  const card = page.getByRole('article', { name: filled(changeTexts.kind.policy, { version: basedOn }) });
  await expect(card.getByText(reason)).toBeVisible(inTime);
  if (isChecked) await checkScreen(page, 'changes waiting');
  await card.getByRole('button', { name: changeTexts.confirm, exact: true }).tap();
  // ADM-3: what it does to the work in hand is there before it is confirmed.
  const foreseen = isChecked ? new RegExp(changeTexts.foresight.label) : new RegExp(changeTexts.foresight.nothingOpen);
  await expect(page.getByRole('dialog').getByText(foreseen)).toBeVisible(inTime);
  if (isChecked) await checkScreen(page, 'changes confirm');
  await page.getByRole('dialog').getByRole('button', { name: changeTexts.confirm, exact: true }).tap();
  await expect(card).toHaveCount(0, inTime);
  await page.getByRole('tab', { name: changeTexts.tabs.all }).tap();
  await expect(page.getByText(changeTexts.state.applied).first()).toBeVisible(inTime);
  if (isChecked) await expect(page.getByText(changeTexts.effects.label).first()).toBeVisible();
  if (isChecked) await checkScreen(page, 'changes record');
  await putAway(page);
}

test('an administrator changes a figure within its bounds, sees what it would do, and publishes it with a reason; a second person confirms it (SLA-1, SLA-8, ADM-2)', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, administrator);
  await turnTo(page, '/workbench');
  await page.locator('a[href="/policy"]').tap();
  const ordinaryReply = filled(texts.figure.tiers.replyHours, { of: ordinary });
  const emsDays = filled(texts.figure.mailServices.statutory.days, { of: ems });
  await expect(figure(page, ordinaryReply)).toBeVisible(inTime);
  await checkScreen(page, 'policy figures');

  await set(page, emsDays, '8');
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('第二十九条')).toBeVisible();
  await inEnglish(page, () => expect(page.getByRole('dialog').getByText('article 29')).toBeVisible());
  await checkScreen(page, 'policy bound of the law');
  await page.getByRole('dialog').getByRole('textbox').fill('6');
  await page.getByRole('dialog').getByRole('button', { name: texts.set, exact: true }).tap();
  await set(page, ordinaryReply, '36');
  await expect(page.getByRole('button', { name: review(2) })).toBeVisible();
  await checkScreen(page, 'policy changed');

  await page.reload();
  await expect(page.getByRole('button', { name: review(2) })).toBeVisible(inTime);
  await page.getByRole('button', { name: review(2) }).tap();
  const sheet = page.getByRole('dialog', { name: texts.review.title });
  await expect(sheet.getByRole('region', { name: texts.effect.title })).toBeVisible(inTime);
  await sheet.getByRole('button', { name: texts.review.publish, exact: true }).tap();
  await expect(sheet.getByText(texts.review.reasonMissing)).toBeVisible();
  await checkScreen(page, 'policy review');
  expect(await inForce()).toBe('post-2026.1');
  await sheet.getByLabel(texts.review.reason).fill(reason);
  await sheet.getByRole('checkbox').check();
  await expect(sheet.getByText(texts.review.applied)).toBeVisible();
  await sheet.getByRole('button', { name: texts.review.publish, exact: true }).tap();
  // ADM-2: what is to hold for open complaints waits for a second person.
  await expect(page.getByText(texts.published.waits)).toBeVisible(inTime);
  expect(await inForce()).toBe('post-2026.1');
  await expect(page.getByRole('button', { name: review(2) })).toBeHidden();
  await checkScreen(page, 'policy waits');
  await confirmWaiting(browser, 'p-admin-2', 'post-2026.1', true);
  expect(await inForce()).toBe('post-2026.2');
  await page.reload();
  await expect(page.getByText(filled(texts.inForce, { version: 'post-2026.2' }))).toBeVisible(inTime);

  await page.getByRole('tab', { name: texts.tabs.history }).tap();
  const entry = page.getByRole('article', { name: 'post-2026.2' });
  await expect(entry.getByText(reason)).toBeVisible(inTime);
  await expect(entry.getByText(ordinaryReply)).toBeVisible();
  await checkScreen(page, 'policy history');
  await putAway(page);
});

test('a clerk’s limit is raised while a refund waits: the manager’s no counts, and what was approved before is paid at the first try (REF-2, REF-6)', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const complaint = await complaintToRefund(city, { recorderUid: outletLadder.clerk });
  const wish = { form: 'cash', amountFen: 14_000 } as const;
  const [waiting, approved] = [
    await askedRefund(city, complaint.id, outletLadder.clerk, wish),
    await askedRefund(city, complaint.id, outletLadder.clerk, wish),
  ];
  await decidedRefund(city, approved, outletLadder.manager, { type: 'approve', isBatch: false });
  const manager = await staffPhone(browser, outletLadder.manager);
  await turnTo(manager, `/refund/${waiting}`);
  await manager.getByRole('button', { name: '不同意', exact: true }).tap(inTime);
  await manager.getByRole('dialog').getByRole('textbox').fill('与账单不符');

  const admin = await staffPhone(browser, 't-admin-1');
  await turnTo(admin, '/policy');
  const limit = filled(texts.figure.refunds.ladders.limitFen, { ladder: texts.ladder.outlet, roles: textsIn['zh-CN'].vocabulary.role.outletClerk });
  await expect(figure(admin, limit)).toBeVisible(inTime);
  await set(admin, limit, '150');
  await admin.getByRole('button', { name: review(1) }).tap();
  const sheet = admin.getByRole('dialog', { name: texts.review.title });
  await expect(sheet.getByText(texts.review.notApplied)).toBeVisible();
  await sheet.getByLabel(texts.review.reason).fill(reason);
  await sheet.getByRole('button', { name: texts.review.publish, exact: true }).tap(inTime);
  await expect(admin.getByText(texts.published.waits)).toBeVisible(inTime);
  await confirmWaiting(browser, outletLadder.leader, 'telecom-2026.1');
  expect((await city.firestore.doc('policies/current').get()).get('telecom')).toBe('telecom-2026.2');

  await manager.getByRole('dialog').getByRole('button', { name: '确定不同意' }).tap();
  await expect(manager.getByText('“不同意”已生效。')).toBeVisible(inTime);
  expect(await refundOf(city, waiting)).toMatchObject({ state: 'refused', packVersion: 'telecom-2026.1', refusal: { byUid: outletLadder.manager } });
  await decidedRefund(city, approved, payers.clerk, { type: 'execute' });
  expect(await refundOf(city, approved)).toMatchObject({ state: 'posted', packVersion: 'telecom-2026.1' });
  await putAway(manager, admin);
});

test('a year of the calendar is taken in once every day of it is right, and nothing typed is lost (SLA-3)', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, administrator);
  await turnTo(page, '/policy');
  await page.getByRole('tab', { name: texts.tabs.calendar }).tap();
  await page.getByLabel(texts.calendar.year, { exact: true }).fill('2027');
  await page.getByLabel(texts.calendar.holidays, { exact: true }).fill(holidays.join('\n'));
  await page.getByLabel(texts.calendar.makeUpWorkingDays, { exact: true }).fill('2027-02-17');
  await page.getByRole('button', { name: texts.calendar.submit, exact: true }).tap();
  await expect(page.getByText(filled(texts.calendar.problem.notOnAWeekend, { day: '2027-02-17' }))).toBeVisible();
  await checkScreen(page, 'policy calendar wrong day');
  await page.reload();
  await page.getByRole('tab', { name: texts.tabs.calendar }).tap(inTime);
  await expect(page.getByLabel(texts.calendar.year, { exact: true })).toHaveValue('2027');
  await page.getByLabel(texts.calendar.makeUpWorkingDays, { exact: true }).fill('2027-02-20');
  await page.getByRole('button', { name: texts.calendar.submit, exact: true }).tap();
  // ADM-2: days off let clocks of working days run longer, so a second person looks at them.
  await expect(page.getByText(filled(texts.calendar.waits, { year: '2027' }))).toBeVisible(inTime);
  await checkScreen(page, 'policy calendar waits');
  expect((await city.firestore.doc('calendar/2027').get()).exists).toBe(false);
  const second = await staffPhone(browser, 'p-admin-2');
  await turnTo(second, '/changes');
  const card = second.getByRole('article', { name: filled(changeTexts.kind.calendar, { year: '2027' }) });
  await card.getByRole('button', { name: changeTexts.confirm, exact: true }).tap(inTime);
  await second.getByRole('dialog').getByRole('button', { name: changeTexts.confirm, exact: true }).tap();
  await expect(card).toHaveCount(0, inTime);
  expect((await city.firestore.doc('calendar/2027').get()).data()).toMatchObject({ makeUpWorkingDays: ['2027-02-20'] });
  await turnTo(second, '/policy');
  await second.getByRole('tab', { name: texts.tabs.calendar }).tap(inTime);
  await expect(second.getByText('2027', { exact: true })).toBeVisible(inTime);
  await checkScreen(second, 'policy calendar imported');
  await putAway(page, second);
});

test('an auditor may look it up and change nothing, anybody else is told that it is not theirs', async ({ browser }) => {
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, 'p-auditor-1');
  await turnTo(page, '/policy');
  await expect(page.getByText(texts.readOnly)).toBeVisible(inTime);
  await expect(figure(page, filled(texts.figure.tiers.replyHours, { of: ordinary }))).toHaveCount(0);
  await expect(page.getByText(filled(texts.figure.tiers.replyHours, { of: ordinary }))).toBeVisible();
  await checkScreen(page, 'policy read only');
  await putAway(page);
  const record = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(record, 'p-auditor-1');
  await turnTo(record, '/changes');
  await expect(record.getByText(changeTexts.empty.waiting)).toBeVisible(inTime);
  await checkScreen(record, 'changes empty');
  await accessScreens(record);
  await putAway(record);
  const clerk = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(clerk, 'p-qjp-huaihai-clerk-1');
  await turnTo(clerk, '/policy');
  await expect(clerk.getByText(texts.notYours.title)).toBeVisible(inTime);
  await checkScreen(clerk, 'policy not yours');
  await turnTo(clerk, '/changes');
  await expect(clerk.getByText(changeTexts.notYours.title)).toBeVisible(inTime);
  await checkScreen(clerk, 'changes not yours');
  await putAway(clerk);
});

test('ADM-7: an auditor narrows the record to what one person did alone and takes it out with a reason; a head reads what is about their own people', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const clerk = city.staff('t-qjp-huaihai-clerk-1');
  const elsewhere = city.staff('t-ls-handler-1');
  const duty = { schemaVersion: 2, kind: 'duty', pack: 'telecom', reason: '', onDuty: false };
  const noted = { ...duty, proposedAtMs: Date.now(), needs: 'none', state: 'applied', verdict: null, expiresAt: null };
  const act = (person: typeof clerk, unitIds: string[], more: object) => ({
    ...noted,
    byUid: person.uid,
    byName: person.name,
    targetUid: person.uid,
    targetName: person.name,
    unitIds,
    ...more,
  });
  const byTwo = { verdict: { byUid: 't-admin-2', byName: '第二人', atMs: Date.now(), reason: '' } };
  await Promise.all([
    city.firestore.doc('changes/alone').set(act(clerk, ['t-qjp-huaihai', 't-qjp', 't-city'], {})),
    city.firestore.doc('changes/by-two').set(act(elsewhere, ['t-ls', 't-city'], byTwo)),
  ]);
  const card = (page: Page, { name }: typeof clerk) => page.getByRole('article', { name: filled(changeTexts.kind.duty, { name }) });
  const auditor = await staffPhone(browser, 't-auditor-1');
  await turnTo(auditor, '/changes');
  await auditor.getByRole('tab', { name: changeTexts.tabs.all }).tap(inTime);
  await expect(card(auditor, elsewhere)).toBeVisible(inTime);
  await auditor.getByLabel(changeTexts.filter.kind).selectOption('duty');
  await auditor.getByText(changeTexts.filter.alone).tap();
  await expect(card(auditor, elsewhere)).toHaveCount(0);
  await expect(card(auditor, clerk)).toBeVisible();
  await auditor.getByLabel(changeTexts.filter.person).selectOption(clerk.uid);
  await auditor.getByLabel(changeTexts.filter.unit).selectOption('t-qjp');
  await auditor.getByLabel(changeTexts.filter.month).selectOption({ index: 1 });
  await expect(card(auditor, clerk)).toBeVisible(inTime);
  await checkScreen(auditor, 'changes narrowed');
  await auditor.getByRole('button', { name: changeTexts.export.action }).tap();
  await auditor.getByRole('dialog').getByRole('textbox').fill('月度审计');
  const file = auditor.waitForEvent('download');
  await auditor.getByRole('dialog').getByRole('button', { name: textsIn['zh-CN'].books.export.submit, exact: true }).tap();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
  await expect(auditor.getByText(changeTexts.export.done)).toBeVisible(inTime);

  const head = await staffPhone(browser, 't-qjp-head-1');
  await turnTo(head, '/changes');
  await head.getByRole('tab', { name: changeTexts.tabs.all }).tap(inTime);
  await expect(card(head, clerk)).toBeVisible(inTime);
  await expect(card(head, elsewhere)).toHaveCount(0);
  await checkScreen(head, 'changes of a head');
  await putAway(auditor, head);
});

/** RET-2: who saw whose personal data, and what somebody of the staff could have said as the customer. */
async function accessScreens(page: Page): Promise<void> {
  const [pack, uid, unitId, at] = ['post', 'p-ha-handler-1', 'p-ha', Timestamp.now()] as const;
  const day = dayOf(at.toMillis());
  const complaintId = caseComplaintId('case-ems-draft');
  await turnTo(page, '/access');
  await expect(page.getByText(accessTexts.empty.replies)).toBeVisible(inTime);
  await Promise.all([
    city.firestore.doc(`contactCounts/${uid}_${day}`).set({ pack, uid, unitId, day, count: 120, at }),
    city.firestore.doc(`lookupCounts/${uid}_${day}`).set({ pack, uid, unitId, day, count: 3, at }),
    city.firestore
      .doc('lookups/by-phone')
      .set({ pack, uid, unitId, at, by: 'phone', contactKey: 'k1_x', phoneMasked: '138****0001', complaintId: null, accountNo: null, found: 2 }),
    city.firestore
      .doc('lookups/by-complaint')
      .set({ pack, uid, unitId, at, by: 'complaint', contactKey: null, phoneMasked: null, complaintId, accountNo: null, found: 0 }),
    city.firestore.doc(`doubtfulReplies/${complaintId}_customer-rate-1`).set({
      pack,
      complaintId,
      number: '7K3M9-QXW2C-4',
      type: 'rate',
      receivedAt: at,
      lookedUpAtMs: at.toMillis() - 120_000,
      openedBy: [{ uid, atMs: at.toMillis() - 600_000 }],
    }),
  ]);
  await expect(page.getByRole('link', { name: '7K3M9-QXW2C-4' })).toBeVisible(inTime);
  await checkScreen(page, 'access replies');
  await page.getByRole('tab', { name: accessTexts.tabs.days }).tap();
  await expect(page.getByText(accessTexts.much)).toBeVisible(inTime);
  await checkScreen(page, 'access days');
  await page.getByRole('tab', { name: accessTexts.tabs.lookups }).tap();
  await expect(page.getByText('138****0001')).toBeVisible(inTime);
  await checkScreen(page, 'access look-ups');
}
