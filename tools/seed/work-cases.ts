import { createHash } from 'node:crypto';
import { dayMs } from '@shouwen/domain/calendar/day';
import type { BillLine } from '@shouwen/domain/complaint/cause-proof';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import type { Ask } from '@shouwen/domain/complaint/complaint-values';
import type { Firestore } from 'firebase-admin/firestore';
import type { City } from './city-files.ts';
import { caseComplaintId } from './record-cases.ts';
import { commitAs, creationOf, entryOf, type Target } from './staff-client.ts';

type Story = (nowMs: number, asks: readonly Ask[]) => StaffCommand[];

const reached = (text: string): StaffCommand => ({ type: 'contactAttempt', result: 'reached', text, nextSlotAtMs: null });
const causeFound = (text: string, evidence: string, bill: BillLine): StaffCommand => ({ type: 'confirmCause', text, evidence, photoId: null, bill });
const answered = (text: string, asks: readonly Ask[]): StaffCommand => ({ type: 'answer', text, checklist: asks.map((ask) => ({ ask, result: 'met' })) });

/** What the handlers of some cases have done since, so that every stage of a complaint can be seen; the other cases wait for somebody to accept them. */
const stories: Record<string, Story> = {
  'case-sp-fee-35': () => [
    { type: 'accept' },
    reached('已致电客户说明正在核查代收信息费的订购记录，客户同意等待。'),
    causeFound('代收信息费连续四个月每月三十五元，系统无客户订购记录，也无二次确认短信。', '计费系统四个月账单明细与短信网关下行记录，见业务核查单。', {
      period: '2026-10',
      item: '代收信息费',
      amountFen: 3500,
    }),
  ],
  'case-caller-id-40-months': (nowMs) => [
    { type: 'accept' },
    { type: 'awaitOther', whom: '账务中心', reason: '调取2003年11月以来的逐月账单', untilAtMs: nowMs + 2 * dayMs },
  ],
  'case-wrong-top-up': (_nowMs, asks) => [{ type: 'accept' }, answered('已核实充值号码输错一位，款项已退回并充入客户本人号码，客户确认到账。', asks)],
  'case-plan-retired': (nowMs) => [{ type: 'accept' }, { type: 'awaitCustomer', reason: '请提供当时办理套餐的受理单照片', untilAtMs: nowMs + dayMs }],
  'case-free-ringtone': () => [
    { type: 'accept' },
    { type: 'note', text: '已查彩铃试用转收费的提醒短信，系统显示未送达客户。' },
    causeFound('试用到期转收费前的提醒短信未送达，客户未确认续订，第四个月起按月收取五元，共三个月。', '短信网关状态报告为失败，彩铃平台无客户续订操作。', {
      period: '2026-10',
      item: '彩铃月租费',
      amountFen: 500,
    }),
  ],
  'case-offer-ended': () => [
    { type: 'accept' },
    causeFound('优惠到期取消只登报公告，未按承诺逐户短信告知，当月多收八十元。', '群发任务清单中没有该客户，当月账单与上月账单的差额为八十元。', {
      period: '2026-10',
      item: '套餐外通信费',
      amountFen: 8000,
    }),
  ],
  'case-ems-draft': (_nowMs, asks) => [
    { type: 'accept' },
    {
      type: 'nameLink',
      link: 'outside',
      unitId: null,
      cause: 'missort',
      evidence: '寄达局复查：广州处理中心误发至南京，经南京转回后当日投递。',
      trace: '2026-10-17 18:20:00 广州 已收寄\n2026-10-18 02:40:00 离开广州处理中心\n2026-10-21 06:15:00 到达淮安邮区中心局',
    },
    answered('邮件已找到并妥投，收件人签收，已向客户致歉并告知查询经过。', asks),
    { type: 'close' },
  ],
};

/**
 * Has the handlers work on their cases through the journal, the only way in which anything happens to a complaint. Each entry names the one before
 * it, so that they are applied in this order however they are delivered.
 *
 * @returns the paths of the entries.
 */
export async function workCases(target: Target, firestore: Firestore, city: City, nowMs: number): Promise<string[]> {
  const worked = city.cases.map(async ({ id, asks }) => {
    const complaintId = caseComplaintId(id);
    const handlerUid = (await firestore.doc(`complaints/${complaintId}`).get()).get('handlerUid') as string | null;
    const handler = city.staff.find((person) => person.uid === handlerUid);
    const commands = stories[id]?.(nowMs, asks) ?? [];
    if (handler === undefined || commands.length === 0) return [];
    const paths = commands.map((_command, index) => `complaints/${complaintId}/journal/${entryId(id, index)}`);
    const writes = commands.map((command, index) =>
      creationOf(target, paths[index] ?? '', entryOf(command, handler.uid, nowMs, index === 0 ? null : entryId(id, index - 1))),
    );
    await commitAs(target, handler.email, `The work on ${id}`, writes);
    return paths;
  });
  return (await Promise.all(worked)).flat();
}

function entryId(caseId: string, index: number): string {
  return createHash('sha256').update(`entry ${index} ${caseId}`).digest('hex').slice(0, 32);
}
