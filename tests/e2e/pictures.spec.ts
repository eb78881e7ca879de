import { expect, type Page, test } from '@playwright/test';
import { telecom } from '@shouwen/domain/testing/organisation';
import { origin } from '../support/phone.ts';
import { grayJpeg } from '../support/photos.ts';
import { chinesePdf } from '../support/pdf.ts';
import { stripedPng } from '../support/png.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const { photos } = textsIn['zh-CN'].recording;
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await staffPhone(browser, 't-qjp-huaihai-clerk-1');
});
test.beforeEach(() => page.goto(`${origin()}/record`));
test.afterAll(() => putAway(page));

const choose = (name: string, mimeType: string, buffer: Buffer) => page.locator('input[type=file][multiple]').setInputFiles({ name, mimeType, buffer });
const pictures = () => page.locator('.photo img');
/** As they are kept, in pixels. */
const sizes = () =>
  pictures().evaluateAll((all) =>
    Promise.all(
      all.map(
        async (image) => (await (image as HTMLImageElement).decode(), [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight]),
      ),
    ),
  );

test('REC-2: a long screenshot becomes pages that can be read, one after the other', async () => {
  await choose('长截屏.png', 'image/png', stripedPng(1080, 9000));
  await expect(pictures()).toHaveCount(6, inTime);
  const kept = await sizes();
  expect(kept.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => [1080, 1600]));
  expect(kept[5]).toEqual([1080, 9000 - 5 * 1504]);
  await page.getByRole('button', { name: photos.remove.replace('{{index}}', '6') }).click();
  await expect(pictures()).toHaveCount(5);
});

test('REC-2: of pages that are more than a complaint takes, as many are kept as it takes, and that is said', async () => {
  await choose('收据.png', 'image/png', stripedPng(640, 480));
  await expect(pictures()).toHaveCount(1, inTime);
  await choose('长截屏.png', 'image/png', stripedPng(1080, 9000));
  await expect(pictures()).toHaveCount(telecom.limits.photos, inTime);
  await expect(page.getByText(photos.tooMany.replace('{{count}}', String(telecom.limits.photos)))).toBeVisible();
});

test('REC-2: a photo of 108 million pixels is made smaller while it is decoded', async () => {
  await choose('IMG_108MP.jpg', 'image/jpeg', grayJpeg(12_000, 9000));
  await expect(pictures()).toHaveCount(1, inTime);
  expect(await sizes()).toEqual([[1600, 1200]]);
});

/** How much of a picture is not white. */
const inkShares = () =>
  pictures().evaluateAll((all) =>
    all.map((image) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 200, height: 280 });
      const context = canvas.getContext('2d');
      context?.drawImage(image as HTMLImageElement, 0, 0, 200, 280);
      const { data } = context?.getImageData(0, 0, 200, 280) ?? { data: new Uint8ClampedArray() };
      return data.filter((value, index) => index % 4 === 0 && value < 200).length / (200 * 280);
    }),
  );

test('REC-2: half of such a photo is not taken for the whole', async () => {
  const half = grayJpeg(12_000, 9000).subarray(0, 200_000);
  await choose('半张.jpg', 'image/jpeg', half);
  await expect(page.getByText(photos.unreadable.replace('{{name}}', '半张.jpg'))).toBeVisible(inTime);
  await expect(pictures()).toHaveCount(0);
});

test('REC-2: a bill as a document becomes its pages, with characters of a font that it does not hold; it is read by what the app serves itself', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await choose('十一月账单.pdf', 'application/pdf', chinesePdf(['十一月话费账单', '代收费三十五元']));
  await expect(pictures()).toHaveCount(2, inTime);
  expect((await sizes()).map(([, height]) => height)).toEqual([1600, 1600]);
  for (const share of await inkShares()) expect(share).toBeGreaterThan(0.001);
  expect(asked.filter((url) => url.includes('/cmaps/')).length, 'Chinese character maps are ours').toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith(origin()) && !url.startsWith('blob:') && !/127\.0\.0\.1|localhost/.test(url))).toEqual([]);
});

test('no phone keeps the reader of documents before it is wanted: the service worker fetches none of it', async ({ request }) => {
  const worker = await (await request.get(`${origin()}/service-worker.mjs`)).text();
  expect(worker).toContain('assets/');
  expect(worker).not.toContain('assets/pdf-');
});

test('REC-4: where the reader has not been fetched and there is no network, that is said, and what was typed stays', async ({ browser }) => {
  const other = await staffPhone(browser, 't-qjp-huaihai-clerk-1');
  await other.goto(`${origin()}/record`);
  await other.getByLabel('事情经过').fill('客户带来了账单。');
  await other.route('**/assets/pdf-*/**', (route) => route.abort());
  const input = other.locator('input[type=file][multiple]');
  await input.setInputFiles({ name: '账单.pdf', mimeType: 'application/pdf', buffer: chinesePdf(['话费账单']) });
  await expect(other.getByText(photos.readerMissing.replace('{{name}}', '账单.pdf'))).toBeVisible(inTime);
  await expect(other.getByLabel('事情经过')).toHaveValue('客户带来了账单。');
  await other.unroute('**/assets/pdf-*/**');
  await input.setInputFiles({ name: '账单.pdf', mimeType: 'application/pdf', buffer: chinesePdf(['话费账单']) });
  await expect(other.locator('.photo img')).toHaveCount(1, inTime);
  await putAway(other);
});

test('REC-2: what cannot be attached is called what it is, and nothing else is lost', async () => {
  await page.getByLabel('事情经过').fill('客户带来了账单。');
  const half = stripedPng(640, 480);
  await page.locator('input[type=file][multiple]').setInputFiles([
    { name: '坏账单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
    { name: '长账单.pdf', mimeType: 'application/pdf', buffer: chinesePdf(['一', '二', '三', '四', '五', '六']) },
    { name: '加密账单.pdf', mimeType: 'application/pdf', buffer: chinesePdf(['话费账单'], { isLocked: true }) },
    { name: '坏图.png', mimeType: 'image/png', buffer: half.subarray(0, 400) },
    { name: '好图.png', mimeType: 'image/png', buffer: half },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是照片') },
  ]);
  await expect(pictures()).toHaveCount(1, inTime);
  for (const [text, name] of [
    [photos.unreadable, '坏账单.pdf'],
    [photos.tooManyPages, '长账单.pdf'],
    [photos.locked, '加密账单.pdf'],
    [photos.unreadable, '坏图.png'],
    [photos.notAnImage, '说明.txt'],
  ] as const)
    await expect(page.getByText(text.replace('{{name}}', name))).toBeVisible();
  await expect(page.getByLabel('事情经过')).toHaveValue('客户带来了账单。');
  await checkScreen(page, 'record refused pictures');
});
