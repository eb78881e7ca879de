import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { firstPage, newPhone, origin, save, signIn, tell } from '../support/phone.ts';
import { stripedPng } from '../support/png.ts';
import { storedDocument } from '../support/stored-documents.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const answerText = '已核实,代收费已取消并退还 35 元。';

test('a complaint recorded without a network reaches its handler, is answered, and the customer sees it and disagrees (REC-4, OWN-1, OWN-2)', async ({ browser }) => {
  test.setTimeout(180_000);
  const phone = newPhone();
  try {
    let context = await phone.open();
    await signIn(await firstPage(context), clerk);
    await expect(await keptPacks(await firstPage(context))).toBe(true);
    await context.close();

    context = await phone.open({ offline: true });
    const { number, id } = await recordWithPhoto(await firstPage(context));
    await context.close();

    context = await phone.open({ offline: true });
    await stillSaved(await firstPage(context), number);
    expect(await storedDocument(`complaints/${id}`), 'nothing has left the phone').toBeNull();

    await context.setOffline(false);
    await expect.poll(async () => (await storedDocument(`complaints/${id}`))?.['state'], { timeout: 60_000 }).toBe('assigned');
    await expect.poll(async () => (await attachmentsOf(await firstPage(context), id)), { timeout: 60_000 }).toBe(true);
    const complaint = await storedDocument(`complaints/${id}`);
    const contact = await storedDocument(`complaints/${id}/private/contact`);
    expect(complaint?.['handlingUnitId']).toBe('t-qjp');
    await context.close();

    const desk = await browser.newContext();
    await acceptAndAnswer(await desk.newPage(), String(complaint?.['handlerUid']), id);
    await expect.poll(async () => (await storedDocument(`complaints/${id}`))?.['state']).toBe('answered');

    const customer = await browser.newContext();
    await disagree(customer, String(contact?.['token']));
    await expect.poll(async () => (await storedDocument(`complaints/${id}`))?.['state']).toBe('reopened');
    const reopened = await storedDocument(`complaints/${id}`);
    expect(reopened?.['ownerUid'], 'the first-contact owner stays the same').toBe(clerk);
    expect(reopened?.['handlerUid']).toBe(complaint?.['handlerUid']);
    await Promise.all([desk.close(), customer.close()]);
  } finally {
    phone.throwAway();
  }
});

/** The form can be used offline once the pack is on the phone. */
async function keptPacks(page: Page): Promise<boolean> {
  await page.goto(`${origin()}/record`);
  await page.getByLabel('客户号码').waitFor();
  return true;
}

async function recordWithPhoto(page: Page): Promise<{ number: string; id: string }> {
  await page.goto(`${origin()}/record`);
  await tell(page, { phone: '13911112222', name: '李记全', what: '打单发现一笔35元代收信息费,自己没有订过,要求退费。', category: '代收', ask: '退费', region: '清江浦区' });
  await page.locator('input[type=file][multiple]').setInputFiles({ name: '收据.png', mimeType: 'image/png', buffer: stripedPng(640, 480) });
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
  const saved = await save(page);
  await expect(page.getByRole('status').filter({ hasText: '已保存在本机,尚未发送' })).toBeVisible();
  return saved;
}

async function stillSaved(page: Page, number: string): Promise<void> {
  await page.goto(`${origin()}/outbox`);
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByText('等待发送').first()).toBeVisible();
}

async function attachmentsOf(page: Page, id: string): Promise<boolean> {
  await page.goto(`${origin()}/outbox`);
  const isEmpty = await page.getByText('都已送达').isVisible();
  return isEmpty && (await storedDocument(`complaints/${id}`)) !== null;
}

async function acceptAndAnswer(page: Page, handlerUid: string, id: string): Promise<void> {
  await signIn(page, handlerUid);
  await page.goto(`${origin()}/complaint/${id}`);
  await page.getByRole('button', { name: '受理', exact: true }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await expect.poll(async () => (await storedDocument(`complaints/${id}`))?.['state']).toBe('accepted');
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('button', { name: '答复客户', exact: true }).last().click();
  await page.getByLabel('答复内容').fill(answerText);
  await page.getByRole('radio', { name: '已满足' }).first().check({ force: true });
  await page.getByRole('button', { name: '提交' }).click();
}

async function disagree(customer: BrowserContext, token: string): Promise<void> {
  const page = await customer.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${origin()}/s#${token}`);
  await expect(page.getByText(answerText)).toBeVisible();
  await page.getByLabel('您为什么不认可?').or(page.getByLabel('您为什么不认可？')).fill('钱还没有退到账,请再查。');
  await page.getByRole('button', { name: '提出异议' }).click();
  await expect(page.getByText('异议已收到')).toBeVisible();
  await expect(page.getByRole('heading', { name: '重新处理' }).or(page.getByText('您的投诉已重新打开。'))).toBeVisible();
  expect(asked.filter((url) => url.includes(token)), 'the token stays in the fragment').toEqual(asked.filter((url) => url.endsWith(`#${token}`)));
}
