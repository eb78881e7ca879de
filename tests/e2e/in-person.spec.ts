import { expect, test } from '@playwright/test';
import { save, tell, turnTo, unknownNumber } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const { complaint, recording } = textsIn['zh-CN'];
const manager = 't-qjp-huaihai-manager-1';

test('OWN-8: a clerk leads the customer to the manager on duty in one tap, who receives them in one tap and owns the complaint from then on', async ({
  browser,
}) => {
  const city = openServedCity();
  const clerk = await staffPhone(browser, 't-qjp-huaihai-clerk-1');
  await turnTo(clerk, '/record');
  await tell(clerk, {
    phone: unknownNumber(),
    name: '孟庆余',
    what: '柜台前等着,要求当面说清这笔信息费。',
    category: '代收',
    ask: '要求解释',
    tier: '普通',
    region: '清江浦区',
  });
  const { id } = await save(clerk);
  await clerk.getByRole('button', { name: recording.recorded.leadToManager }).tap();
  await expect(clerk.getByText(recording.recorded.ledToManager)).toBeVisible();
  await checkScreen(clerk, 'recorded led to manager');
  const stored = (field: string) => async () => (await city.firestore.doc(`complaints/${id}`).get()).get(field) as unknown;
  await expect.poll(stored('ledToManager.uids'), inTime).toEqual([manager]);

  const page = await staffPhone(browser, manager);
  await turnTo(page, `/complaint/${id}`);
  await expect(page.getByText(/请您当面接待这位客户/)).toBeVisible(inTime);
  await checkScreen(page, 'complaint to receive in person');
  await page.getByRole('button', { name: complaint.command.receiveInPerson, exact: true }).tap();
  await expect.poll(stored('ownerUid'), inTime).toBe(manager);
  await expect(page.locator('.timeline')).toContainText(complaint.entry.receiveInPerson, inTime);
  await putAway(clerk, page);
  await city.close();
});
