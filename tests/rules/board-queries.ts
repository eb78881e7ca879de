import type { QueryShape } from './query-shape.ts';

const unanswered = [
  ['open', '==', 'anything'],
  ['state', '!=', 'anything'],
] as const;

/** What a board asks of the units of a line, to count it and to list what was counted (domain/src/board/board-question.ts). */
export const boardQuestions: readonly Pick<QueryShape, 'where' | 'orderBy'>[] = [
  { where: unanswered, orderBy: ['dueAt', 'asc'] },
  { where: [...unanswered, ['dueAt', '<=', 'anything']], orderBy: ['dueAt', 'asc'] },
  { where: [...unanswered, ['dueAt', '>=', 'anything'], ['dueAt', '<=', 'anything']], orderBy: ['dueAt', 'asc'] },
  { where: [...unanswered, ['escalationLevel', '>=', 'anything']], orderBy: ['escalationLevel', 'desc'] },
  { where: [['state', 'in', 'anything']], orderBy: ['dueAt', 'asc'] },
  {
    where: [
      ['replyTime.inTime', '==', 'anything'],
      ['answeredAt', '>=', 'anything'],
    ],
    orderBy: ['answeredAt', 'desc'],
  },
  {
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
];
