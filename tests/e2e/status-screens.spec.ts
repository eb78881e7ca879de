import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { numberOf } from '@shouwen/domain/kernel/number';
import { zhCN } from '../../app/src/status/i18n/zh-cn.ts';
import { caseStatusToken } from '../../tools/seed/record-cases.ts';
import { origin } from '../support/phone.ts';
import { forgetTries } from '../support/stored-documents.ts';
import { checkScreen } from './screen-check.ts';

const texts = zhCN;

test("the customer's page can be used by everybody in every state (OWN-3, KNO-3)", async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await customerPage(browser);
  const states = [
    ['case-former-owner', texts.states.assigned.title],
    ['case-plan-retired', texts.states.awaitingCustomer.title],
    ['case-wrong-top-up', texts.states.answered.title],
    ['case-ems-draft', texts.states.closed.title],
  ] as const;
  for (const [caseId, title] of states) {
    await open(page, caseStatusToken(caseId));
    await expect(page.getByRole('heading', { name: title, exact: true, level: 1 })).toBeVisible();
    await checkScreen(page, `status ${caseId}`);
  }
  await refundScreens(page);
  await formScreens(page);
  await open(page, 'A'.repeat(22));
  await expect(page.getByRole('heading', { name: texts.failures.missing.title })).toBeVisible();
  await checkScreen(page, 'status missing');
  await open(page, 'torn-off');
  await expect(page.getByRole('heading', { name: texts.failures.brokenLink.title })).toBeVisible();
  await checkScreen(page, 'status broken link');
  await page.context().close();
});

/** REF-5: what was approved and what has been paid; the seed has one of each. */
async function refundScreens(page: Page): Promise<void> {
  for (const [caseId, standing, amount] of [
    ['case-free-ringtone', texts.refunds.standing.approved(''), '15.00'],
    ['case-offer-ended', texts.refunds.standing.paid(''), '160.00'],
  ] as const) {
    await open(page, caseStatusToken(caseId));
    const line = page.getByRole('listitem').filter({ hasText: `¥${amount}` });
    await expect(line).toContainText(standing.replace(/[（()）\s]+$/, ''));
    await line.scrollIntoViewIfNeeded();
    await checkScreen(page, `status refund ${caseId}`);
  }
}

/** The forms with what they say when something is lacking. */
async function formScreens(page: Page): Promise<void> {
  await open(page, caseStatusToken('case-wrong-top-up'));
  await page.getByRole('button', { name: texts.rating.submit }).tap();
  await expect(page.getByText(texts.rating.starsMissing)).toBeVisible();
  await page.getByRole('radio', { name: '2' }).check({ force: true });
  await page.getByText(texts.rating.reason.slow).scrollIntoViewIfNeeded();
  await checkScreen(page, 'status rating');
  for (const { title, submit, missing } of [texts.disagreement, texts.information]) {
    await page.getByRole('heading', { name: title, exact: true }).tap();
    await page
      .getByRole('group')
      .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
      .getByRole('button', { name: submit, exact: true })
      .tap();
    await expect(page.getByText(missing)).toBeVisible();
    await checkScreen(page, `status form ${submit === texts.information.submit ? 'information' : 'disagreement'}`);
  }
}

test('a complaint can be looked up by everybody (OWN-3)', async ({ browser }) => {
  await forgetTries();
  const page = await customerPage(browser);
  await page.goto(`${origin()}/s`);
  await expect(page.getByRole('heading', { name: texts.lookUp.title })).toBeVisible();
  await checkScreen(page, 'look-up');
  const submit = page.getByRole('button', { name: texts.lookUp.submit, exact: true });
  await page.getByLabel(texts.lookUp.number).fill('12345');
  await submit.tap();
  await expect(page.getByText(texts.lookUp.numberWrong)).toBeVisible();
  await checkScreen(page, 'look-up wrong number');
  await page.getByLabel(texts.lookUp.number).fill(numberOf(randomUUID()));
  await page.getByLabel(texts.lookUp.phone, { exact: true }).fill('13800001001');
  await submit.tap();
  await expect(page.getByText(texts.lookUp.unknown)).toBeVisible();
  await checkScreen(page, 'look-up unknown');
  await page.context().close();
});

/** A new visit each time: going from one link to another in an open page is another matter. */
async function open(page: Page, fragment: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${origin()}/s#${fragment}`);
}

async function customerPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  return context.newPage();
}
