import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { openPathMessage } from '../../app/src/platform/push/open-path-message.ts';
import { ensureBrowser } from '../../tools/browser.ts';
import { demoPassword } from '../../tools/seed/create-logins.ts';

const look = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const;

/** A proxy that nobody runs. */
const nobodyAnswers = '127.0.0.1:9';

/** Where the app under test is served; the global set-up says so. */
export function origin(): string {
  const served = process.env['SHOUWEN_ORIGIN'];
  if (served === undefined) throw new Error('The app is not served: the browser tests have to be started with their configuration.');
  return served;
}

/** A phone whose storage outlives its browser, so that closing and opening the browser can be tested for real. */
export interface Phone {
  /**
   * Offline from its very start: switching the network off afterwards would leave the service worker a moment to send in. With a page cache a page
   * that is left comes back as it was, as on phones; Playwright switches that off otherwise.
   */
  open(options?: { offline?: boolean; hasPageCache?: boolean }): Promise<BrowserContext>;
  throwAway(): void;
}

export function newPhone(): Phone {
  const profile = mkdtempSync(join(tmpdir(), 'shouwen-phone-'));
  const { path, flags } = ensureBrowser();
  return {
    open: ({ offline = false, hasPageCache = false } = {}) =>
      chromium.launchPersistentContext(profile, {
        ...look,
        executablePath: path,
        args: flags,
        serviceWorkers: 'allow',
        ...(hasPageCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
        ...(offline ? { proxy: { server: nobodyAnswers } } : {}),
      }),
    throwAway: () => rmSync(profile, { recursive: true, force: true }),
  };
}

export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

/** Signs in and waits until the app could be started again without a network: shell cached, reference data kept. */
export async function signIn(page: Page, uid: string): Promise<void> {
  await logIn(page, uid);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Signs in, and no more: enough where the app is not started again without a network. */
export async function logIn(page: Page, uid: string, at = origin()): Promise<void> {
  await page.goto(`${at}/sign-in`);
  await page.locator('input[name=email]').fill(`${uid}@demo.shouwen.example`);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  await expect(page).toHaveURL(/\/worklist/);
}

/**
 * Goes to another page of the app that is open, without loading it anew: what a notification does that is tapped. The page that is left stays
 * behind the new one.
 */
export async function turnTo(page: Page, path: string): Promise<void> {
  await expect.poll(() => page.evaluate(turn, openPathMessage(path)), { message: `the app goes to ${path}` }).toBe(path);
}

/** Runs in the page. An app that has only begun to start does not listen yet. @returns where it is then. */
function turn(data: { type: string; path: string }): string {
  const where = (): string => `${location.pathname}${location.search}`;
  if (where() !== data.path) navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
  return where();
}

export interface Told {
  phone: string;
  name: string;
  what: string;
  category: string;
  ask: string;
  tier: string;
  region: string;
}

/** Fills in the recording form the way a person does. */
export async function tell(page: Page, told: Told): Promise<void> {
  await page.getByLabel('客户号码').fill(told.phone);
  await page.getByLabel('客户姓名').fill(told.name);
  await page.getByLabel('事情经过').fill(told.what);
  for (const [group, choice] of [
    ['类别', told.category],
    ['客户诉求（可多选）', told.ask],
    ['客户等级', told.tier],
    ['归属地', told.region],
  ] as const) {
    const chip = page.getByRole('group', { name: group, exact: true }).getByRole('button', { name: choice });
    await chip.tap();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
  }
}

/** A customer nobody has heard of, so that no complaint of an earlier run is taken for theirs. */
export function unknownNumber(): string {
  return `139${randomInt(1e8).toString().padStart(8, '0')}`;
}

export interface Saved {
  number: string;
  id: string;
}

/** Saves the form and gives the complaint's number and id as the person sees them. */
export async function save(page: Page): Promise<Saved> {
  await page.getByRole('button', { name: '保存', exact: true }).tap();
  const number = await page.locator('.recorded-number').innerText();
  const href = await page.locator('.recorded a').evaluate((button: HTMLElement & { href?: string }) => button.href ?? '');
  const id = href.split('/').at(-1) ?? '';
  expect(id, 'the recorded complaint can be opened').toMatch(/^[A-Za-z0-9-]{20,36}$/);
  return { number, id };
}
