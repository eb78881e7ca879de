import { randomUUID } from 'node:crypto';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import { expect, type Page, test } from '@playwright/test';
import { numberOf } from '@shouwen/domain/kernel/number';
import { caseComplaintId, caseStatusToken } from '../../tools/seed/record-cases.ts';
import { origin } from '../support/phone.ts';
import { recordAsClient } from '../support/recorder.ts';
import { openServedCity } from '../support/served-city.ts';
import { forgetTries, storedDocument, storedDocuments, storeDocument } from '../support/stored-documents.ts';

const nobodyKnows = '没有找到编号与电话都相符的投诉';

test("the link's secret is in no address and in no storage, travels with nothing but what the customer says, and what the customer writes reaches the journal (RET-2, OWN-1)", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: Promise<string>[] = [];
  page.on('request', (request) =>
    sent.push(request.allHeaders().then((headers) => [withoutFragment(request.url()), JSON.stringify(headers), request.postData() ?? ''].join('\n'))),
  );
  const id = caseComplaintId('case-wrong-top-up');
  const token = caseStatusToken('case-wrong-top-up');
  const statusId = String((await storedDocument(`complaints/${id}`))?.['statusId']);

  await page.goto(`${origin()}/s#${token}`);
  await expect(page.getByRole('heading', { name: '已答复' })).toBeVisible();
  await page.getByRole('radio', { name: '4' }).check({ force: true });
  await page.getByRole('radio', { name: '解决了', exact: true }).check({ force: true });
  await page.getByRole('button', { name: '提交评价' }).tap();
  await expect(page.getByText('评价已收到')).toBeVisible();
  await page.getByRole('heading', { name: '补充情况' }).tap();
  await page.getByLabel('想补充什么？').fill('充值的回单还在,需要可以拍照。');
  await page.getByRole('button', { name: '提交', exact: true }).tap();
  await expect(page.getByText('补充已收到')).toBeVisible();
  await expect(page.getByText('您的评价：4 星'), 'the page brings itself up to date').toBeVisible();

  await expect.poll(() => fromCustomer(id)).toMatchObject({ rate: { stars: { integerValue: '4' }, solved: { booleanValue: true } } });
  await expect.poll(() => fromCustomer(id)).toMatchObject({ addInformation: { text: { stringValue: '充值的回单还在,需要可以拍照。' } } });
  const requests = await Promise.all(sent);
  expect(
    requests.filter((request) => request.includes(statusId)),
    'the page was asked for by the hash',
  ).not.toHaveLength(0);
  const [withSecret, others] = [requests.filter((request) => request.includes(token)), requests.filter((request) => !request.includes(token))];
  expect(withSecret.map((request) => request.split('\n')[0])).toEqual(['noteSeen', 'sayAsCustomer', 'sayAsCustomer'].map((name) => `${origin()}/api/${name}`));
  expect(withSecret.map((request) => request.split('\n')[1]).join(), 'nor in a header').not.toContain(token);
  expect(others.length).toBeGreaterThan(0);
  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, history.state]));
  expect(kept).not.toContain(token);
  await context.close();
});

test('a page that a stranger’s complaint claims stays the customer’s, and whoever knows its id alone speaks for nobody (OWN-1, RET-2)', async ({ browser }) => {
  const id = caseComplaintId('case-free-ringtone');
  const stored = await storedDocument(`complaints/${id}`);
  const statusId = String(stored?.['statusId']);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin()}/s#${caseStatusToken('case-free-ringtone')}`);
  await expect(page.getByText(String(stored?.['number']))).toBeVisible();
  const before = await storedDocument(`status/${statusId}`);

  const city = openServedCity();
  const thief = await recordAsClient(city, { recorderUid: 't-qjp-huaihai-clerk-1', what: '占用别人的页面', spoilt: { statusId } });
  await expect.poll(async () => (await storedDocument(`complaints/${thief.id}`))?.['state']).toBe('assigned');
  await city.close();
  for (const command of [
    { type: 'rate', stars: 5, solved: true, text: '' },
    { type: 'disagree', text: ' ' },
  ])
    for (const by of [{ token: statusId }, { token: statusId.slice(0, 22) }, { ticket: statusId.slice(0, 22) }]) {
      const answer = await page.request.post(`${origin()}/api/sayAsCustomer`, { data: { data: { by, id: randomUUID(), command } } });
      expect([400, 403]).toContain(answer.status());
    }
  await page.reload();
  await expect(page.getByText(String(stored?.['number']))).toBeVisible();
  await expect(page.getByText('占用别人的页面')).toHaveCount(0);
  expect(await storedDocument(`status/${statusId}`), 'nothing of it has changed').toEqual(before);
  await context.close();
});

test('a number and its phone open the page; a wrong phone and an unknown number get the same words; many tries of strangers cost work and lock nobody out; the sixth wrong one of one’s own is refused (RET-2)', async ({
  browser,
}) => {
  await forgetTries();
  const number = String((await storedDocument(`complaints/${caseComplaintId('case-free-ringtone')}`))?.['number']);
  const context = await browser.newContext();
  const page = await context.newPage();

  await page.goto(`${origin()}/s`);
  await lookUp(page, number.toLowerCase().replaceAll('-', ''), '138 0000 1011');
  await expect(page.getByRole('heading', { name: '处理中' })).toBeVisible();
  await expect(page.getByText(number)).toBeVisible();
  expect(page.url(), 'nothing of it is in the address').toBe(`${origin()}/s`);
  await page.reload();
  await expect(page.getByText(number), 'a reload costs no try').toBeVisible();

  await page.goBack();
  const wrongPhone = await wordsFor(page, number, '13800001012');
  const unknownNumber = await wordsFor(page, numberOf(randomUUID()), '13800001011');
  expect(wrongPhone).toContain(nobodyKnows);
  expect(unknownNumber, 'the words do not tell which of the two was wrong').toBe(wrongPhone);

  await setTriesAt(number, 40);
  await lookUp(page, number, '138 0000 1011');
  await expect(page.getByText(number), 'where strangers have tried often the customer’s browser works for its answer').toBeVisible();
  await page.goBack();
  await setTriesAt(number, 1);
  for (let more = 1; more <= 4; more += 1) await wordsFor(page, number, '13800001012');
  const sixth = await wordsFor(page, number, '13800001011');
  expect(sixth, 'even the right pair is refused now').toMatch(/^查询次数过多。请在 \d\d:\d\d 之后再试/);
  await context.close();
});

test('whoever says that it is not solved has it taken up again in one tap (KNO-3, OWN-1)', async ({ browser }) => {
  const id = caseComplaintId('case-wrong-top-up');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin()}/s#${caseStatusToken('case-wrong-top-up')}`);
  const offer = page.getByRole('button', { name: '没有解决，要求重新处理' });
  await page.getByRole('radio', { name: '解决了', exact: true }).check({ force: true });
  await expect(offer).toHaveCount(0);
  await page.getByRole('radio', { name: '没有解决' }).check({ force: true });
  await offer.tap();
  await expect.poll(() => fromCustomer(id)).toMatchObject({ disagree: { text: { stringValue: '客户评价：没有解决' } } });
  await expect(page.getByRole('heading', { name: '重新处理' }).first()).toBeVisible();
  await context.close();
});

async function lookUp(page: Page, number: string, phone: string): Promise<void> {
  await page.getByLabel('投诉编号').fill(number);
  await page.getByLabel('电话号码').fill(phone);
  await page.getByRole('button', { name: '查询' }).tap();
}

/** What the form says once the answer to this very try has come. */
async function wordsFor(page: Page, number: string, phone: string): Promise<string> {
  const answered = page.waitForResponse(/\/api\/lookUpStatus$/);
  await lookUp(page, number, phone);
  await answered;
  const outcome = page.locator('form [role=status]');
  await expect(outcome).not.toHaveText(/^(正在查询…|.*请稍候几秒…)?$/);
  return outcome.innerText();
}

/** How many wrong tries at a number there have been, by whomever. */
async function setTriesAt(number: string, count: number): Promise<void> {
  const path = `throttles/${sha256Hex(`number|${number}`)}`;
  await storeDocument(path, { startedAtMs: Number((await storedDocument(path))?.['startedAtMs']), count });
}

/** Fragments are shown by the tests' tool although no browser sends them. */
function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

/** What the customer has brought into the complaint's journal, by type. */
async function fromCustomer(id: string): Promise<Record<string, unknown>> {
  const entries = Object.values(await storedDocuments(`complaints/${id}/journal`));
  const applied = entries.filter((entry) => entry['outcome'] === 'applied' && JSON.stringify(entry['actor']).includes('"customer"'));
  return Object.fromEntries(applied.map((entry) => [String(entry['type']), (entry['payload'] as { fields: unknown }).fields]));
}
