import { expect, test } from '@playwright/test';
import { numberOf } from '@shouwen/domain/kernel/number';
import { caseComplaintId } from '../../tools/seed/record-cases.ts';
import type { TestCity } from '../support/city.ts';
import { runScheduled } from '../support/functions-clock.ts';
import { outletLadder } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { logIn, origin, turnTo } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway } from '../support/staff-phone.ts';
import { textsIn } from './screen-texts.ts';
import { checkScreen, pageIn } from './screen-check.ts';

const inTime = { timeout: 60_000 };
let city: TestCity;
let balanceAgain = async (): Promise<unknown> => undefined;

test.beforeAll(() => {
  city = openServedCity();
});
test.afterEach(() => balanceAgain());
test.afterAll(() => city.close());

const texts = textsIn['zh-CN'].books;

test('the books can be read by everybody (REF-8, RET-2)', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, 't-auditor-1');
  await turnTo(page, '/books');
  await page.getByRole('group', { name: texts.find.legend }).getByRole('button').nth(1).tap();
  await page.getByRole('textbox').fill('7K3M9');
  await page.getByRole('button', { name: texts.find.show }).tap();
  await expect(page.getByText(texts.find.wrongComplaint)).toBeVisible();
  await checkScreen(page, 'books wrong number');
  await page.getByRole('textbox').fill(numberOf(caseComplaintId('case-offer-ended')));
  await page.getByRole('button', { name: texts.find.show }).tap();
  await expect(page.getByRole('article')).toHaveCount(1, inTime);
  await checkScreen(page, 'books complaint');
  await page.goto(`${origin()}/books?account=A2003-2207`);
  await expect(page.getByRole('article').first()).toBeVisible(inTime);
  await checkScreen(page, 'books account');
  await page.getByRole('article').last().scrollIntoViewIfNeeded();
  await checkScreen(page, 'books account end');
  await page.getByRole('button', { name: texts.export.action }).tap();
  const sheet = page.getByRole('dialog', { name: texts.export.title });
  await sheet.getByRole('button', { name: texts.export.submit, exact: true }).tap();
  await expect(sheet.getByText(texts.export.missing)).toBeVisible();
  await checkScreen(page, 'books export');
  await page.goto(`${origin()}/books?account=A0000-0000`);
  await expect(page.getByText(texts.statement.empty.title)).toBeVisible(inTime);
  await checkScreen(page, 'books empty');

  await runScheduled('reconcileBooks');
  await page.getByRole('tab', { name: texts.tabs.daily }).tap();
  await expect(page.getByText(texts.daily.balanced, { exact: true }).first()).toBeVisible(inTime);
  await checkScreen(page, 'books balanced');
  const account = city.firestore.doc(`accounts/${await newAccount(city)}`);
  balanceAgain = async () => {
    await account.update({ 'balancesFen.cash': 10_000 });
    await runScheduled('reconcileBooks');
  };
  await account.update({ 'balancesFen.cash': 9_999 });
  await runScheduled('reconcileBooks');
  await expect(page.getByText(texts.daily.code.balanceDiffers)).toBeVisible(inTime);
  await checkScreen(page, 'books differ');
  await putAway(page);
});

test('whoever may not see the books is told so (RET-2)', async ({ browser }) => {
  const page = await pageIn(browser, { serviceWorkers: 'block' });
  await logIn(page, outletLadder.clerk);
  await turnTo(page, '/books');
  await expect(page.getByText(texts.notYours.title)).toBeVisible(inTime);
  await checkScreen(page, 'books not yours');
  await putAway(page);
});
