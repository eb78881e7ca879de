import type { UnitId } from '../kernel/brand.ts';
import { dayOf, hourMs, startOfDayMs } from '../calendar/day.ts';
import type { ComplaintState } from '../complaint/complaint-values.ts';
import type { BoardRules } from '../policy/board-rules.ts';

/** Each number of a board, as a question about complaints. */
export const questionNames = [
  'open',
  'overdue',
  'nearDue',
  'escalated',
  'unaccepted',
  'waiting',
  'untold',
  'answeredInTime',
  'answeredInTimeTold',
  'answeredLate',
] as const;
export type QuestionName = (typeof questionNames)[number];

type Field = 'open' | 'state' | 'dueAtMs' | 'escalationLevel' | 'replyTime.inTime' | 'answeredAtMs' | 'told' | 'told.by';
export type BoardCondition = readonly [field: Field, operator: '==' | '!=' | '<=' | '>=' | 'in', value: boolean | number | string | null | readonly string[]];

/** What a complaint must be to be counted, and in which order those that are counted are listed. */
export interface BoardQuestion {
  where: readonly BoardCondition[];
  orderBy: readonly [field: 'dueAtMs' | 'escalationLevel' | 'answeredAtMs', direction: 'asc' | 'desc'];
}

/** A question may name so many units at once: with three states each, that is as many alternatives as a database takes. */
export const mostUnitsAsked = 10;

const unaccepted: readonly ComplaintState[] = ['recorded', 'assigned', 'reopened'];
const waiting: readonly ComplaintState[] = ['awaitingCustomer', 'awaitingApproval', 'awaitingOther'];
/** Answered complaints are open until they are closed, but nobody waits for a reply any more. */
const unanswered: readonly BoardCondition[] = [
  ['open', '==', true],
  ['state', '!=', 'answered'],
];

/** The one definition of what a board counts, for whoever counts and for whoever lists what was counted. Of the moment `atMs`. */
export function boardQuestion(name: QuestionName, rules: BoardRules, atMs: number): BoardQuestion {
  const answered = (inTime: boolean): BoardQuestion => ({
    where: [
      ['replyTime.inTime', '==', inTime],
      ['answeredAtMs', '>=', startOfMonthMs(atMs)],
    ],
    orderBy: ['answeredAtMs', 'desc'],
  });
  switch (name) {
    case 'open':
      return { where: unanswered, orderBy: ['dueAtMs', 'asc'] };
    case 'overdue':
      return { where: [...unanswered, ['dueAtMs', '<=', atMs]], orderBy: ['dueAtMs', 'asc'] };
    case 'nearDue':
      return { where: [...unanswered, ['dueAtMs', '>=', atMs + 1], ['dueAtMs', '<=', atMs + rules.nearDueHours * hourMs]], orderBy: ['dueAtMs', 'asc'] };
    case 'escalated':
      return { where: [...unanswered, ['escalationLevel', '>=', rules.escalatedFromLevel]], orderBy: ['escalationLevel', 'desc'] };
    case 'unaccepted':
      return { where: [['state', 'in', unaccepted]], orderBy: ['dueAtMs', 'asc'] };
    case 'waiting':
      return { where: [['state', 'in', waiting]], orderBy: ['dueAtMs', 'asc'] };
    case 'untold':
      return {
        where: [
          ['state', '==', 'answered'],
          ['told', '==', null],
        ],
        orderBy: ['answeredAtMs', 'asc'],
      };
    case 'answeredInTimeTold': {
      // Any way of telling: an answer from before it was kept has none.
      const { where, orderBy } = answered(true);
      return { where: [...where, ['told.by', '>=', '']], orderBy };
    }
    case 'answeredInTime':
      return answered(true);
    case 'answeredLate':
      return answered(false);
  }
}

/** The month of the operator's calendar (TIME, SLA-7). */
export function startOfMonthMs(atMs: number): number {
  return startOfDayMs(`${dayOf(atMs).slice(0, 7)}-01`);
}

/** Units in portions that one question can name. */
export function unitPortions(unitIds: readonly UnitId[]): string[][] {
  const portions: string[][] = [];
  for (let from = 0; from < unitIds.length; from += mostUnitsAsked) portions.push(unitIds.slice(from, from + mostUnitsAsked));
  return portions;
}
