import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Complaint, PlannedStep } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { refusals } from '@shouwen/domain/kernel/refusals';
import { noticeManifest } from '@shouwen/domain/notice/notice-kind';
import { formatLocalMoment } from '../../app/src/platform/device/local-moment.ts';
import { en as statusInEnglish } from '../../app/src/status/i18n/en.ts';
import { zhCN as statusInChinese } from '../../app/src/status/i18n/zh-cn.ts';
import { formatMoment } from '../../app/src/status/moment.ts';
import type { TestCity } from '../support/city.ts';
import { restoreFunctionsClock, runScheduled, setFunctionsClock } from '../support/functions-clock.ts';
import { logIn, origin, turnTo, unknownNumber } from '../support/phone.ts';
import { setPhoneClock } from '../support/phone-clock.ts';
import { recordAsClient, type Recorded, writeAsClient } from '../support/recorder.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway } from '../support/staff-phone.ts';
import { checkScreen, type Look, looks, pageIn } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const clerk = 't-ls-liancheng-clerk-1';
const manager = 't-ls-liancheng-manager-1';
const head = 't-ls-head-1';
const hourMs = 3_600_000;
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(() => restoreFunctionsClock());
test.afterAll(() => city.close());

test('left alone, a complaint comes near, runs out and is raised, and card, page, inbox and the customer agree in both languages (SLA-6)', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { id, contact, recording } = await acceptedComplaint();
  const handlerUid = String((await complaintOf(id)).handlerUid);
  const views = await Promise.all(looks.map((look) => openFor(browser, handlerUid, [look])));
  for (const { page, texts } of views) {
    await expectCard(page, id, 'onTime');
    await turnTo(page, `/complaint/${id}`);
    const ahead = page.getByRole('region', { name: texts.clocks.heading }).locator('.steps-ahead');
    await expect(ahead, 'what comes next is said before it comes').toContainText(texts.clocks.telling.nearDue, inTime);
  }

  const stages = [
    { level: 1, timeliness: 'near', telling: 'nearDue', uid: handlerUid, look: looks[0] },
    { level: 2, timeliness: 'overdue', telling: 'overdue', uid: manager, look: looks[1] },
    { level: 3, timeliness: 'raised', telling: 'raised', uid: head, look: looks[0] },
  ] as const;
  for (const { level, timeliness, telling, uid, look } of stages) {
    const atMs = stepOf(await complaintOf(id), level).atMs + 60_000;
    setFunctionsClock(atMs);
    await runScheduled('sweep');
    expect(stepOf(await complaintOf(id), level).takenAtMs, `step ${level} was taken`).not.toBeNull();
    for (const view of views) {
      const { page, texts, check } = view;
      await turnTo(page, '/worklist');
      await setPhoneClock(page, atMs);
      await expectCard(page, id, timeliness);
      await check(page, `time ${timeliness} card`);
      await turnTo(page, `/complaint/${id}`);
      await expect(page.locator('.complaint-head .deadline')).toContainText(texts.clocks.timeliness[timeliness], inTime);
      await expect(page.locator('.timeline')).toContainText(texts.clocks.telling[telling], inTime);
      await page.getByRole('region', { name: texts.clocks.heading }).scrollIntoViewIfNeeded();
      await check(page, `time ${timeliness} clocks`);
      if (timeliness === 'overdue') await expectCustomerPage(browser, view, contact.token, await complaintOf(id), atMs);
    }
    await expectInbox(browser, look, uid, id, telling);
  }
  const { overdues } = await complaintOf(id);
  expect(
    overdues.map(({ clock }) => clock),
    'what ran out is a recorded fact',
  ).toContain('reply');
  expect(recording.number, 'and it is still the same complaint').toBe((await complaintOf(id)).number);
  await putAway(...views.map(({ page }) => page));
});

test('several at once come as one digest, which leads to the worklist with the most pressing on top (SLA-6)', async ({ browser }) => {
  test.setTimeout(240_000);
  const [first, second] = [await acceptedComplaint(), await acceptedComplaint()];
  const handlerUid = String((await complaintOf(first.id)).handlerUid);
  await handOverIfNeeded(second.id, handlerUid);
  const atMs = Math.max(...(await Promise.all([first, second].map(async ({ id }) => stepOf(await complaintOf(id), 1).atMs)))) + 60_000;
  setFunctionsClock(atMs);
  await runScheduled('sweep');
  const view = await openFor(browser, handlerUid);
  await turnTo(view.page, '/inbox');
  const digest = view.page
    .locator('.inbox-item')
    .filter({ hasText: /\d+ 件即将到期/ })
    .first();
  await expect(digest).toBeVisible(inTime);
  await view.check(view.page, 'time digest');
  await digest.tap();
  await expect(view.page).toHaveURL(/\/worklist$/);
  await putAway(view.page);
});

test('a handler agrees another time, corrects the record and escalates, seeing beforehand what follows (SLA-3, SLA-4, SLA-6)', async ({ browser }) => {
  test.setTimeout(240_000);
  const { id, contact } = await acceptedComplaint();
  const view = await openFor(browser, String((await complaintOf(id)).handlerUid));
  const { page, texts, check } = view;
  await turnTo(page, `/complaint/${id}`);
  const { clocks } = await complaintOf(id);
  const statutoryDueAtMs = clocks?.statutoryDueAtMs ?? 0;

  const agree = await openForm(view, 'agreeTime');
  const moment = agree.getByLabel(texts.complaint.form.agreedAtMs);
  await moment.fill(formatLocalMoment(statutoryDueAtMs + hourMs));
  await agree.getByLabel(texts.complaint.form.reason).fill('客户出差,下周才回。');
  await expect(agree.getByText(refusals.beyondStatutory.zh), 'the law’s time cannot be agreed away').toBeVisible();
  await check(page, 'time agree beyond');
  await agree.getByRole('button', { name: texts.complaint.form.submit, exact: true }).tap();
  await expect(agree.getByRole('button', { name: texts.complaint.form.submitAnyway })).toHaveCount(0);
  await moment.fill(`${formatLocalMoment(statutoryDueAtMs - 48 * hourMs).slice(0, 10)}T23:00`);
  await expect(agree.locator('.warning-text'), 'nobody is called at 23:00').toBeVisible();
  const agreedMoment = `${formatLocalMoment(statutoryDueAtMs - 48 * hourMs).slice(0, 10)}T10:00`;
  await moment.fill(agreedMoment);
  await expect(agree.locator('.warning-text')).toHaveCount(0);
  await expect(agree.locator('.foreseen')).toBeVisible();
  await check(page, 'time agree');
  await agree.getByRole('button', { name: texts.complaint.form.submit, exact: true }).tap();
  await expect.poll(async () => (await complaintOf(id)).agreedTime?.reason, inTime).toBe('客户出差,下周才回。');
  await expect(page.locator('.complaint-head .deadline')).toContainText(texts.clocks.timeliness.promised, inTime);
  await expectCustomerPage(browser, view, contact.token, await complaintOf(id), Date.now());

  const correct = await openForm(view, 'correct');
  await expect(correct.getByText(texts.clocks.foreseen.nothing)).toBeVisible();
  await correct.getByLabel(texts.complaint.form.need, { exact: true }).selectOption('crossProvince');
  await correct.getByLabel(texts.complaint.form.reason).fill('需外省核实。');
  await check(page, 'time correct');
  await correct.getByRole('button', { name: texts.complaint.form.submit, exact: true }).tap();
  await expect.poll(async () => (await complaintOf(id)).clocks?.rule, inTime).toBe('SLA-3');

  const escalate = await openForm(view, 'escalate');
  await escalate.getByLabel(texts.complaint.form.reason).fill('客户情绪激动。');
  await expect(escalate.locator('.foreseen'), 'whoever will be told is named beforehand').toContainText('仲伟');
  await check(page, 'time escalate');
  await escalate.getByRole('button', { name: texts.complaint.form.submit, exact: true }).tap();
  await expect.poll(async () => (await complaintOf(id)).escalationLevel, inTime).toBeGreaterThanOrEqual(2);
  await expect(page.locator('.timeline')).toContainText(texts.complaint.entry.correct, inTime);
  await check(page, 'time page after');

  await turnTo(page, '/worklist');
  await page.getByRole('button', { name: texts.worklist.promises }).tap();
  await expect(page).toHaveURL(/\/promises$/);
  await check(page, 'promises');
  const { dueAtMs } = await complaintOf(id);
  await chooseDay(page, texts.promises.after, dueAtMs ?? 0);
  await expect(page.locator('.promises-list').getByText((await complaintOf(id)).number)).toBeVisible(inTime);
  await check(page, 'promises of a day');
  await turnTo(page, `/complaint/${id}/work-order`);
  await page.getByRole('tab', { name: texts.workOrder.copy.internal }).tap();
  await expect(page.locator('.sheet-steps')).toContainText(texts.complaint.entry.agreeTime, inTime);
  await putAway(page);
});

interface View {
  page: Page;
  language: Look['language'];
  texts: (typeof textsIn)['zh-CN'];
  check: (page: Page, name: string) => Promise<void>;
}

/** A page in the first of the looks, whose screens are seen in all of them. */
async function openFor(browser: Browser, uid: string, seen: readonly [Look, ...Look[]] = looks): Promise<View> {
  const [look] = seen;
  const page = await pageIn(browser, { serviceWorkers: 'block' }, look);
  await logIn(page, uid);
  return { page, language: look.language, texts: textsIn[look.language], check: (on, name) => checkScreen(on, name, seen) };
}

/** Of the branch of Lianshui, whose handlers have little else, taken at its outlet. */
async function acceptedComplaint(): Promise<Recorded> {
  const recorded = await recordAsClient(city, { recorderUid: clerk, homeRegion: '320826', phone: unknownNumber() });
  await expect.poll(async () => (await complaintOf(recorded.id)).state, inTime).toBe('assigned');
  await writeAsClient(city, recorded.id, String((await complaintOf(recorded.id)).handlerUid), { type: 'accept' });
  await expect.poll(async () => (await complaintOf(recorded.id)).state, inTime).toBe('accepted');
  return recorded;
}

async function handOverIfNeeded(id: string, toUid: string): Promise<void> {
  const { handlerUid } = await complaintOf(id);
  if (handlerUid === toUid) return;
  await writeAsClient(city, id, head, { type: 'assign', toUid });
  await expect.poll(async () => (await complaintOf(id)).handlerUid, inTime).toBe(toUid);
}

async function complaintOf(id: string): Promise<Complaint> {
  return complaintFromStored(id, (await city.firestore.doc(`complaints/${id}`).get()).data() ?? {});
}

function stepOf({ clocks }: Complaint, level: number): PlannedStep {
  const step = clocks?.plan.find((candidate) => candidate.clock === 'reply' && candidate.level === level);
  if (!step) throw new Error(`the plan has no step ${level} of the reply clock`);
  return step;
}

async function expectCard(page: Page, id: string, timeliness: string): Promise<void> {
  await expect(page.locator(`a.card[href="/complaint/${id}"] .due`)).toHaveClass(new RegExp(`time-${timeliness}`), inTime);
}

/** Whoever was told finds it, by itself or in a digest, and is led to where it is. */
async function expectInbox(browser: Browser, look: Look, uid: string, complaintId: string, telling: 'nearDue' | 'overdue' | 'raised'): Promise<void> {
  const { page, texts, check } = await openFor(browser, uid, [look]);
  await turnTo(page, '/inbox');
  const counted = texts.clocks.counted[`${telling}_other`].replace('{{count}}', '');
  const item = page
    .locator('.inbox-item')
    .filter({ hasText: new RegExp(`${noticeManifest(telling).words[look.language === 'en' ? 'en' : 'zh']}|${counted.trim()}`) })
    .first();
  await expect(item).toBeVisible(inTime);
  await check(page, `time inbox ${telling}`);
  expect([`/complaint/${complaintId}`, '/worklist']).toContain(await item.getAttribute('href'));
  await putAway(page);
}

/** The customer's page works by its own clock, and says what is so at that moment. */
async function expectCustomerPage(browser: Browser, { language, check }: View, token: string, complaint: Complaint, atMs: number): Promise<void> {
  const context = await browser.newContext({ locale: language, colorScheme: language === 'en' ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.clock.setFixedTime(atMs);
  await page.goto(`${origin()}/s#${token}`);
  const [texts, spoken] = language === 'en' ? ([statusInEnglish, 'en'] as const) : ([statusInChinese, 'zh'] as const);
  const dueAtMs = complaint.dueAtMs ?? 0;
  const when = formatMoment(dueAtMs, spoken);
  const expected = atMs > dueAtMs ? texts.late(when) : complaint.agreedTime ? texts.agreed(when) : texts.promise(when);
  await expect(page.locator('.promise').first()).toHaveText(expected, inTime);
  await check(page, `time status ${atMs > dueAtMs ? 'late' : complaint.agreedTime ? 'agreed' : 'promised'}`);
  await context.close();
}

/** Opens the form of a command behind the other buttons. */
async function openForm({ page, texts }: View, command: 'agreeTime' | 'correct' | 'escalate') {
  const more = page.getByRole('button', { name: texts.complaint.more, exact: true });
  await expect(more).toBeVisible(inTime);
  await more.tap();
  const label = texts.complaint.command[command];
  await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).tap();
  return page.getByRole('dialog', { name: label });
}

async function chooseDay(page: Page, after: string, atMs: number): Promise<void> {
  const day = formatLocalMoment(atMs).slice(0, 10);
  if (day.slice(0, 7) !== formatLocalMoment(Date.now()).slice(0, 7)) await page.getByRole('button', { name: after }).tap();
  await page.locator(`[data-day="${day}"]`).tap();
}
