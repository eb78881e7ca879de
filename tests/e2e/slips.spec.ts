import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { Timestamp } from 'firebase-admin/firestore';
import type { TestCity } from '../support/city.ts';
import { origin, unknownNumber } from '../support/phone.ts';
import { jpeg } from '../support/photos.ts';
import { recordAsClient, type Recorded } from '../support/recorder.ts';
import { openServedCity } from '../support/served-city.ts';
import { staffPhone } from '../support/staff-phone.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const handler = 't-ls-handler-1';
const texts = textsIn['zh-CN'];
const yearOne = Timestamp.fromMillis(Date.parse('0001-01-01T00:00:00Z'));
let city: TestCity;
let recorded: Recorded;
let page: Page;

/** One complaint and one signed-in phone for all. */
test.beforeAll(async ({ browser }) => {
  city = openServedCity();
  recorded = await recordAsClient(city, { homeRegion: '320826', phone: unknownNumber() });
  await expect.poll(async () => (await complaint().get()).get('state') as unknown, inTime).toBe('assigned');
  page = await staffPhone(browser, handler);
});
test.afterAll(async () => {
  await page.context().close();
  await city.close();
});

const complaint = () => city.firestore.doc(`complaints/${recorded.id}`);

/** As it may have been stored before anybody looked at moments. */
async function plant(occurredAtMs: number): Promise<void> {
  const actor = { kind: 'staff', uid: 't-qjp-huaihai-clerk-1', name: null, unitId: null };
  const payload = { text: '无人可读', result: 'busy', nextSlotAtMs: Number.MAX_SAFE_INTEGER };
  await complaint()
    .collection('journal')
    .doc(randomUUID())
    .create({
      type: 'contactAttempt',
      payload,
      actor,
      after: null,
      capturedAt: yearOne,
      clockOffsetMs: 9e15,
      receivedAt: Timestamp.now(),
      outcome: 'refused',
      reason: { code: 'notYours' },
    });
  await complaint().update({ occurredAtMs, capturedAt: yearOne });
}

for (const occurredAtMs of [9e15, -9e15])
  test(`a complaint that holds ${occurredAtMs} and the year 1 opens on every page, which says what cannot be read and tells nothing of a refused entry but that`, async ({
    browser,
  }) => {
    await plant(occurredAtMs);
    await page.goto(`${origin()}/complaint/${recorded.id}`);
    const shown = page.locator('.complaint');
    await expect(shown.getByText('时间有误').first()).toBeVisible();
    await expect(shown.locator('.entry-refused').first()).toContainText(texts.complaint.command.contactAttempt);
    await expect(shown).not.toContainText('无人可读');
    await expect(shown.locator('.panel')).not.toHaveCount(0);
    await expect(page.getByText(texts.shell.brokenCard)).toHaveCount(0);

    await page.goto(`${origin()}/complaint/${recorded.id}/work-order`);
    await expect(page.locator('.sheet-a4')).toContainText(recorded.recording.number);
    await expect(page.locator('.sheet-clocks').first()).toContainText('时间有误');

    await page.goto(`${origin()}/worklist`);
    await expect(page.getByText(recorded.recording.number)).toBeVisible();

    const customer = await (await browser.newContext()).newPage();
    await customer.goto(`${origin()}/s#${recorded.contact.token}`);
    await expect(customer.getByText(recorded.recording.number)).toBeVisible();
    await customer.context().close();
  });

test('a year that nobody can mean is asked about, and the answer is taken in one tap', async () => {
  await page.goto(`${origin()}/complaint/${recorded.id}`);
  await page.getByRole('button', { name: texts.complaint.more }).tap();
  await page.getByRole('dialog').getByRole('button', { name: texts.complaint.command.contactAttempt, exact: true }).tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: '无人接听' }).check();
  const slot = sheet.locator('input[type="datetime-local"]');
  await slot.fill('0036-11-30T10:00');
  await sheet.getByRole('button', { name: texts.complaint.form.submit, exact: true }).tap();
  await expect(sheet.getByText('年份 0036 对吗？')).toBeVisible();
  await sheet.getByRole('button', { name: '改为 2036 年' }).tap();
  await expect(slot).toHaveValue('2036-11-30T10:00');
  await expect(sheet.getByText('年份 0036 对吗？')).toHaveCount(0);
});

test('photos are there a page at a time in the order in which they arrived, whatever their phones say', async () => {
  const bytes = jpeg();
  const batch = city.firestore.batch();
  for (let index = 0; index < 13; index += 1)
    batch.create(complaint().collection('attachments').doc(randomUUID()), {
      contentType: 'image/jpeg',
      bytes,
      byUid: 't-ls-head-1',
      capturedAt: Timestamp.fromMillis(Date.now() - index * 60_000),
      receivedAt: Timestamp.fromMillis(Date.now() + index * 1_000),
      check: 'passed',
    });
  await batch.commit();
  await page.goto(`${origin()}/complaint/${recorded.id}`);
  await page.getByRole('button', { name: texts.complaint.photos.look }).tap();
  const pictures = page.locator('.pictures li');
  await expect(pictures).toHaveCount(12);
  await page.getByRole('button', { name: texts.complaint.photos.next, exact: true }).tap();
  await expect(pictures).toHaveCount(13);
  await expect(page.getByRole('button', { name: texts.complaint.photos.next, exact: true })).toHaveCount(0);
});
