import { expect, type Page, test } from '@playwright/test';
import { dayMs, hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import type { TestCity } from '../support/city.ts';
import { restoreFunctionsClock, setFunctionsClock } from '../support/functions-clock.ts';
import { readAllComplaints } from '../support/many-complaints.ts';
import { logIn, origin, turnTo } from '../support/phone.ts';
import { recordAsClient, type Recorded } from '../support/recorder.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen, pageIn } from './screen-check.ts';
import { filled, textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const branchUnits = ['t-qjp', 't-qjp-huaihai', 't-qjp-shuidukou', 't-qjp-changjiang'];
/** Two days to reply, and a night before which the clock does not start. */
const overdueAfterMs = 60 * hourMs;
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(() => restoreFunctionsClock());
test.afterAll(() => city.close());

/** A complaint of the branch that was recorded so long ago, taken in. */
async function complaintFrom(agoMs: number): Promise<Recorded> {
  const recorded = await recordAsClient(city, { homeRegion: '320812', capturedAtMs: Date.now() - agoMs, receivedAtMs: Date.now() });
  await expect.poll(async () => (await city.firestore.doc(`complaints/${recorded.id}`).get()).get('state') as unknown, inTime).toBe('assigned');
  return recorded;
}

/** Whose reply is overdue at a moment, by looking at every complaint of the branch. */
async function overdueAt(atMs: number): Promise<string[]> {
  const complaints = await readAllComplaints(city);
  const open = complaints.filter(({ open, state, handlingUnitId }) => open && state !== 'answered' && branchUnits.includes(handlingUnitId ?? ''));
  return open.filter(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= atMs).map(({ number }) => number);
}

function overdueTile(page: Page) {
  return page.locator('.board-tile').filter({ hasText: textsIn['zh-CN'].board.question.overdue });
}

test('SLA-6: the board agrees with the worklist, and with the clock moved past due it counts what has run out and leads to it', async ({ browser }) => {
  test.setTimeout(300_000);
  const texts = textsIn['zh-CN'];
  const [late, fresh] = [await complaintFrom(overdueAfterMs), await complaintFrom(minuteMs)];
  const page = await staffPhone(browser, 't-qjp-head-1');
  await page.getByRole('tab', { name: texts.worklist.tabs.unit }).tap();
  await expect(page.locator('a.card', { hasText: late.recording.number }).locator('.time-overdue, .time-raised').first()).toBeVisible(inTime);

  await turnTo(page, '/board');
  const before = await overdueAt(Date.now());
  expect(before).toContain(late.recording.number);
  expect(before).not.toContain(fresh.recording.number);
  await expect(overdueTile(page).locator('strong')).toHaveText(String(before.length), inTime);

  const dueAtMs = ((await city.firestore.doc(`complaints/${fresh.id}`).get()).get('dueAt') as { toMillis(): number }).toMillis();
  setFunctionsClock(dueAtMs + minuteMs);
  const after = await overdueAt(dueAtMs + minuteMs);
  await page.getByRole('button', { name: texts.board.refresh }).tap();
  await expect(overdueTile(page).locator('strong')).toHaveText(String(after.length), inTime);
  await overdueTile(page).tap();
  await expect(page).toHaveURL(/\/board\/t-qjp\/overdue$/);
  const card = page.locator('.board-list a.card', { hasText: fresh.recording.number });
  await expect(card).toBeVisible(inTime);
  await expect(page.locator('.board-list a.card')).toHaveCount(Math.min(after.length, 50));
  await card.tap();
  await expect(page).toHaveURL(new RegExp(`/complaint/${fresh.id}$`));
  await putAway(page);
});

test('the charts come with the board alone: neither the first load nor another page asks for them', async ({ browser }) => {
  const asked: string[] = [];
  const page = await staffPhone(browser, 't-leader-1');
  page.on('request', (request) => void asked.push(request.url()));
  const charts = (): string[] => asked.filter((url) => /draw-units-chart/.test(url));
  await page.goto(`${origin()}/worklist`);
  await page.goto(`${origin()}/workbench`);
  await page.goto(`${origin()}/schedule`);
  await expect(page.locator('.panel').first()).toBeVisible(inTime);
  expect(charts()).toEqual([]);
  await page.goto(`${origin()}/board`);
  await expect(page.locator('canvas')).toBeVisible(inTime);
  await expect.poll(() => charts().length, inTime).toBe(1);
  await putAway(page);
});

const texts = textsIn['zh-CN'].board;

test('the board can be read by everybody, from the company down to a complaint', async ({ browser }) => {
  test.setTimeout(300_000);
  await complaintFrom(overdueAfterMs);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, 't-leader-1');
  await turnTo(page, '/workbench');
  await page.locator('a[href="/board"]').tap();
  await expect(page.locator('.board-tile')).toHaveCount(9, inTime);
  await expect(page.locator('canvas')).toBeVisible(inTime);
  await checkScreen(page, 'board company');
  await page.locator('.board-units').scrollIntoViewIfNeeded();
  await checkScreen(page, 'board company units');
  await page.locator('a.board-unit[href="/board/t-qjp"]').tap();
  await expect(page).toHaveURL(/\/board\/t-qjp$/);
  await expect(page.locator('a.board-tile[href="/board/t-qjp/overdue"]')).toBeVisible(inTime);
  await checkScreen(page, 'board branch');
  await page.goto(`${origin()}/board/t-qjp/overdue?unit=t-qjp`);
  await expect(page.locator('.board-list a.card').first()).toBeVisible(inTime);
  await checkScreen(page, 'board list');
  await page.goto(`${origin()}/board/t-qjp/overdue?unit=t-qjp-changjiang`);
  await expect(page.getByText(texts.list.empty.title)).toBeVisible(inTime);
  await checkScreen(page, 'board list empty');
  await page.goto(`${origin()}/board/p-city`);
  await expect(page.getByText(texts.noUnit.title)).toBeVisible(inTime);
  await checkScreen(page, 'board of another operator');
  await page.goto(`${origin()}/board/t-qjp`);
  await expect(page.locator('.board-tile').first()).toBeVisible(inTime);
  await page.route('**/api/openBoard', (route) => route.abort());
  await page.getByRole('button', { name: texts.refresh }).tap();
  await expect(page.locator('.notice')).toContainText(filled(texts.stale, { moment: '' }).slice(0, 4), inTime);
  await checkScreen(page, 'board not renewed');
  await putAway(page);
});

test('whoever directs nobody is told so', async ({ browser }) => {
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, 't-qjp-huaihai-clerk-1');
  await turnTo(page, '/board');
  await expect(page.getByText(texts.notYours.title)).toBeVisible(inTime);
  await checkScreen(page, 'board not yours');
  await putAway(page);
});

test('the dry run says what would be done, and why not (SLA-6)', async ({ browser }) => {
  test.setTimeout(300_000);
  const recorded = await complaintFrom(50 * hourMs);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, 't-leader-1');
  await turnTo(page, '/schedule');
  await page.getByRole('button', { name: texts.schedule.tomorrow, exact: true }).tap();
  await expect(page.locator('a.board-item', { hasText: recorded.recording.number }).first()).toBeVisible(inTime);
  await checkScreen(page, 'schedule tomorrow');
  await page.getByRole('button', { name: texts.schedule.typed, exact: true }).tap();
  await page.getByLabel(texts.schedule.moment, { exact: true }).fill('');
  await expect(page.getByText(texts.schedule.momentMissing)).toBeVisible();
  await checkScreen(page, 'schedule no moment');
  await page.getByLabel(texts.schedule.moment, { exact: true }).fill(new Date(Date.now() - 3650 * dayMs).toISOString().slice(0, 16));
  await expect(page.getByText(texts.schedule.empty.title)).toBeVisible(inTime);
  await checkScreen(page, 'schedule empty');
  await putAway(page);
  const clerk = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(clerk, 't-qjp-handler-1');
  await turnTo(clerk, '/schedule');
  await expect(clerk.getByText(texts.schedule.notYours.title)).toBeVisible(inTime);
  await checkScreen(clerk, 'schedule not yours');
  await putAway(clerk);
});
