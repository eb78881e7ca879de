import { dayOf, startOfDayMs } from '../calendar/day.ts';
import type { ContactResult, NoteMessage } from './command.ts';
import type { Complaint } from './complaint.ts';
import type { ToldWay } from './complaint-values.ts';
import type { ComplaintEvent } from './event.ts';

/** What of an attempt tells the customer of an answer that has been given: they were reached, or stood there. */
const tellingResults: Partial<Record<ContactResult, ToldWay>> = { reached: 'phone', inPerson: 'counter' };

/** TEL-1: an attempt that reached the customer after the answer told them of it; one before it could not have. The first way counts. */
export function toldByContact({ state, told }: Pick<Complaint, 'state' | 'told'>, result: ContactResult, atMs: number): ComplaintEvent[] {
  const by = tellingResults[result];
  return state === 'answered' && told === null && by !== undefined ? [toldBy(by, atMs)] : [];
}

/** TEL-1: whoever opens the page after the answer, or speaks from it, knows it. When they did is kept to the day, and never as before the answer. */
export function toldByPage({ state, told, answer }: Pick<Complaint, 'state' | 'told' | 'answer'>, atMs: number): ComplaintEvent[] {
  if ((state !== 'answered' && state !== 'closed') || told !== null || answer === null) return [];
  return [toldBy('page', Math.max(startOfDayMs(dayOf(atMs)), answer.atMs))];
}

/**
 * TEL-1: an answer that the centre has taken is told, unless it was before; TEL-5: one that nobody will hear is not, whatever was thought meanwhile. Of an answer that stands no
 * longer nothing is said, and of other messages only that they failed.
 */
export function toldByMessage(
  complaint: Pick<Complaint, 'state' | 'told' | 'reopenCount'>,
  message: Omit<NoteMessage, 'type'>,
  atMs: number,
): ComplaintEvent[] {
  const { state, told, reopenCount } = complaint;
  const { outcome, isAnswer, run } = message;
  const stands = (state === 'answered' || state === 'closed') && reopenCount === run;
  if (outcome === 'accepted') return isAnswer && stands && told === null ? [toldBy('sms', atMs)] : [];
  const isNews = !isAnswer || (stands && (told === null || told.by === 'sms'));
  return isNews ? [{ type: 'customerNotTold', atMs, isAnswer }] : [];
}

export function toldBy(by: ToldWay, atMs: number): ComplaintEvent {
  return { type: 'customerTold', atMs, told: { by, atMs } };
}

/** Whether an answer stands that its customer does not know of, as far as anybody has said. */
export function isUntold({ state, told }: Pick<Complaint, 'state' | 'told'>): boolean {
  return state === 'answered' && told === null;
}
