import { expect, type Page, test } from '@playwright/test';
import {
  formerDatabases,
  formerOwner,
  formerSession,
  recordingDraftId,
  restoreDatabases,
  unsentComplaintId,
  unsentEntryId,
  unsentPhotoId,
} from '../../app/src/platform/storage/former-phone.fixture.ts';
import { origin, signIn } from '../support/phone.ts';
import { storedDocument } from '../support/stored-documents.ts';
import { deviceContents } from './device-contents.ts';

const inTime = { timeout: 60_000 };

test('a phone that the former version has filled is updated: three items are sent, drafts open, and nothing typed is left unsealed (REC-4)', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  // A file of this origin that does not start the app.
  await page.goto(`${origin()}/reachable.txt`);
  await page.evaluate(restoreDatabases, formerDatabases);
  await page.evaluate((kept) => Object.entries(kept).forEach(([key, value]) => sessionStorage.setItem(key, value)), formerSession);

  await signIn(page, formerOwner);
  const complaint = `complaints/${unsentComplaintId}`;
  await expect.poll(async () => (await storedDocument(complaint))?.['state'], inTime).toBe('assigned');
  await expect.poll(async () => (await storedDocument(`${complaint}/journal/${unsentEntryId}`))?.['outcome'], inTime).toBe('applied');
  await expect.poll(() => storedDocument(`${complaint}/attachments/${unsentPhotoId}`), inTime).not.toBeNull();
  expect(await storedDocument(`${complaint}/private/contact`)).toMatchObject({ name: '王桂芳' });

  await page.goto(`${origin()}/complaint/${unsentComplaintId}`);
  await page.getByRole('button', { name: '更多操作' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '记备注', exact: true }).tap();
  await expect(page.getByRole('dialog').getByLabel('内容')).toHaveValue('还没写完的备注');
  await expectSealed(page, ['还没写完的备注', '宽带一直没有人上门', '误收代收费']);

  await page.goto(`${origin()}/record/${recordingDraftId}`);
  const resumed = page.locator('.ion-page:not(.ion-page-hidden) .recording').last();
  await expect(resumed.getByLabel('客户姓名')).toHaveValue('王小满');
  await expect(resumed.getByLabel('事情经过')).toHaveValue('宽带一直没有人上门。');
  await context.close();
});

async function expectSealed(page: Page, typed: readonly string[]): Promise<void> {
  const contents = await deviceContents(page);
  expect(Object.keys(contents.databases)).not.toContain('shouwen-forms');
  for (const text of typed) expect(JSON.stringify(contents), `${text} is to be read nowhere on this device`).not.toContain(text);
}
