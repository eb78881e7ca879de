import { expect, type Page, test } from '@playwright/test';
import { dayOf } from '@shouwen/domain/calendar/day';
import { origin, tell, unknownNumber } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const texts = textsIn['zh-CN'];
const { concerned, mailItem, missing } = texts.recording;
const clerk = 't-qjp-huaihai-clerk-1';
const matter = {
  name: '赵长河',
  what: '号码已经过户，以前的机主说自己用的时候被多扣了代收费。',
  category: '代收',
  ask: '退费',
  tier: '普通',
  region: '清江浦区',
};

const aboutAnother = (page: Page) => page.getByRole('button', { name: concerned.another });

test('REC-2, CLO-6: recorded about a number that was the customer’s once, shown masked, and corrected', async ({ browser }) => {
  const page = await staffPhone(browser, clerk);
  const number = unknownNumber();
  await page.goto(`${origin()}/record`);
  await tell(page, { ...matter, phone: unknownNumber() });
  await aboutAnother(page).click();
  await page.getByRole('button', { name: texts.recording.save }).click();
  await expect(page.getByText(missing.concerned)).toBeVisible();
  await page.getByLabel(concerned.number).fill(number);
  await page.getByRole('button', { name: concerned.former }).click();
  await page.getByRole('button', { name: texts.recording.save }).click();
  await expect(page.getByText(missing.ownedUntilMs)).toBeVisible();
  await page.getByLabel(concerned.until).fill(dayOf(Date.now() - 40 * 86_400_000));
  await expect(page.getByText(concerned.later), 'it happened after that').toBeVisible();
  await checkScreen(page, 'record number concerned');
  await page.getByRole('button', { name: texts.recording.save }).click();
  await page.getByText(texts.recording.recorded.open).click();
  const masked = `${number.slice(0, 3)}****${number.slice(-4)}`;
  await expect(page.getByText(`${masked}（客户是以前的机主`)).toBeVisible(inTime);
  await expect(page.getByText(number)).toHaveCount(0);

  const right = unknownNumber();
  await page.getByRole('button', { name: texts.complaint.concerned.correct }).click();
  await page.getByLabel(concerned.number).fill(right);
  await page.getByRole('button', { name: concerned.former }).click();
  await page.getByLabel(texts.complaint.form.reason).fill('客户报错了一位');
  await checkScreen(page, 'correct number concerned');
  await page.getByRole('button', { name: texts.complaint.form.submit }).click();
  await expect(page.getByText(texts.complaint.concerned.saved)).toBeVisible(inTime);
  const correctedTo = `${right.slice(0, 3)}****${right.slice(-4)}`;
  await expect(page.getByText(`更正为：${correctedTo}`)).toBeVisible(inTime);
  await page.getByRole('button', { name: texts.complaint.contact.show }).click();
  await expect(page.getByText(right)).toBeVisible(inTime);
  await putAway(page);
});

test('REC-2: without a network nothing that was typed into a correction is lost', async ({ browser }) => {
  const city = openServedCity();
  const page = await staffPhone(browser, clerk);
  await page.goto(`${origin()}/record`);
  await tell(page, { ...matter, phone: unknownNumber() });
  await page.getByRole('button', { name: texts.recording.save }).click();
  await page.getByText(texts.recording.recorded.open).click();
  await page.getByRole('button', { name: texts.complaint.concerned.correct }).click(inTime);
  await aboutAnother(page).click();
  await page.getByLabel(concerned.number).fill('ha0517kd8812');
  await page.getByLabel(texts.complaint.form.reason).fill('是宽带的事');
  await page.route('**/api/correctConcerned', (route) => route.abort());
  await page.getByRole('button', { name: texts.complaint.form.submit }).click();
  await expect(page.getByText(texts.complaint.concerned.unreachable)).toBeVisible(inTime);
  await expect(page.getByLabel(concerned.number)).toHaveValue('ha0517kd8812');
  await page.unroute('**/api/correctConcerned');
  await page.getByRole('button', { name: texts.complaint.form.submit }).click();
  await expect(page.getByText('更正为：ha****12')).toBeVisible(inTime);
  await putAway(page);
  await city.close();
});

test('REC-2: at the post the item says its service, and who has neither says so', async ({ browser }) => {
  const page = await staffPhone(browser, 'p-cc-agent-1');
  await page.goto(`${origin()}/record`);
  await page.getByRole('button', { name: texts.recording.save }).click();
  await expect(page.getByText(missing.mailItem)).toBeVisible();
  await expect(page.getByText(missing.mailService)).toBeVisible();
  await page.getByRole('button', { name: mailItem.without }).click();
  await page.getByRole('button', { name: mailItem.unknown }).click();
  await expect(page.getByText(missing.mailItem)).toHaveCount(0);
  await expect(page.getByText(missing.mailService)).toHaveCount(0);
  await page.getByRole('textbox', { name: mailItem.label }).fill('EA123456785CS');
  await expect(page.getByRole('button', { name: '特快专递' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('textbox', { name: mailItem.label }).fill('RA123456785CN');
  await expect(page.getByRole('button', { name: '特快专递' })).toHaveAttribute('aria-pressed', 'false');
  await checkScreen(page, 'record at the post');
  await putAway(page);
});
