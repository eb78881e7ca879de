import { expect, test } from '@playwright/test';
import { newMessage } from '@shouwen/domain/outreach/messages-of';
import { type Message, messagePath } from '@shouwen/domain/outreach/message';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { Timestamp } from 'firebase-admin/firestore';
import { storedMessage } from '../../functions/src/outreach/message-writes.ts';
import { zhCN } from '../../app/src/status/i18n/zh-cn.ts';
import { optOutTexts } from '../../app/src/status/opt-out/opt-out-texts.ts';
import { origin, turnTo, unknownNumber } from '../support/phone.ts';
import { recordAsClient, writeAsClient } from '../support/recorder.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen, pageIn } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const { complaint: words, messages } = textsIn['zh-CN'];

test('TEL-1, TEL-5: how a customer is told stands on the complaint, in the list of who does not know, and at the centre', async ({ browser }) => {
  const city = openServedCity();
  const { id, contact } = await recordAsClient(city, { phone: unknownNumber(), asks: ['explanation'] });
  const path = `complaints/${id}`;
  const stored = (field: string) => async () => (await city.firestore.doc(path).get()).get(field) as unknown;
  await expect.poll(stored('state'), inTime).toBe('assigned');
  const handlerUid = String(await stored('handlerUid')());
  await writeAsClient(city, id, handlerUid, { type: 'accept' });
  await writeAsClient(city, id, handlerUid, { type: 'answer', text: '已说明。', checklist: [{ ask: 'explanation', result: 'met' }] });
  await expect.poll(stored('state'), inTime).toBe('answered');

  const page = await staffPhone(browser, handlerUid);
  await turnTo(page, `/complaint/${id}`);
  const card = page.getByRole('region', { name: messages.heading });
  await expect(card, 'where nobody is told by message, staff give the link').toContainText(messages.none);
  await card.getByRole('button', { name: messages.link }).tap();
  await expect(page.getByRole('dialog').getByRole('button', { name: words.contact.copy })).toBeVisible(inTime);
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: messages.optOut.ask }).tap();
  await expect(card).toContainText(messages.optOut.notSetUp, inTime);

  const complaint = complaintFromStored(id, (await city.firestore.doc(path).get()).data() ?? {});
  const pack = city.told.packs.find((one) => one.id === complaint.pack);
  if (!pack?.outreach) throw new Error('the pack says nothing of messages');
  const { outreach } = pack;
  const put = async (kind: Message['kind'], change: Partial<Message>) => {
    const message = { ...newMessage({ kind, mark: '0', causeAtMs: Date.now() }, complaint, pack, outreach, Date.now()), nextDueAtMs: null, ...change };
    await city.firestore.doc(messagePath(message)).set(storedMessage({ timestamp: (atMs) => Timestamp.fromMillis(atMs) }, message));
  };
  await put('recorded', { state: 'delivered', deliveredAtMs: Date.now(), createdAtMs: Date.now() - 60_000 });
  await put('answered', { state: 'failed', code: 'absent' });
  await city.firestore.doc(`outreachLetters/${id}`).set({
    pack: complaint.pack,
    meaning: 'unclear',
    text: '什么时候答复我',
    fromMasked: complaint.contactMasked.phone,
    receivedAt: Timestamp.now(),
  });
  await expect(card).toContainText('发送失败（absent）', inTime);
  await expect(card).toContainText(complaint.contactMasked.phone);
  await card.scrollIntoViewIfNeeded();
  await checkScreen(page, 'how the customer was told');
  await card.getByRole('button', { name: messages.again }).tap();
  await expect(card).toContainText(messages.againRefused, inTime);
  await turnTo(page, '/untold');
  await expect(page.getByText('发送失败（absent）').first()).toBeVisible(inTime);
  await checkScreen(page, 'not told with a message');
  await putAway(page);

  const leader = city.told.staff.find(({ role }) => role === 'hotlineDutyLeader');
  const centre = await staffPhone(browser, leader?.uid ?? '');
  await turnTo(centre, '/messages');
  await expect(centre.getByRole('region', { name: messages.centre.failedToday })).toContainText(complaint.number, inTime);
  await expect(centre.getByRole('region', { name: messages.centre.letters })).toContainText('什么时候答复我');
  await expect(centre.getByRole('region', { name: messages.centre.today, exact: true })).toContainText(messages.centre.counts.failed, inTime);
  await checkScreen(centre, 'messages of the centre');
  await centre.getByRole('button', { name: messages.centre.stop }).tap();
  const sheet = centre.getByRole('dialog');
  await sheet.getByLabel(messages.centre.reason).fill('短信网关故障');
  await sheet.getByRole('button', { name: messages.centre.stop }).tap();
  await expect(centre.getByText(messages.centre.paused)).toBeVisible(inTime);
  await checkScreen(centre, 'messages stopped');
  await putAway(centre);

  const customer = await pageIn(browser, { viewport: { width: 390, height: 844 } });
  await customer.goto(`${origin()}/s#${contact.token}`);
  await customer.getByText(zhCN.messages).click();
  await expect(customer.getByText(optOutTexts.zh.notSetUp)).toBeVisible(inTime);
  await customer.context().close();
  await city.close();
});
