import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../tools/seed/create-logins.ts';
import { origin, signIn } from '../support/phone.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const suspended = /账号已停用/;

test('a phone whose login is lost under the open app says to sign in again and works after that: nobody is called suspended or unknown (ORG-4)', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, clerk);
  await expectOwnCard(page);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: origin(), storageTypes: 'indexeddb' });
  const again = page.getByRole('button', { name: '重新登录' }).first();
  await expect(again).toBeVisible();
  await page.waitForTimeout(2000);
  await expect(page.getByText(suspended)).toHaveCount(0);
  await again.tap();
  await logInAgain(page);
  await expectOwnCard(page);
  await expect(page.getByText(suspended)).toHaveCount(0);
  await context.close();
});

test('where Firestore’s database is deleted by another tab, the app says that it has to be loaded anew, and offers it', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, clerk);
  await expectOwnCard(page);
  const other = await context.newPage();
  await other.goto(`${origin()}/reachable.txt`);
  await other.evaluate(deleteFirestore);
  const anew = page.getByRole('button', { name: '重新载入' });
  await anew.tap();
  await expect(anew).toHaveCount(0);
  await expectOwnCard(page);
  await page.locator('.ion-page:not(.ion-page-hidden) .card').first().tap();
  await expect(page.locator('.complaint-head')).toBeVisible();
  await context.close();
});

test('where both are lost, signing in again is enough: it takes the app to where it works (ORG-4)', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, clerk);
  await expectOwnCard(page);
  const other = await context.newPage();
  await other.goto(`${origin()}/reachable.txt`);
  await other.evaluate(deleteFirestore);
  await expect(page.getByRole('button', { name: '重新载入' })).toBeVisible();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: origin(), storageTypes: 'indexeddb' });
  await page.getByRole('button', { name: '重新登录' }).first().tap();
  await logInAgain(page);
  await expectOwnCard(page);
  await expect(page.getByRole('button', { name: '重新载入' })).toHaveCount(0);
  await context.close();
});

async function expectOwnCard(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '我登记的' }).tap();
  await expect(page.locator('.ion-page:not(.ion-page-hidden) .card').first()).toBeVisible();
}

async function logInAgain(page: Page): Promise<void> {
  await page.locator('input[name=email]').fill(`${clerk}@demo.shouwen.example`);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/\/worklist$/);
}

/** Runs in a page. One that another tab still has open is deleted once that lets go of it. */
async function deleteFirestore(): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('firestore/') ? [name] : []));
  await Promise.all(
    names.map(
      (name) =>
        new Promise((resolve) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = deleting.onblocked = deleting.onerror = resolve;
        }),
    ),
  );
}
