import { expect, test } from '@playwright/test';
import { logIn, origin, save, tell, turnTo, unknownNumber } from '../support/phone.ts';
import { openServedCity } from '../support/served-city.ts';
import { newScreen, putAway, staffPhone } from '../support/staff-phone.ts';
import { checkScreen } from './screen-check.ts';
import { textsIn } from './screen-texts.ts';

const inTime = { timeout: 60_000 };
const { assist } = textsIn['zh-CN'];
const clerk = 't-qjp-huaihai-clerk-1';
const engineer = 't-net-engineer-2';
const question = '请核实健康小区昨夜 20 时的基站告警';
const answer = '基站 20:10 断电，21:30 恢复；已派人加装电池。';

test('AST-1 to AST-3: the network is asked, answers without a network of its own, and whoever asked has the answer', async ({ browser }) => {
  const city = openServedCity();
  const asking = await staffPhone(browser, clerk);
  await asking.goto(`${origin()}/record`);
  await tell(asking, {
    phone: unknownNumber(),
    name: '赵长河',
    what: '停机期间还被扣了代收费，说那几天没有信号。',
    category: '代收',
    ask: '退费',
    tier: '普通',
    region: '清江浦区',
  });
  const { id } = await save(asking);
  await asking.goto(`${origin()}/complaint/${id}`);
  await asking.getByRole('link', { name: assist.ofComplaint.ask }).click(inTime);
  await asking.getByRole('button', { name: assist.ask.submit }).click();
  await expect(asking.getByText('请填写：请对方协助的事')).toBeVisible();
  await asking.getByLabel(assist.ask.toUnit, { exact: true }).selectOption({ label: '网络部' });
  await asking.getByLabel(assist.ask.question).fill(question);
  await checkScreen(asking, 'ask for assistance');
  await asking.getByRole('button', { name: assist.ask.submit }).click();
  await asking.getByRole('link', { name: `网络部 · ${question}` }).click(inTime);
  await checkScreen(asking, 'assist of whoever asks');

  const asked = await newScreen(browser, { viewport: { width: 390, height: 844 } });
  await logIn(asked, engineer);
  await turnTo(asked, '/assists');
  await asked.getByText(question).click(inTime);
  await expect(asked.getByText('停机期间还被扣了代收费')).toBeVisible(inTime);
  await expect(asked.getByText('赵长河')).toHaveCount(0);
  await checkScreen(asked, 'assist of whoever is asked');
  await asked.getByRole('button', { name: assist.command.accept }).click();
  await expect(asked.getByText(assist.state.accepted, { exact: true })).toBeVisible(inTime);
  await expect(asked.getByText('樊少峰 · 网络部'), 'confirmed before the network goes').toBeVisible(inTime);

  await asked.context().setOffline(true);
  await asked.getByRole('button', { name: assist.command.answer }).click();
  await asked.getByLabel(assist.form.answerText).fill(answer);
  await checkScreen(asked, 'answer to an assist');
  await asked.getByRole('button', { name: assist.form.submit }).click();
  await expect(asked.getByText(assist.state.answered, { exact: true })).toBeVisible();
  await expect(asked.getByText(assist.notConfirmed)).toBeVisible();
  await asked.context().setOffline(false);

  await expect(asking.getByText(answer).first()).toBeVisible(inTime);
  await asking.getByRole('button', { name: assist.command.close }).click();
  await expect(asking.getByText(assist.state.closed, { exact: true })).toBeVisible(inTime);
  const stored = await city.firestore.collection('assists').where('complaintId', '==', id).get();
  await expect.poll(async () => (await stored.docs[0]?.ref.get())?.get('state') as unknown, inTime).toBe('closed');
  await asking.setViewportSize({ width: 1366, height: 768 });
  await turnTo(asking, `/complaint/${id}/assist`);
  await asking.getByRole('button', { name: assist.ask.outside }).click();
  await asking.getByLabel(assist.ask.kind, { exact: true }).selectOption({ label: assist.outside.supplier });
  await asking.getByLabel(assist.ask.name, { exact: true }).fill('某某科技');
  await asking.getByLabel(assist.ask.question).fill('请提供订购时的确认短信');
  await checkScreen(asking, 'ask somebody outside');
  await asking.getByRole('button', { name: assist.ask.submit }).click();
  await asking.getByRole('link', { name: /某某科技/ }).click(inTime);
  await asking.getByRole('button', { name: assist.command.chase }).click(inTime);
  await asking.getByLabel(assist.form.chaseText).fill('电话催办，对方答应下午回复。');
  await asking.getByRole('button', { name: assist.form.submit }).click();
  await expect(asking.getByText('电话催办，对方答应下午回复。').first()).toBeVisible(inTime);
  await asking.getByRole('button', { name: assist.command.answer }).click();
  await asking.getByLabel(assist.form.answerText).fill('没有确认短信，同意退费。');
  await asking.getByLabel(assist.form.saidBy).fill('李经理');
  await asking.getByRole('button', { name: assist.form.submit }).click();
  await expect(asking.getByText('对方答复人：李经理')).toBeVisible(inTime);
  await checkScreen(asking, 'assist of somebody outside');
  await turnTo(asking, `/complaint/${id}`);
  await expect(asking.getByRole('link', { name: /某某科技/ })).toBeVisible(inTime);
  await asking.getByRole('link', { name: /某某科技/ }).scrollIntoViewIfNeeded();
  await checkScreen(asking, 'complaint with its assists');
  await turnTo(asking, '/assists?list=asked');
  await expect(asking.locator('.assist-row').getByText('某某科技')).toBeVisible(inTime);
  await checkScreen(asking, 'list of assists');
  await putAway(asking, asked);
  await city.close();
});
