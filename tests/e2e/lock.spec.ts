import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '../../tools/seed/create-logins.ts';
import { logIn, origin, signIn, turnTo } from '../support/phone.ts';
import { setPhoneClock } from '../support/phone-clock.ts';
import { checkScreen, pageIn } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const texts = textsIn['zh-CN'];
const typed = '营业厅排队两个小时无人办理';

function lockOf(page: Page) {
  return page.getByRole('dialog', { name: texts.lock.title });
}

/** As if nobody had touched the device for so long. */
async function leave(page: Page, minutes: number): Promise<void> {
  await page.evaluate((ms) => {
    localStorage.setItem('shouwen.activeAt', String(Date.now() - ms));
    window.dispatchEvent(new Event('focus'));
  }, minutes * 60_000);
}

async function unlockBy(page: Page, password: string): Promise<void> {
  await lockOf(page).getByLabel(texts.lock.password).fill(password);
  await lockOf(page).getByRole('button', { name: texts.lock.unlock }).tap();
}

test('RET-2, REC-4: a phone that was left locks; its person unlocks it, without a network too, and nothing typed is lost', async ({ browser }) => {
  const page = await pageIn(browser);
  await signIn(page, clerk);
  await turnTo(page, '/record');
  const field = page.getByLabel(texts.recording.what.label);
  await field.fill(typed);
  await leave(page, 14);
  await expect(lockOf(page)).toHaveCount(0);
  await leave(page, 15);
  await expect(lockOf(page)).toBeVisible();
  await expect(field, 'nothing of what lies below is shown').toBeHidden();
  await expect(page.getByText(texts.lock.unsent.slice(-20)), 'nobody else may throw it away').toBeVisible();
  await checkScreen(page, 'lock');
  await page.keyboard.press('Escape');
  await unlockBy(page, 'not the password');
  await expect(lockOf(page).getByText(texts.lock.wrongPassword)).toBeVisible();
  await page.context().setOffline(true);
  await unlockBy(page, 'not the password');
  await expect(lockOf(page).getByText(texts.lock.wrongPassword)).toBeVisible();
  await unlockBy(page, demoPassword);
  await expect(lockOf(page)).toHaveCount(0);
  await expect(field).toHaveValue(typed);
  await page.context().setOffline(false);
  await leave(page, 60);
  await page.reload();
  await expect(lockOf(page), 'a new start does not open it').toBeVisible();
  await expect(page.getByLabel(texts.recording.what.label)).toBeHidden();
  await page.context().close();
});

test('RET-2: the device’s own lock opens it where it was set up, and somebody who says that the device is theirs alone is not asked', async ({ browser }) => {
  const page = await pageIn(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, hasResidentKey: true } });
  // Browsers let no address of digits have a lock of its own.
  const named = origin().replace('127.0.0.1', 'localhost');
  await logIn(page, clerk, named);
  await page.goto(`${named}/me`);
  await page.getByRole('button', { name: texts.lock.card.setUp }).tap();
  await expect(page.getByText(texts.lock.card.isSetUp)).toBeVisible();
  await leave(page, 15);
  await lockOf(page).getByRole('button', { name: texts.lock.byDevice }).tap();
  await expect(lockOf(page)).toHaveCount(0);
  await page.getByRole('switch', { name: texts.lock.card.isOwn }).tap();
  await leave(page, 60);
  await expect(page.getByText(texts.lock.card.ownText)).toBeVisible();
  await expect(lockOf(page)).toHaveCount(0);
  await page.context().close();
});

test('RET-2: a sign-in ends after the operator’s time, and what was not sent stays', async ({ browser }) => {
  const page = await pageIn(browser);
  await signIn(page, clerk);
  await setPhoneClock(page, Date.now() + 167 * 3_600_000);
  await expect(page.getByRole('tab', { name: texts.worklist.tabs.mine })).toBeVisible();
  await expect(page.getByText(texts.shell.expired.text)).toHaveCount(0);
  await setPhoneClock(page, Date.now() + 169 * 3_600_000);
  await expect(page.getByText(texts.shell.expired.text)).toBeVisible();
  await page.context().close();
});
