import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { logIn } from './phone.ts';

const signedInBeforeS = 15 * 60;

/** A new phone that nobody is signed in on. It keeps no shell: who uses it is online when the app starts. */
export async function newScreen(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ serviceWorkers: 'block', ...options })).newPage();
}

/** A phone of their own for somebody, signed in. */
export async function staffPhone(browser: Browser, uid: string): Promise<Page> {
  const page = await newScreen(browser);
  await logIn(page, uid);
  return page;
}

/** The same for somebody who signed in a quarter of an hour ago. */
export async function phoneSignedInEarlier(browser: Browser, uid: string): Promise<Page> {
  const page = await newScreen(browser);
  await backdateSignIn(page);
  await logIn(page, uid);
  return page;
}

/**
 * Lets the next sign-in on this phone have been a quarter of an hour ago: the token says so, and so the rules think, too. Whoever then signs in
 * again gets a token of that moment.
 */
export async function backdateSignIn(page: Page): Promise<void> {
  await page.route(
    /accounts:signInWithPassword/,
    async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { idToken: string };
      await route.fulfill({ response, json: { ...answer, idToken: backdated(answer.idToken) } });
    },
    { times: 1 },
  );
}

/** The emulators take tokens that nobody signed. */
function backdated(idToken: string): string {
  const [header = '', payload = '', signature = ''] = idToken.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { auth_time: number };
  const earlier = { ...claims, auth_time: claims.auth_time - signedInBeforeS };
  return [header, Buffer.from(JSON.stringify(earlier)).toString('base64url'), signature].join('.');
}

/** Leaves the phones behind. */
export async function putAway(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()));
}
