import { type Decision, decided, refused } from '../kernel/decision.ts';
import { isPendingAssist, type AssistStanding } from './assist-standing.ts';
import type { Complaint } from './complaint.ts';
import type { DecideContext } from './context.ts';
import type { ComplaintEvent } from './event.ts';
import { startOfWait } from './time/decide-time.ts';
import { mostWaitMs } from './time/plan.ts';

/** AST-1: the complaint waits for whoever was asked to assist, until the last of them has answered or should have; no longer than any wait (SLA-5). */
export function decideAwaitAssists(complaint: Complaint, context: DecideContext): Decision<ComplaintEvent> {
  const pending = complaint.assists.filter(isPendingAssist);
  if (pending.length === 0) return refused('noOpenAssist');
  const { atMs, pack } = context;
  const latestMs = atMs + mostWaitMs(pack);
  const lastDueMs = Math.max(...pending.map(({ answerDueAtMs }) => answerDueAtMs));
  const untilAtMs = lastDueMs > atMs ? Math.min(lastDueMs, latestMs) : latestMs;
  const waiting = { ...startOfWait(complaint, 'other', context), reason: '', whom: null, untilAtMs, isForAssists: true as const };
  return decided({ type: 'waitStarted', atMs, for: 'other', waiting });
}

/** Where an assist stands now; with the last that an answer was still to come of, the wait for them is over. */
export function decideNoteAssist(complaint: Complaint, assist: AssistStanding, { atMs }: DecideContext): Decision<ComplaintEvent> {
  const known = complaint.assists.find(({ assistId }) => assistId === assist.assistId);
  if (known && JSON.stringify({ ...known, atMs: 0 }) === JSON.stringify({ ...assist, atMs: 0 })) return decided();
  const others = complaint.assists.filter(({ assistId }) => assistId !== assist.assistId);
  const isWaiting = complaint.state === 'awaitingOther' && complaint.waiting?.isForAssists === true;
  const isLast = ![...others, assist].some(isPendingAssist);
  return decided<ComplaintEvent>({ type: 'assistNoted', atMs, assist }, ...(isWaiting && isLast ? [{ type: 'waitEnded' as const, atMs }] : []));
}
