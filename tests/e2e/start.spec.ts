import { expect, test } from '@playwright/test';
import { origin } from '../support/phone.ts';

test('where the app’s code does not run, the page says what to do in both languages instead of showing grey for ever', async ({ page }) => {
  await page.route(/\/assets\/index-.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'let too = (old' }));
  await page.goto(`${origin()}/worklist`);
  await expect(page.getByText('请把系统和浏览器更新到较新的版本')).toBeVisible();
  await expect(page.getByText('update the system and the browser')).toBeVisible();
});

test('where it runs, nothing of that is ever shown', async ({ page }) => {
  await page.goto(`${origin()}/sign-in`);
  await expect(page.locator('input[name=email]')).toBeVisible();
  await expect(page.locator('.boot-trouble')).toHaveCount(0);
});
