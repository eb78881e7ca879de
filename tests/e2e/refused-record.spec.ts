import { expect, type Page, test } from '@playwright/test';
import { firstPage, newPhone, origin, save, signIn, tell } from '../support/phone.ts';
import { storedDocument, storeDocument } from '../support/stored-documents.ts';

test('of three complaints recorded offline the server refuses one: two arrive, the third comes back with its reason, nothing is lost (REC-4)', async () => {
  test.setTimeout(120_000);
  const phone = newPhone();
  try {
    const context = await phone.open();
    const page = await firstPage(context);
    await signIn(page, 't-ls-liancheng-clerk-1');
    await page.goto(`${origin()}/record`);
    await page.getByLabel('客户号码').waitFor();
    await context.setOffline(true);
    const recorded = [];
    for (const suffix of ['1', '2', '3']) recorded.push(await recordPlain(page, suffix));
    const [first, refused, third] = recorded;
    if (!first || !refused || !third) throw new Error('three were recorded');
    await storeDocument(`complaints/${refused.id}`, { number: refused.number, state: 'assigned', what: 'not the same', people: [], audience: ['t-ls'], open: true, seq: 1 });

    await context.setOffline(false);
    await expect.poll(async () => (await storedDocument(`complaints/${first.id}`))?.['state'], { timeout: 60_000 }).toBe('assigned');
    await expect.poll(async () => (await storedDocument(`complaints/${third.id}`))?.['state'], { timeout: 60_000 }).toBe('assigned');
    await page.goto(`${origin()}/outbox`);
    await expect(page.getByText('未被接收').first()).toBeVisible();
    await expect(page.getByText(refused.number)).toBeVisible();
    await expect(page.getByText(/服务器上/)).toBeVisible();

    await page.getByRole('button', { name: '修改' }).tap();
    await expect(page.getByLabel('事情经过'), 'nothing that was typed is lost').toHaveValue(/第 2 件/);
    const again = await save(page);
    await expect.poll(async () => (await storedDocument(`complaints/${again.id}`))?.['state'], { timeout: 60_000 }).toBe('assigned');
    await context.close();
  } finally {
    phone.throwAway();
  }
});

async function recordPlain(page: Page, suffix: string): Promise<{ number: string; id: string }> {
  await page.goto(`${origin()}/record`);
  await tell(page, { phone: `1391111333${suffix}`, name: '赵涟水', what: `第 ${suffix} 件:话费里有一笔看不懂的月租费用,要求解释。`, category: '套餐', ask: '解释', region: '涟水县' });
  return save(page);
}
