import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { origin, type Saved, save, signIn, tell, unknownNumber } from '../support/phone.ts';
import { storedDocument } from '../support/stored-documents.ts';
import { deviceContents } from './device-contents.ts';

const owner = { uid: 't-xy-xucheng-clerk-1', name: '沙莉' };
const sent = { phone: unknownNumber(), name: '金丝雀甲', what: '黄鹂账单:话费里有一笔看不懂的月租费用,要求解释。' };
const unsent = { phone: unknownNumber(), name: '金丝雀乙', what: '白鹭账单:套餐里有一笔看不懂的月租费用,要求解释。' };
const begun = { phone: unknownNumber(), what: '苍鹰装机:一直没有人上门。' };
/** What was typed about a complaint and not sent. */
const noted = '杜鹃说过晚上才有空。';
/** An account whose closing was begun and not sent. */
const closing = 'A2006-1450';

test('whoever uses the phone next finds nothing of the one before, who was warned of unsent work (RET-2, REC-4)', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, owner.uid);
  const first = await record(page, sent);
  await expect(page.getByRole('status').filter({ hasText: '已送达' })).toBeVisible();
  await expect.poll(async () => (await storedDocument(`complaints/${first.id}`))?.['state']).toBe('assigned');
  await openContact(page, first.id);
  const token = String((await storedDocument(`complaints/${first.id}/private/contact`))?.['token']);
  await beginNote(page, first.id);
  await beginDraft(page);
  await beginClosing(page);
  await page.goto(`${origin()}/record`);
  await expect(page.getByLabel('客户号码')).toBeVisible();
  await context.setOffline(true);
  const { number } = await record(page, unsent, false);

  const { databases, ...others } = await deviceContents(page);
  const own = databases['shouwen'] ?? '';
  expect(own, 'the unsent complaint lies in the outbox').toContain('notBeforeMs');
  for (const draft of ['closure', `command/${first.id}/note`]) expect(own, `${draft} lies on the phone, sealed`).toContain(`id: ${draft}`);
  // Firestore's own copy holds what the server has told and nothing that was typed here: the SDK is not asked to write.
  const everywhere = JSON.stringify([databases, others]);
  for (const canary of [unsent.name, unsent.phone, unsent.what, begun.phone, begun.what, noted])
    expect(everywhere, `${canary} is to be read nowhere on this device`).not.toContain(canary);
  expect(own).not.toContain(closing);

  await expectCancelKeeps(page, number);
  await page.getByRole('button', { name: '退出登录' }).tap();
  const canaries = [closing, noted, token, sent.phone, sent.name, sent.what, unsent.phone, unsent.name, unsent.what, begun.phone, begun.what];
  const before = JSON.stringify(await deviceContents(page));
  for (const canary of [owner.name, sent.what]) expect(before, `${canary} can be found while it is there`).toContain(canary);
  for (const canary of [token, sent.phone, sent.name])
    expect(before, `${canary} of the contact that was opened lies sealed, or not at all`).not.toContain(canary);
  await page.getByRole('button', { name: '丢弃并退出' }).tap();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.locator('input[name=email]')).toHaveValue('');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('shouwen.leaving')), { message: 'the start after it has finished' }).toBeNull();
  await expectNothingOf(page, [owner.name, owner.uid, ...canaries]);

  await context.setOffline(false);
  await signIn(page, 't-hy-wangying-clerk-1');
  await expectSeesNothing(page, [first.number, number]);
  // The names of colleagues are in the directory of whoever works here; the customers are not.
  await expectNothingOf(page, canaries);
  expect(await storedDocument(`complaints/${first.id}`), 'what was sent is where it belongs').not.toBeNull();
  await context.close();
});

test("the service worker keeps the shell's files and nothing else (RET-2)", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, owner.uid);
  await page.goto(`${origin()}/me`);
  await expect(page.getByText('本机存储')).toBeVisible();
  const { caches } = await deviceContents(page);
  expect(caches).toHaveLength(1);
  expect(caches[0]?.paths.sort()).toEqual(shellFiles());
  await context.close();
});

async function record(page: Page, { phone, name, what }: typeof sent, fromStart = true): Promise<Saved> {
  if (fromStart) await page.goto(`${origin()}/record`);
  await tell(page, { phone, name, what, category: '套餐', ask: '解释', tier: '普通', region: '盱眙县' });
  return save(page);
}

async function openContact(page: Page, id: string): Promise<void> {
  await page.goto(`${origin()}/complaint/${id}`);
  await page.getByRole('button', { name: '查看联系方式' }).tap();
  await expect(page.getByText(`拨打 ${sent.phone}`)).toBeVisible();
}

async function beginDraft(page: Page): Promise<void> {
  await page.goto(`${origin()}/record`);
  await page.getByLabel('客户号码').fill(begun.phone);
  await page.getByLabel('事情经过').fill(begun.what);
  await expect(page.getByText('草稿已存在本机')).toBeVisible();
}

async function beginNote(page: Page, id: string): Promise<void> {
  await page.goto(`${origin()}/complaint/${id}`);
  await page.getByRole('button', { name: '更多操作' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '记备注', exact: true }).tap();
  await page.getByRole('dialog').getByLabel('内容').fill(noted);
  await expect.poll(async () => (await deviceContents(page)).databases['shouwen']).toContain(`command/${id}/note`);
}

async function beginClosing(page: Page): Promise<void> {
  await page.goto(`${origin()}/closure/new`);
  await page.getByLabel('账号或客户号码').fill(closing);
  await page.getByRole('button', { name: '查找' }).tap();
  await expect(page.getByText(`账号 ${closing}`)).toBeVisible();
  await page.getByRole('radio', { name: '客户要求' }).check();
}

async function expectCancelKeeps(page: Page, number: string): Promise<void> {
  await page.goto(`${origin()}/me`);
  await page.getByRole('button', { name: '退出登录' }).tap();
  await expect(page.getByRole('dialog')).toContainText('还有 1 项没有发送');
  await page.getByRole('button', { name: '取消' }).tap();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${origin()}/outbox`);
  await expect(page.getByText(number)).toBeVisible();
  await page.goto(`${origin()}/me`);
}

async function expectNothingOf(page: Page, canaries: readonly string[]): Promise<void> {
  const left = JSON.stringify(await deviceContents(page));
  for (const canary of canaries) expect(left, `${canary} is gone`).not.toContain(canary);
}

async function expectSeesNothing(page: Page, numbers: readonly string[]): Promise<void> {
  for (const tab of ['我处理的', '本单位', '我登记的']) {
    await page.getByRole('tab', { name: tab }).tap();
    for (const number of numbers) await expect(page.getByText(number)).toHaveCount(0);
  }
  await page.goto(`${origin()}/outbox`);
  await expect(page.getByText('都已送达')).toBeVisible();
  await page.goto(`${origin()}/record`);
  await expect(page.getByLabel('客户号码')).toHaveValue('');
  await expect(page.getByText('未完成的登记')).toHaveCount(0);
  await page.goto(`${origin()}/closure/new`);
  await expect(page.getByLabel('账号或客户号码')).toHaveValue('');
  await expect(page.getByText('上次没有提交的内容已恢复。')).toHaveCount(0);
}

/** The built files that make up the staff's app; the customers' page is none of them, nor is the worker itself, nor the chart that only the board draws. */
function shellFiles(): string[] {
  const folder = process.env['SHOUWEN_PAGES'];
  if (folder === undefined) throw new Error('SHOUWEN_PAGES does not say where the built pages lie.');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `/${file.replaceAll('\\', '/')}`);
  const isElsewhere = (file: string): boolean => /^\/assets\/(status|draw-|pdf-)/.test(file);
  return files.filter((file) => /^\/(index\.html|start-watch\.js|assets\/.+\.(js|css)|[^/]+\.(svg|png|webmanifest))$/.test(file) && !isElsewhere(file)).sort();
}
