import { expect, test } from '@playwright/test';
import { origin, turnTo, unknownNumber } from '../support/phone.ts';
import { recordAsClient, writeAsClient } from '../support/recorder.ts';
import { openServedCity } from '../support/served-city.ts';
import { newScreen, putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const { assist, board, complaint, link } = textsIn['zh-CN'];
const trace = `2026-11-03 18:20:05 已收寄,揽投员:李四,电话:13800138000
2026-11-04 01:30:00 离开淮安邮区中心局,下一站清江浦投递部
2026-11-04 07:40:12 到达清江浦投递部
2026-11-08 09:05:00 安排投递,投递员:张三,电话:0517-85912345
2026-11-08 11:20:00 已妥投`;

test('PST-2: the trace of an item says where it lay, its link is named with the unit that answers for it, and only then it is answered', async ({
  browser,
}) => {
  const city = openServedCity();
  const { id, contact } = await recordAsClient(city, { recorderUid: 'p-cc-agent-1', category: 'P01-03', phone: unknownNumber(), asks: ['explanation'] });
  const stored = (field: string) => async () => (await city.firestore.doc(`complaints/${id}`).get()).get(field) as unknown;
  await expect.poll(stored('state'), inTime).toBe('assigned');
  const handlerUid = String(await stored('handlerUid')());
  await writeAsClient(city, id, handlerUid, { type: 'accept' });
  await writeAsClient(city, id, handlerUid, { type: 'contactAttempt', result: 'reached', text: '已说明正在追查', nextSlotAtMs: null });
  const page = await staffPhone(browser, handlerUid);
  await turnTo(page, `/complaint/${id}`);
  await page.getByRole('button', { name: complaint.command.nameLink, exact: true }).tap();
  const sheet = page.getByRole('dialog', { name: complaint.command.nameLink });
  await sheet.getByLabel(link.trace.label).fill(trace);
  await expect(sheet.getByText(/停留了 97 小时/)).toBeVisible();
  await sheet.getByRole('button', { name: link.take }).tap();
  await expect(sheet.getByRole('radio', { name: link.of.deliver })).toBeChecked();
  await expect(sheet.getByLabel(link.cause.label)).toHaveValue('noCover');
  await sheet.getByRole('button', { name: complaint.form.submit, exact: true }).tap();
  await expect(sheet.getByText(link.unit.missing), 'what is missing is said in its place').toBeVisible();
  await checkScreen(page, 'responsible link form');
  await sheet.getByLabel(link.unit.label).selectOption({ label: '清江浦投递站' });
  await sheet.getByLabel(link.evidence.label).fill('投递部三天无人替班,班组长已承认。');
  await sheet.getByRole('button', { name: complaint.form.submit, exact: true }).tap();
  await expect.poll(stored('responsible.link'), inTime).toBe('deliver');
  await expect(page.getByRole('region', { name: link.heading })).toContainText('无人替班');
  await expect(page.locator('.timeline')).not.toContainText('13800138000');
  await checkScreen(page, 'responsible link named');
  await expect(page.getByRole('button', { name: complaint.command.answer, exact: true }), 'what comes next is the answer').toBeVisible();
  await page.getByRole('link', { name: assist.speedUp.title }).tap();
  await page.getByLabel(assist.speedUp.offices).fill('郑州邮区中心局\n南京邮区中心局\n清江浦投递站');
  await checkScreen(page, 'ask offices to hurry');
  await page.getByRole('button', { name: assist.speedUp.submit }).tap();
  await expect.poll(async () => ((await stored('assists')()) as unknown[] | undefined)?.length, inTime).toBe(3);
  const customer = await newScreen(browser);
  await customer.goto(`${origin()}/s#${contact.token}`);
  for (const office of ['郑州邮区中心局', '南京邮区中心局', '清江浦投递站']) await expect(customer.getByText(`已请${office}优先处理`)).toBeVisible(inTime);
  await putAway(page, customer);

  const head = await staffPhone(browser, 'p-qjp-head-1');
  await turnTo(head, '/board');
  const links = head.getByRole('region', { name: board.links.title });
  await expect(links).toContainText('清江浦投递站', inTime);
  await checkScreen(head, 'board of links');
  await links.getByRole('link').last().tap();
  await expect(head.locator(`a.card[href="/complaint/${id}"]`), 'the number leads to what it counts').toBeVisible(inTime);
  await putAway(head);
  await city.close();
});
