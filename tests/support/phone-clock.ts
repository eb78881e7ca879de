import type { Page } from '@playwright/test';

/** Lets what the phone believes to be the server's time be another one. Its own clock stays: it is then wrong by a known offset, as phones are (TIME). */
export async function setPhoneClock(page: Page, atMs: number): Promise<void> {
  const offsetMs = atMs - Date.now();
  await page.unroute(/\/reachable\.txt/);
  await page.route(/\/reachable\.txt/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), date: new Date(Date.now() + offsetMs).toUTCString() } });
  });
  await page.evaluate((offset) => localStorage.setItem('shouwen.clockOffset', String(offset)), offsetMs);
  await page.reload();
}
