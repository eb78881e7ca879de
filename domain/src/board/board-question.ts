import type { UnitId } from '../kernel/brand.ts';
import { dayOf, hourMs, startOfDayMs } from '../calendar/day.ts';
import type { ComplaintState } from '../complaint/complaint-values.ts';
import type { BoardRules } from '../policy/board-rules.ts';

/** PST-2: by which link of the chain mail came to harm, and how often because nobody took a round over. Asked for operators that carry mail alone. */
export const linkQuestions = ['linkAccept', 'linkSort', 'linkTransport', 'linkDeliver', 'noCover'] as const;

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
  'promisedAnew',
  'reportedLater',
  ...linkQuestions,
] as const;
export type QuestionName = (typeof questionNames)[number];

type Field =
  | 'responsible.link'
  | 'responsible.cause'
  | 'responsible.atMs'
  | 'open'
  | 'state'
  | 'dueAtMs'
  | 'escalationLevel'
  | 'replyTime.inTime'
  | 'answeredAtMs'
  | 'lateReply.atMs'
  | 'reportedLater.receivedAtMs'
  | 'told'
  | 'told.by';
export type BoardCondition = readonly [field: Field, operator: '==' | '!=' | '<=' | '>=' | 'in', value: boolean | number | string | null | readonly string[]];

/** What a complaint must be to be counted, and in which order those that are counted are listed. */
export interface BoardQuestion {
  /** Which unit it counts for: whoever has it, or whoever had it then. */
  unit: 'handlingUnitId' | 'replyTime.unitId' | 'lateReply.unitId' | 'brokenPromise.unitId' | 'reportedLater.unitId' | 'responsible.unitId';
  where: readonly BoardCondition[];
  orderBy: readonly [
    field: 'dueAtMs' | 'escalationLevel' | 'answeredAtMs' | 'lateReply.atMs' | 'reportedLater.receivedAtMs' | 'responsible.atMs',
    direction: 'asc' | 'desc',
  ];
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
  const unit = 'handlingUnitId';
  const monthMs = startOfMonthMs(atMs);
  const answeredInTime: BoardQuestion = {
    unit: 'replyTime.unitId',
    where: [
      ['replyTime.inTime', '==', true],
      ['answeredAtMs', '>=', monthMs],
    ],
    orderBy: ['answeredAtMs', 'desc'],
  };
  switch (name) {
    case 'open':
      return { unit, where: unanswered, orderBy: ['dueAtMs', 'asc'] };
    case 'overdue':
      return { unit, where: [...unanswered, ['dueAtMs', '<=', atMs]], orderBy: ['dueAtMs', 'asc'] };
    case 'nearDue':
      return { unit, where: [...unanswered, ['dueAtMs', '>=', atMs + 1], ['dueAtMs', '<=', atMs + rules.nearDueHours * hourMs]], orderBy: ['dueAtMs', 'asc'] };
    case 'escalated':
      return { unit, where: [...unanswered, ['escalationLevel', '>=', rules.escalatedFromLevel]], orderBy: ['escalationLevel', 'desc'] };
    case 'unaccepted':
      return { unit, where: [['state', 'in', unaccepted]], orderBy: ['dueAtMs', 'asc'] };
    case 'waiting':
      return { unit, where: [['state', 'in', waiting]], orderBy: ['dueAtMs', 'asc'] };
    case 'untold':
      return {
        unit,
        where: [
          ['state', '==', 'answered'],
          ['told', '==', null],
        ],
        orderBy: ['answeredAtMs', 'asc'],
      };
    case 'answeredInTimeTold':
      // Any way of telling: an answer from before it was kept has none.
      return { ...answeredInTime, where: [...answeredInTime.where, ['told.by', '>=', '']] };
    case 'answeredInTime':
      return answeredInTime;
    case 'answeredLate':
      return { unit: 'lateReply.unitId', where: [['lateReply.atMs', '>=', monthMs]], orderBy: ['lateReply.atMs', 'desc'] };
    case 'promisedAnew':
      return { unit: 'brokenPromise.unitId', where: [...unanswered, ['dueAtMs', '>=', atMs + 1]], orderBy: ['dueAtMs', 'asc'] };
    case 'reportedLater':
      return { unit: 'reportedLater.unitId', where: [['reportedLater.receivedAtMs', '>=', monthMs]], orderBy: ['reportedLater.receivedAtMs', 'desc'] };
    case 'linkAccept':
      return linkQuestion(['responsible.link', '==', 'accept'], monthMs);
    case 'linkSort':
      return linkQuestion(['responsible.link', '==', 'sort'], monthMs);
    case 'linkTransport':
      return linkQuestion(['responsible.link', '==', 'transport'], monthMs);
    case 'linkDeliver':
      return linkQuestion(['responsible.link', '==', 'deliver'], monthMs);
    case 'noCover':
      return linkQuestion(['responsible.cause', '==', 'noCover'], monthMs);
  }
}

/** For the unit that answers for the link, whoever handles the complaint. */
function linkQuestion(named: BoardCondition, sinceMs: number): BoardQuestion {
  return { unit: 'responsible.unitId', where: [named, ['responsible.atMs', '>=', sinceMs]], orderBy: ['responsible.atMs', 'desc'] };
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
