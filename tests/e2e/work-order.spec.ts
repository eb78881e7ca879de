import { expect, test } from '@playwright/test';
import { caseComplaintId } from '../../tools/seed/record-cases.ts';
import { turnTo } from '../support/phone.ts';
import { staffPhone } from '../support/staff-phone.ts';
import { storedDocument } from '../support/stored-documents.ts';
import { textsIn } from './screen-texts.ts';

const texts = textsIn['zh-CN'];
const hard = '此客户难缠,可打其单位电话0517-88880000。';

test('a note for colleagues is on the internal copy of the work order and not on the one that the customer signs (WO-1, RET-2)', async ({ browser }) => {
  const id = caseComplaintId('case-sp-fee-35');
  const page = await staffPhone(browser, String((await storedDocument(`complaints/${id}`))?.['handlerUid']));
  await turnTo(page, `/complaint/${id}`);
  await page.getByRole('button', { name: texts.complaint.more }).tap();
  await page.getByRole('dialog').getByRole('button', { name: texts.complaint.command.note, exact: true }).tap();
  await page.getByRole('dialog').getByRole('textbox').fill(hard);
  await page.getByRole('dialog').getByRole('button', { name: texts.complaint.form.submit, exact: true }).tap();
  await expect(page.locator('.timeline .entry').first()).toContainText(hard);
  await expect(page.locator('.timeline .entry').first()).toHaveClass(/entry-applied/);

  await turnTo(page, `/complaint/${id}/work-order`);
  const sheet = page.locator('.sheet-a4');
  await expect(sheet).toContainText(texts.workOrder.copy.customer);
  await expect(sheet.locator('.sheet-steps li').first()).toBeVisible();
  for (const inside of [hard, '0517-88880000', '难缠']) await expect(sheet).not.toContainText(inside);
  await page.getByRole('tab', { name: texts.workOrder.copy.internal }).tap();
  await expect(sheet).toContainText(hard);
  await page.context().close();
});
