import { createHash } from 'node:crypto';
import { dayMs } from '@shouwen/domain/calendar/day';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import type { Ask } from '@shouwen/domain/complaint/complaint';
import type { Firestore } from 'firebase-admin/firestore';
import type { City } from './city-files.ts';
import { firestoreFields, Moment } from './firestore-value.ts';
import { caseComplaintId } from './record-cases.ts';
import { commitAs, receivedNow, type Target } from './staff-client.ts';

type Story = (nowMs: number, asks: readonly Ask[]) => StaffCommand[];

const reached = (text: string): StaffCommand => ({ type: 'contactAttempt', result: 'reached', text, nextSlotAtMs: null });
const answered = (text: string, asks: readonly Ask[]): StaffCommand => ({ type: 'answer', text, checklist: asks.map((ask) => ({ ask, result: 'met' })) });

/** What the handlers of some cases have done since, so that every stage of a complaint can be seen; the other cases wait for somebody to accept them. */
const stories: Record<string, Story> = {
  'case-sp-fee-35': () => [{ type: 'accept' }, reached('已致电客户说明正在核查代收信息费的订购记录，客户同意等待。')],
  'case-caller-id-40-months': (nowMs) => [
    { type: 'accept' },
    { type: 'awaitOther', whom: '账务中心', reason: '调取2003年11月以来的逐月账单', untilAtMs: nowMs + 2 * dayMs },
  ],
  'case-wrong-top-up': (_nowMs, asks) => [{ type: 'accept' }, answered('已核实充值号码输错一位，款项已退回并充入客户本人号码，客户确认到账。', asks)],
  'case-plan-retired': (nowMs) => [{ type: 'accept' }, { type: 'awaitCustomer', reason: '请提供当时办理套餐的受理单照片', untilAtMs: nowMs + dayMs }],
  'case-free-ringtone': () => [{ type: 'accept' }, { type: 'note', text: '已查彩铃试用转收费的提醒短信，系统显示未送达客户。' }],
  'case-ems-draft': (_nowMs, asks) => [{ type: 'accept' }, answered('邮件已找到并妥投，收件人签收，已向客户致歉并告知查询经过。', asks), { type: 'close' }],
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
    const writes = commands.map((command, index) => {
      const entry = { ...entryOf(command, handler.uid, nowMs), after: index === 0 ? null : entryId(id, index - 1) };
      return {
        update: { name: nameOf(target, paths[index] ?? ''), fields: firestoreFields(entry) },
        updateTransforms: [receivedNow],
        currentDocument: { exists: false },
      };
    });
    await commitAs(target, handler.email, `The work on ${id}`, writes);
    return paths;
  });
  return (await Promise.all(worked)).flat();
}

function entryOf({ type, ...payload }: StaffCommand, uid: string, capturedAtMs: number): object {
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  return { type, payload, actor, capturedAt: new Moment(capturedAtMs), clockOffsetMs: 0, outcome: 'pending' };
}

function entryId(caseId: string, index: number): string {
  return createHash('sha256').update(`entry ${index} ${caseId}`).digest('hex').slice(0, 32);
}

function nameOf({ projectId }: Target, path: string): string {
  return `projects/${projectId}/databases/(default)/documents/${path}`;
}
