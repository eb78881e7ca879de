import { expect, type Locator, type Page, test } from '@playwright/test';
import { firstPage, newPhone, origin, save, signIn, tell, type Told, unknownNumber } from '../support/phone.ts';
import { stripedPng } from '../support/png.ts';
import { storedDocument } from '../support/stored-documents.ts';

const inTime = { timeout: 60_000 };

const customer: Told = {
  phone: unknownNumber(),
  name: '徐许眙',
  what: '宽带装机一拖再拖,要求尽快解决。',
  category: '装机',
  ask: '解决问题',
  tier: '普通',
  region: '盱眙县',
};

test('a draft with its photo outlives the app being closed, and is found again without a network (REC-4)', async () => {
  const phone = newPhone();
  try {
    let context = await phone.open();
    let page = await firstPage(context);
    await signIn(page, 't-xy-xucheng-clerk-1');
    await openForm(page);
    await page.getByLabel('客户号码').fill(customer.phone);
    await page.getByLabel('事情经过').fill(customer.what);
    await page.locator('input[type=file][multiple]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: stripedPng(320, 240) });
    await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
    await expect(page.getByText('草稿已存在本机')).toBeVisible();
    await context.close();

    context = await phone.open({ offline: true });
    page = await firstPage(context);
    await openForm(page);
    await page.getByText('1 份未完成的登记').tap();
    await page.getByRole('button', { name: customer.what }).tap();
    await expect(page).toHaveURL(/\/record\/[\w-]+$/);
    const resumed = page.locator('.ion-page:not(.ion-page-hidden) .recording').last();
    await expect(resumed.getByLabel('客户号码')).toHaveValue(customer.phone);
    await expect(resumed.getByLabel('事情经过')).toHaveValue(customer.what);
    await expect(resumed.getByRole('img', { name: '照片 1' })).toBeVisible();
    await context.close();
  } finally {
    phone.throwAway();
  }
});

test('what is typed about a complaint outlives the app being ended, and is there without a network until it is sent (REC-4)', async () => {
  const note = '客户说安装师傅约了三次都没有来。';
  const phone = newPhone();
  try {
    let context = await phone.open();
    let page = await firstPage(context);
    await signIn(page, 't-xy-xucheng-clerk-1');
    await openForm(page);
    await tell(page, { ...customer, phone: unknownNumber() });
    const { id } = await save(page);
    await expect.poll(() => stateOf(id), inTime).toBe('assigned');
    await page.goto(`${origin()}/complaint/${id}`);
    await openNote(page);
    await noteField(page).fill(note);
    await context.close();

    context = await phone.open({ offline: true });
    page = await firstPage(context);
    await page.goto(`${origin()}/complaint/${id}`);
    await openNote(page);
    await expect(noteField(page)).toHaveValue(note);
    await expect(page.getByRole('dialog').getByText('已保留上次未提交的内容。')).toBeVisible();
    await page.getByRole('button', { name: '提交' }).tap();
    await expect(page.getByText(note)).toBeVisible();
    await openNote(page);
    await expect(noteField(page), 'once it is in the outbox it is no draft any more').toHaveValue('');
    await context.close();
  } finally {
    phone.throwAway();
  }
});

async function openNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更多操作' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '记备注', exact: true }).tap();
}

function noteField(page: Page): Locator {
  return page.getByRole('dialog').getByLabel('内容');
}

test('a repeat is warned of before saving, without a network, and is linked to the earlier complaint (ATT-2)', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 't-xy-xucheng-clerk-1');
  await openForm(page);
  await tell(page, customer);
  const first = await save(page);
  await expect.poll(() => stateOf(first.id), inTime).toBe('assigned');

  await context.setOffline(true);
  await page.getByRole('button', { name: '再登记一件' }).tap();
  await tell(page, customer);
  const warning = page.getByRole('alert').filter({ hasText: '同一客户近期有 1 件同类投诉' });
  await expect(warning).toContainText(first.number);
  await page.getByRole('button', { name: '保存', exact: true }).tap();
  await expect(page.locator('.recorded-number'), 'nothing is recorded before the person has decided').toHaveCount(0);
  await expect(warning).toBeInViewport();
  await warning.getByRole('button', { name: '不是同一件，另行登记' }).tap();
  await expect(page.getByText(`关联 ${first.number}`)).toBeVisible();
  const second = await save(page);

  await context.setOffline(false);
  await expect.poll(() => stateOf(second.id), inTime).toBe('assigned');
  const stored = await storedDocument(`complaints/${second.id}`);
  expect(stored?.['earlierIds'], 'what the phone knew is kept').toEqual({ values: [{ stringValue: first.id }] });
  expect(JSON.stringify(stored?.['flags']), 'the server finds it too').toContain('repeat');
  await context.close();
});

/** The form can be used without a network once it has been open with one. */
async function openForm(page: Page): Promise<void> {
  await page.goto(`${origin()}/record`);
  await expect(page.getByLabel('客户号码')).toBeVisible();
}

async function stateOf(id: string): Promise<unknown> {
  return (await storedDocument(`complaints/${id}`))?.['state'];
}
