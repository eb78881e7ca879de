import { expect, type Page, test } from '@playwright/test';
import { telecom } from '@shouwen/domain/testing/organisation';
import { origin } from '../support/phone.ts';
import { grayJpeg } from '../support/photos.ts';
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

test('REC-2: what cannot be attached is called what it is, and nothing else is lost', async () => {
  await page.getByLabel('事情经过').fill('客户带来了账单。');
  const half = stripedPng(640, 480);
  await page.locator('input[type=file][multiple]').setInputFiles([
    { name: '账单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
    { name: '坏图.png', mimeType: 'image/png', buffer: half.subarray(0, 400) },
    { name: '好图.png', mimeType: 'image/png', buffer: half },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是照片') },
  ]);
  await expect(pictures()).toHaveCount(1, inTime);
  for (const [text, name] of [
    [photos.document, '账单.pdf'],
    [photos.unreadable, '坏图.png'],
    [photos.notAnImage, '说明.txt'],
  ] as const)
    await expect(page.getByText(text.replace('{{name}}', name))).toBeVisible();
  await expect(page.getByLabel('事情经过')).toHaveValue('客户带来了账单。');
  await checkScreen(page, 'record refused pictures');
});
