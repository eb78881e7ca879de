import { expect, type Page, test } from '@playwright/test';
import { Timestamp } from 'firebase-admin/firestore';
import { origin, save, tell, unknownNumber } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const { complaint, particulars, recording } = textsIn['zh-CN'];
const clerk = 't-qjp-huaihai-clerk-1';

async function openForm(page: Page, what: string, category: string): Promise<void> {
  await page.goto(`${origin()}/record`);
  await tell(page, { phone: unknownNumber(), name: '赵长河', what, category, ask: '要求解释', tier: '普通', region: '清江浦区' });
}

test('Telecom Regulations 32: the place of a fault is asked, kept, and the time for mending follows from it', async ({ browser }) => {
  const city = openServedCity();
  const page = await staffPhone(browser, clerk);
  await openForm(page, '宽带断网，报修三天没有人来，网络中断。', '断网');
  await page.getByRole('button', { name: particulars.place.rural }).click();
  await checkScreen(page, 'record line fault');
  const { id } = await save(page);
  await expect.poll(async () => (await city.firestore.doc(`complaints/${id}`).get()).get('particulars.place') as unknown, inTime).toBe('rural');
  await page.goto(`${origin()}/complaint/${id}`);
  await expect(page.getByText('农村 72 小时')).toBeVisible(inTime);
  await page.getByRole('button', { name: complaint.more }).click();
  await page.getByRole('button', { name: complaint.command.noteParticulars }).click();
  await page.getByRole('button', { name: particulars.place.urban }).click();
  await page.getByRole('button', { name: complaint.form.submit }).click();
  await expect(page.getByText('城镇 48 小时')).toBeVisible(inTime);
  await expect.poll(async () => (await city.firestore.doc(`complaints/${id}`).get()).get('particulars.place') as unknown, inTime).toBe('urban');
  const clocks = (await city.firestore.doc(`complaints/${id}`).get()).get('clocks') as { startAtMs: number; dutyDueAtMs: number };
  expect(clocks.dutyDueAtMs - clocks.startAtMs).toBe(48 * 3_600_000);
  await city.firestore.doc(`complaints/${id}`).update({ 'clocks.dutyDueAtMs': Date.now() - 3_600_000, updatedAt: Timestamp.now() });
  await expect(page.getByText('请告知用户，并免收故障期间的月租费')).toBeVisible(inTime);
  await checkScreen(page, 'line fault over its time');
  await putAway(page);
  await city.close();
});

test('Telecom Regulations 33: bills half told are asked for, and one of more than five times the mean is told at once', async ({ browser }) => {
  const page = await staffPhone(browser, clerk);
  await openForm(page, '这个月话费突然两千多，账单异常高，平时一百不到。', '账单异常');
  for (const [name, amount] of [
    ['now', '2,088.60'],
    ['oneBefore', '88'],
    ['twoBefore', '９９.5'],
  ] as const)
    await page.getByLabel(particulars.bills.of[name], { exact: true }).fill(amount);
  await page.getByRole('button', { name: recording.save, exact: true }).click();
  await expect(page.getByText(particulars.bills.wrong)).toBeVisible();
  await page.getByLabel(particulars.bills.of.threeBefore, { exact: true }).fill('0');
  await checkScreen(page, 'record abnormal bill');
  const { id } = await save(page);
  await page.goto(`${origin()}/complaint/${id}`);
  await expect(page.getByText('必须立即告知用户，并查明原因')).toBeVisible(inTime);
  await checkScreen(page, 'abnormal bill');
  await putAway(page);
});
