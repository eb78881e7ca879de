import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { demoPassword } from '../../tools/seed/create-logins.ts';
import { origin, unknownNumber } from '../support/phone.ts';
import { stripedPng } from '../support/png.ts';
import { storedDocument, storedDocuments } from '../support/stored-documents.ts';
import type { EnginePage } from './drive/engine-page.ts';
import type { EnginePhone } from './drive/engine-phone.ts';

export const clerk = 't-qjp-huaihai-clerk-1';

const inTime = { timeout: 40_000 };

/** Signs in, and waits until the app could be started again without a network. */
export async function signIn(page: EnginePage, uid = clerk): Promise<void> {
  await page.goTo(`${origin()}/sign-in`);
  await page.type('input[name=email]', `${uid}@demo.shouwen.example`);
  await page.type('input[name=password]', demoPassword);
  await page.tap('登录');
  await page.sees('我登记的');
}

/** Recorded without a network, kept while the browser is ended, sent when there is one again (REC-4). */
export async function recordOfflineAndSend(phone: EnginePhone): Promise<void> {
  let page = await phone.open();
  await signIn(page);
  await expect.poll(() => page.run(() => navigator.serviceWorker.controller !== null), inTime).toBe(true);
  await page.goTo(`${origin()}/record`);
  await page.sees('客户号码');
  await phone.close();

  page = await phone.open({ offline: true });
  const saved = await record(page);
  await page.sees('请保持应用打开');
  await page.goTo(`${origin()}/outbox`);
  await expectWaiting(page, saved.number);
  await phone.close();
  expect(await storedDocument(`complaints/${saved.id}`), 'nothing has left the phone').toBeNull();

  page = await phone.open();
  await page.goTo(`${origin()}/outbox`);
  await page.sees('都已送达');
  await expect.poll(async () => (await storedDocument(`complaints/${saved.id}`))?.['state'], inTime).toBe('assigned');
  await expect.poll(() => checksOf(saved.id), { ...inTime, message: 'the photo arrives and passes' }).toEqual(['passed']);
}

async function expectWaiting(page: EnginePage, number: string): Promise<void> {
  await page.sees(number);
  await page.sees('等待发送');
  await page.sees('这台手机不会继续发送');
}

async function checksOf(id: string): Promise<unknown[]> {
  return Object.values(await storedDocuments(`complaints/${id}/attachments`)).map((photo) => photo['check']);
}

/** Fills the form in as a person does, with a photo, and saves it. */
async function record(page: EnginePage): Promise<{ number: string; id: string }> {
  await page.goTo(`${origin()}/record`);
  await page.fill('客户号码', unknownNumber());
  await page.fill('客户姓名', '赵新机');
  await page.fill('事情经过', '宽带装机一拖再拖，要求尽快解决。');
  for (const [group, choice] of [
    ['类别', '装机'],
    ['客户诉求（可多选）', '解决问题'],
    ['客户等级', '普通'],
    ['归属地', '清江浦区'],
  ] as const)
    await page.choose(group, choice);
  expect(await page.run(heightsBeside), 'a choice is as high as the field beside it').toEqual([]);
  await page.type('input[type=file][multiple]', photoFile());
  await expect.poll(() => page.run(() => document.querySelectorAll('img[alt="照片 1"]').length), inTime).toBe(1);
  await page.tap('保存');
  await page.sees('已保存在本机，尚未发送');
  const saved = await page.run(() => ({
    number: document.querySelector<HTMLElement>('.recorded-number')?.innerText ?? '',
    id: (document.querySelector<HTMLElement & { href?: string }>('.recorded a')?.href ?? '').split('/').at(-1) ?? '',
  }));
  expect(saved.id).toMatch(/^[A-Za-z0-9-]{20,36}$/);
  return saved;
}

/** Runs in the page: the heights of a choice and a field in one line that are not the same. */
function heightsBeside(): string[] {
  const height = (element: Element): number => Math.round(element.getBoundingClientRect().height);
  const field = document.querySelector('input.control:not([type=file])');
  return [...document.querySelectorAll('select.control')]
    .filter((select) => field !== null && height(select) > 0 && Math.abs(height(select) - height(field)) > 1)
    .map((select) => `${select.id}: ${height(select)} beside ${field === null ? 0 : height(field)}`);
}

function photoFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'shouwen-photo-')), '收据.png');
  writeFileSync(path, stripedPng(640, 480));
  return path;
}

/** A complaint that somebody has recorded, and whoever handles it. */
export async function anyComplaint(): Promise<{ id: string; number: string; handlerUid: string; token: string }> {
  const complaints = Object.entries(await storedDocuments('complaints'));
  const found = complaints.find(
    ([, complaint]) => typeof complaint['handlerUid'] === 'string' && ['assigned', 'accepted'].includes(String(complaint['state'])),
  );
  if (!found) throw new Error('The city has no complaint that is being handled.');
  const [id, complaint] = found;
  const contact = await storedDocument(`complaints/${id}/private/contact`);
  return { id, number: String(complaint['number']), handlerUid: String(complaint['handlerUid']), token: String(contact?.['token']) };
}

/** Another address of the app in the same tab, as a link in a chat or a tap on a notice leads there: a page loaded anew, not a page turned. */
export async function loadAnew(page: EnginePage, path: string): Promise<void> {
  await page.run((to) => location.assign(to), `${origin()}${path}`);
  await expect.poll(() => page.run(() => location.pathname)).toBe(path);
}

/** On paper one page of A4. */
export async function expectOneSheet(phone: EnginePhone): Promise<void> {
  const pdf = await phone.print();
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  expect(pagesIn(pdf)).toBe(1);
}

/** What the tree of pages says that it holds, which may lie packed in a stream of objects. */
function pagesIn(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, content = '']) => unpacked(Buffer.from(content, 'latin1')));
  return Math.max(0, ...[...[text, ...packed].join('\n').matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count)));
}

/** Pictures and fonts are packed otherwise, and tell nothing of pages. */
function unpacked(content: Buffer): string {
  try {
    return inflateSync(content, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}

/** On the screen the sheet is as wide as the phone. */
export async function expectSheetFits(page: EnginePage): Promise<void> {
  const fits = (): Promise<boolean> =>
    page.run(() => {
      const page = document.querySelector('.work-order');
      return page !== null && page.querySelector('.sheet-a4') !== null && page.scrollWidth <= page.clientWidth;
    });
  await expect.poll(fits, { message: 'the whole sheet is on the screen', timeout: 20_000 }).toBe(true);
}
