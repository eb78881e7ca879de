import { expect, type Page, test } from '@playwright/test';
import { firstPage, newPhone, origin, type Saved, save, signIn, tell } from '../support/phone.ts';
import { storedDocument, storeDocument } from '../support/stored-documents.ts';

const clerk = 't-ls-liancheng-clerk-1';
const inTime = { timeout: 60_000 };

test('of three complaints recorded offline the server refuses one: two arrive, the third comes back with its reason, nothing is lost (REC-4)', async () => {
  const phone = newPhone();
  try {
    const context = await phone.open();
    const page = await firstPage(context);
    await signIn(page, clerk);
    await page.goto(`${origin()}/record`);
    await expect(page.getByLabel('客户号码')).toBeVisible();
    await context.setOffline(true);
    const first = await recordPlain(page, '1');
    const refused = await recordPlain(page, '2');
    const third = await recordPlain(page, '3');
    // Somebody else's document has taken the second one's id by the time the phone is back.
    await storeDocument(`complaints/${refused.id}`, {
      number: refused.number,
      state: 'assigned',
      what: 'not the same',
      people: [clerk],
      audience: [],
      open: true,
      seq: 1,
    });

    await page.goto(`${origin()}/outbox`);
    for (const { number } of [first, refused, third]) await expect(page.getByText(number)).toBeVisible();
    await context.setOffline(false);
    for (const { id } of [first, third]) await expect.poll(() => stateOf(id), inTime).toBe('assigned');
    await expect(page.getByText(refused.number)).toBeVisible();
    await expect(page.getByText('未被接收').first()).toBeVisible();
    await expect(page.getByText('服务器上同号的内容与本机不同'), 'the reason is told').toBeVisible();
    for (const { number } of [first, third]) await expect(page.getByText(number), 'what has arrived has left the phone').toHaveCount(0);

    await page.getByRole('button', { name: '修改' }).tap();
    await expect(page.getByLabel('事情经过'), 'nothing that was typed is lost').toHaveValue(whatOf('2'));
    await expect(page.getByLabel('客户号码')).toHaveValue('13911113332');
    const again = await save(page);
    expect(again.id, 'the id that was taken is not tried again').not.toBe(refused.id);
    await expect.poll(() => stateOf(again.id), inTime).toBe('assigned');
    expect((await storedDocument(`complaints/${again.id}`))?.['what']).toBe(whatOf('2'));
    expect((await storedDocument(`complaints/${refused.id}`))?.['what'], 'the document in the way is untouched').toBe('not the same');
    await context.close();
  } finally {
    phone.throwAway();
  }
});

async function recordPlain(page: Page, suffix: string): Promise<Saved> {
  await page.goto(`${origin()}/record`);
  await tell(page, { phone: `1391111333${suffix}`, name: '赵涟水', what: whatOf(suffix), category: '套餐', ask: '解释', tier: '普通', region: '涟水县' });
  return save(page);
}

function whatOf(suffix: string): string {
  return `第 ${suffix} 件:套餐里有一笔看不懂的月租费用,要求解释。`;
}

async function stateOf(id: string): Promise<unknown> {
  return (await storedDocument(`complaints/${id}`))?.['state'];
}
