import { expect, test } from '@playwright/test';
import { origin } from '../support/phone.ts';
import { oldWebkit } from './drive/old-webkit.ts';
import { anyComplaint, signIn } from './walk.ts';

const pages = ['/workbench', '/record', '/inbox', '/me', '/promises', '/outbox', '/approvals'];

test('WebKit of the oldest iPhones that are supported: the app starts, somebody signs in, and every page opens', async () => {
  const { id, number, handlerUid, token } = await anyComplaint();
  const { page, end } = await oldWebkit();
  try {
    await signIn(page, handlerUid);
    await page.goTo(`${origin()}/complaint/${id}`);
    await page.sees(number);
    for (const path of pages) {
      await page.goTo(`${origin()}${path}`);
      await expect.poll(() => page.run(shownPage), { message: path, timeout: 20_000 }).toEqual({ isThere: true, isBroken: false, isLoading: false });
    }
    const databases = await page.run(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases, 'none that is deleted at each start: a page that ends meanwhile would leave the next one waiting').not.toContainEqual(
      expect.stringMatching(/validate|heartbeat/),
    );
    await page.goTo(`${origin()}/s#${token}`);
    await page.sees(number);
  } finally {
    await end();
  }
});

/** Runs in the page. */
function shownPage(): { isThere: boolean; isBroken: boolean; isLoading: boolean } {
  const shown = document.querySelector<HTMLElement>('.ion-page:not(.ion-page-hidden) ion-content');
  return {
    isThere: shown !== null && shown.innerText.trim() !== '',
    isBroken: document.body.innerText.includes('页面打不开'),
    isLoading: document.querySelector('.ion-page:not(.ion-page-hidden) .skeleton') !== null,
  };
}
