import type { Assist } from '../../assist/assist.ts';
import type { AssistEvent } from '../../assist/event.ts';
import type { AssistNotice } from '../../assist/notices.ts';
import { hourMs } from '../../calendar/day.ts';
import type { MonthAssist, World } from './world.ts';

const awaiting: readonly Assist['state'][] = ['asked', 'accepted'];

function failureOf({ seed, nowMs }: World, assist: Assist, what: string): Error {
  return new Error(
    `seed ${seed}, ${new Date(nowMs + 8 * hourMs).toISOString()}, assist ${assist.id} of ${assist.complaintId}: ${what}\n${JSON.stringify(assist)}`,
  );
}

/** AST-1, AST-2: what must be true after each change, said without looking at how decisions are made. */
export function watchAssist(world: World, stored: MonthAssist, before: Assist, events: readonly AssistEvent[], notices: readonly AssistNotice[]): void {
  const { assist } = stored;
  const fault = faultOf(world, stored, before, events, notices);
  if (fault) throw failureOf(world, assist, fault);
}

function faultOf(world: World, stored: MonthAssist, before: Assist, events: readonly AssistEvent[], notices: readonly AssistNotice[]): string | null {
  const { assist } = stored;
  const facts = assist.overdues.map(({ clock, dueAtMs, unitId }) => `${clock} ${dueAtMs} ${unitId}`);
  if (new Set(facts).size !== facts.length) return 'a clock ran out twice';
  for (const event of events) {
    if (event.type !== 'overdueNoted') continue;
    if (event.overdue.unitId !== before.toUnitId) return `it is ${event.overdue.unitId} that is late, and ${before.toUnitId} was asked`;
    if (event.overdue.dueAtMs > world.nowMs) return 'it is late before its time';
  }
  const isAnswered = events.some(({ type }) => type === 'answered');
  if (isAnswered) stored.tellings += 1;
  if (stored.tellings > 1) return 'it was answered twice';
  const told = notices.filter(({ kind }) => kind === 'assistAnswered');
  if (told.length > 1 || (told.length > 0 && !isAnswered)) return 'somebody is woken more than once';
  if (assist.isAwaited !== awaiting.includes(assist.state)) return 'whether an answer is owed does not follow from where it stands';
  if (assist.acceptDueAtMs !== null && assist.dueAtMs !== null && assist.acceptDueAtMs > assist.dueAtMs)
    return 'it is to be accepted after it is to be answered';
  return null;
}

/** What must be true once everything has arrived and the schedule has run for the last time. */
export function watchAssistsAtEnd(world: World): void {
  for (const { assist } of world.assists.values()) {
    const complaint = world.complaints.get(assist.complaintId)?.complaint;
    if (!complaint) throw failureOf(world, assist, 'its complaint is not there');
    if (assist.state === 'requested') throw failureOf(world, assist, 'it was never taken in');
    if (assist.nextDueAtMs !== null && assist.nextDueAtMs <= world.nowMs) throw failureOf(world, assist, 'a step of it was never taken');
    const noted = complaint.assists.find(({ assistId }) => assistId === assist.id);
    if (assist.state === 'refused' ? noted !== undefined : noted?.standing !== assist.state)
      throw failureOf(world, assist, `the complaint has it as ${noted?.standing ?? 'unknown'}`);
  }
}
