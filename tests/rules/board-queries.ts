import type { QueryShape } from './query-shape.ts';

const unanswered = [
  ['open', '==', 'anything'],
  ['state', '!=', 'anything'],
] as const;

/** What a board asks of the units of a line, to count it and to list what was counted (domain/src/board/board-question.ts). */
export const boardQuestions: readonly (Pick<QueryShape, 'where' | 'orderBy'> & { unit?: string })[] = [
  { where: unanswered, orderBy: ['dueAt', 'asc'] },
  { where: [...unanswered, ['dueAt', '<=', 'anything']], orderBy: ['dueAt', 'asc'] },
  { where: [...unanswered, ['dueAt', '>=', 'anything'], ['dueAt', '<=', 'anything']], orderBy: ['dueAt', 'asc'] },
  { where: [...unanswered, ['escalationLevel', '>=', 'anything']], orderBy: ['escalationLevel', 'desc'] },
  { where: [['state', 'in', 'anything']], orderBy: ['dueAt', 'asc'] },
  {
    unit: 'replyTime.unitId',
    where: [
      ['replyTime.inTime', '==', 'anything'],
      ['answeredAt', '>=', 'anything'],
    ],
    orderBy: ['answeredAt', 'desc'],
  },
  {
    unit: 'replyTime.unitId',
    where: [
      ['replyTime.inTime', '==', 'anything'],
      ['answeredAt', '>=', 'anything'],
      ['told.by', '>=', 'anything'],
    ],
    orderBy: ['answeredAt', 'desc'],
  },
  {
    where: [
      ['state', '==', 'anything'],
      ['told', '==', 'anything'],
    ],
    orderBy: ['answeredAt', 'asc'],
  },
  { unit: 'lateReply.unitId', where: [['lateReply.atMs', '>=', 'anything']], orderBy: ['lateReply.atMs', 'desc'] },
  { unit: 'brokenPromise.unitId', where: [...unanswered, ['dueAt', '>=', 'anything']], orderBy: ['dueAt', 'asc'] },
  { unit: 'reportedLater.unitId', where: [['reportedLater.receivedAtMs', '>=', 'anything']], orderBy: ['reportedLater.receivedAtMs', 'desc'] },
  ...['responsible.link', 'responsible.cause'].map((named) => ({
    unit: 'responsible.unitId',
    where: [[named, '==', 'anything'] as const, ['responsible.atMs', '>=', 'anything'] as const],
    orderBy: ['responsible.atMs', 'desc'] as const,
  })),
];
