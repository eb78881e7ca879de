import { dayOf, startOfDayMs } from '../calendar/day.ts';
import type { contactResults } from './command.ts';
import type { Complaint } from './complaint.ts';
import type { ToldWay } from './complaint-values.ts';
import type { ComplaintEvent } from './event.ts';

/** What of an attempt tells the customer of an answer that has been given: they were reached, or stood there. */
const tellingResults: Partial<Record<(typeof contactResults)[number], ToldWay>> = { reached: 'phone', inPerson: 'counter' };

/** TEL-1: an attempt that reached the customer after the answer told them of it; one before it could not have. The first way counts. */
export function toldByContact({ state, told }: Pick<Complaint, 'state' | 'told'>, result: (typeof contactResults)[number], atMs: number): ComplaintEvent[] {
  const by = tellingResults[result];
  return state === 'answered' && told === null && by !== undefined ? [toldBy(by, atMs)] : [];
}

/** TEL-1: whoever opens the page after the answer, or speaks from it, knows it. When they did is kept to the day, and never as before the answer. */
export function toldByPage({ state, told, answer }: Pick<Complaint, 'state' | 'told' | 'answer'>, atMs: number): ComplaintEvent[] {
  if ((state !== 'answered' && state !== 'closed') || told !== null || answer === null) return [];
  return [toldBy('page', Math.max(startOfDayMs(dayOf(atMs)), answer.atMs))];
}

export function toldBy(by: ToldWay, atMs: number): ComplaintEvent {
  return { type: 'customerTold', atMs, told: { by, atMs } };
}

/** Whether an answer stands that its customer does not know of, as far as anybody has said. */
export function isUntold({ state, told }: Pick<Complaint, 'state' | 'told'>): boolean {
  return state === 'answered' && told === null;
}
