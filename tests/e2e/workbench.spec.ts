import { expect, type Page, test } from '@playwright/test';
import { recordAsClient } from '../support/recorder.ts';
import type { TestCity } from '../support/city.ts';
import { firstPage, logIn, newPhone, origin, signIn } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen, pageIn } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const clerk = 't-qjp-huaihai-clerk-1';
let city: TestCity;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterAll(() => city.close());

function countOf(page: Page, id: string) {
  return page.locator(`.tile-${id} .tile-count`);
}

/** While one page slides over another both have their tab bar. */
async function openWorkbench(page: Page): Promise<void> {
  const bar = page.getByRole('navigation');
  await expect(bar).toHaveCount(1);
  await bar.getByRole('link', { name: /^(工作台|Workbench)$/ }).tap();
  await expect(page).toHaveURL(/\/workbench$/);
}

test('nobody’s workbench is empty, and each number has been counted (ORG-3)', async ({ browser }) => {
  test.setTimeout(300_000);
  const people = {
    't-qjp-head-1': 'overdue',
    't-auditor-1': 'books',
    't-spokesperson-1': 'openInUnit',
    't-editor-1': 'openInUnit',
    't-admin-1': 'policy',
    't-cc-refund-1': 'toPay',
    'p-cc-agent-1': 'pool',
  };
  for (const [uid, first] of Object.entries(people)) {
    const page = await pageIn(browser, { serviceWorkers: 'block' });
    await logIn(page, uid);
    await openWorkbench(page);
    await expect(countOf(page, first)).toHaveText(/\d/, inTime);
    await expect(page.locator('.tile-count').filter({ hasText: /[…–]/ })).toHaveCount(0, inTime);
    await checkScreen(page, `workbench ${uid}`);
    await putAway(page);
  }
});

test('a tile leads to the list that it counts, and back; the number is asked anew each time the page opens', async ({ browser }) => {
  const page = await staffPhone(browser, clerk);
  await openWorkbench(page);
  const received = countOf(page, 'received');
  await expect(received).toHaveText(/^\d+\+?$/, inTime);
  const before = Number.parseInt(await received.innerText(), 10);
  await page.locator('a.tile-received').tap();
  await expect(page.getByRole('tab', { name: textsIn['zh-CN'].worklist.tabs.received })).toHaveAttribute('aria-selected', 'true');
  await recordAsClient(city, { recorderUid: clerk });
  await openWorkbench(page);
  await expect(received).toHaveText(String(before + 1), inTime);

  await page.locator('a.tile-closures').tap();
  await expect(page).toHaveURL(/\/closures$/);
  await page.locator('.ion-page:not(.ion-page-hidden) ion-back-button').tap();
  await expect(page).toHaveURL(/\/workbench$/);
  await page.locator('a[href="/approvals?list=mine"]').tap();
  await expect(page.getByRole('tab', { name: /^我申请的/ })).toHaveAttribute('aria-selected', 'true');
  await putAway(page);
});

test('without a network the numbers are those seen last, with their time, and gone after signing out (RET-2)', async () => {
  const phone = newPhone();
  const texts = textsIn['zh-CN'];
  const online = await phone.open();
  const first = await firstPage(online);
  await signIn(first, clerk);
  await openWorkbench(first);
  await expect(countOf(first, 'received')).toHaveText(/\d/, inTime);
  const counted = await countOf(first, 'received').innerText();
  await online.close();

  const offline = await phone.open({ offline: true });
  const page = await firstPage(offline);
  await page.goto(`${origin()}/workbench`);
  await expect(page.getByText(texts.workbench.offline)).toBeVisible(inTime);
  await expect(countOf(page, 'received')).toHaveText(counted);
  await expect(page.locator('a.tile-received')).toContainText(/截至 \d+月\d+日/);
  await checkScreen(page, 'workbench offline');
  await page.goto(`${origin()}/me`);
  await page.getByRole('button', { name: texts.me.signOut.action }).tap();
  await page.getByRole('dialog').getByRole('button', { name: texts.me.signOut.action, exact: true }).tap();
  await expect(page).toHaveURL(/\/sign-in$/, inTime);
  expect(await page.evaluate(() => localStorage.getItem('shouwen.workbench'))).toBeNull();
  await offline.close();
  phone.throwAway();
});
