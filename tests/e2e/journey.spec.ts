import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { firstPage, newPhone, origin, type Saved, save, signIn, tell, unknownNumber } from '../support/phone.ts';
import { stripedPng } from '../support/png.ts';
import { storedDocument, storedDocuments } from '../support/stored-documents.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const answerText = '已核实,代收费已取消并退还 35 元。';
const inTime = { timeout: 60_000 };

test('a complaint recorded without a network reaches its handler, is answered, and the customer sees it and disagrees (REC-4, OWN-1, OWN-2)', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = newPhone();
  try {
    let context = await phone.open();
    await signIn(await firstPage(context), clerk);
    await openForm(await firstPage(context));
    await context.close();

    context = await phone.open({ offline: true });
    const { number, id } = await recordWithPhoto(await firstPage(context));
    await context.close();

    context = await phone.open({ offline: true });
    await expectStillSaved(await firstPage(context), number);
    expect(await storedDocument(`complaints/${id}`), 'nothing has left the phone').toBeNull();

    await context.close();

    context = await phone.open();
    await (await firstPage(context)).goto(`${origin()}/outbox`);
    await expect.poll(() => stateOf(id), inTime).toBe('assigned');
    await expect.poll(() => checkedPhotos(id), { ...inTime, message: 'the photo arrives and passes' }).toEqual(['passed']);
    await expect((await firstPage(context)).getByText('都已送达'), 'the phone knows that nothing is left to send').toBeVisible();
    await context.close();

    const complaint = await storedDocument(`complaints/${id}`);
    const contact = await storedDocument(`complaints/${id}/private/contact`);
    expect(complaint?.['handlingUnitId'], 'it goes to the unit of the home region').toBe('t-qjp');

    const desk = await browser.newContext();
    await acceptAndAnswer(await desk.newPage(), String(complaint?.['handlerUid']), id);

    const customer = await browser.newContext();
    await disagree(customer, String(contact?.['token']));
    await expect.poll(() => stateOf(id), inTime).toBe('reopened');
    const reopened = await storedDocument(`complaints/${id}`);
    expect(reopened?.['ownerUid'], 'the first-contact owner stays the same').toBe(clerk);
    expect(reopened?.['handlerUid']).toBe(complaint?.['handlerUid']);
    await Promise.all([desk.close(), customer.close()]);
  } finally {
    phone.throwAway();
  }
});

/** The form can be used without a network once it has been open with one: the pack is on the phone then. */
async function openForm(page: Page): Promise<void> {
  await page.goto(`${origin()}/record`);
  await expect(page.getByLabel('客户号码')).toBeVisible();
}

async function recordWithPhoto(page: Page): Promise<Saved> {
  await openForm(page);
  await tell(page, {
    phone: unknownNumber(),
    name: '李记全',
    what: '打单发现一笔35元代收信息费,自己没有订过,要求退费。',
    category: '代收',
    ask: '退费',
    tier: '普通',
    region: '清江浦区',
  });
  await page.locator('input[type=file][multiple]').setInputFiles({ name: '收据.png', mimeType: 'image/png', buffer: stripedPng(640, 480) });
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
  const saved = await save(page);
  await expect(page.getByRole('status').filter({ hasText: '已保存在本机，尚未发送' })).toBeVisible();
  return saved;
}

async function expectStillSaved(page: Page, number: string): Promise<void> {
  await page.goto(`${origin()}/outbox`);
  await expect(page.getByText(number).first()).toBeVisible();
  await expect(page.getByText('等待发送').first()).toBeVisible();
}

async function stateOf(id: string): Promise<unknown> {
  return (await storedDocument(`complaints/${id}`))?.['state'];
}

async function checkedPhotos(id: string): Promise<unknown[]> {
  return Object.values(await storedDocuments(`complaints/${id}/attachments`)).map((photo) => photo['check']);
}

async function acceptAndAnswer(page: Page, handlerUid: string, id: string): Promise<void> {
  await signIn(page, handlerUid);
  await page.goto(`${origin()}/complaint/${id}`);
  await page.getByRole('button', { name: '受理', exact: true }).tap();
  await expect.poll(() => stateOf(id), inTime).toBe('accepted');
  await page.getByRole('button', { name: '更多操作' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '答复客户', exact: true }).tap();
  await page.getByLabel('答复内容').fill(answerText);
  await page.getByRole('group', { name: '退费' }).getByText('已满足', { exact: true }).tap();
  // Without a refund it has to be said how (KNO-3).
  await page.getByRole('button', { name: '提交' }).tap();
  await expect.poll(() => stateOf(id)).toBe('accepted');
  await page.getByLabel('怎样满足的').fill('次月账单减免35元。');
  await page.getByRole('button', { name: '提交' }).tap();
  await expect.poll(() => stateOf(id), inTime).toBe('answered');
}

async function disagree(customer: BrowserContext, token: string): Promise<void> {
  const page = await customer.newPage();
  await page.goto(`${origin()}/s#${token}`);
  await expect(page.getByText(answerText)).toBeVisible();
  await page.getByRole('heading', { name: '提出异议' }).tap();
  await page.getByLabel('您为什么不认可？').fill('钱还没有退到账,请再查。');
  await page.getByRole('button', { name: '提出异议' }).tap();
  await expect(page.getByText('异议已收到')).toBeVisible();
  await expect(page.getByRole('heading', { name: '重新处理' }), 'the page brings itself up to date').toBeVisible();
}
