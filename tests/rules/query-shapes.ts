import { aggregates } from '../../functions/src/aggregates.ts';
import { dueOf } from '../../functions/src/journal/due-of.ts';
import { allDueWork } from '../../functions/src/schedules/do-due.ts';
import { bookQueries } from './book-queries.ts';
import { changePhoneQueries, changeQueries } from './change-queries.ts';
import { boardQuestions } from './board-queries.ts';
import { messagePhoneQueries, messageQueries } from './message-queries.ts';
import type { PhoneQueryShape, QueryShape } from './query-shape.ts';
import { tileQueries } from './tile-queries.ts';

const rowFeed = 'app/src/platform/rows/row-feed.ts';
const searchRows = 'app/src/features/worklist/search-rows.ts';
const album = 'app/src/features/complaint/album.ts';
const related = 'app/src/features/complaint/related-complaints.ts';
const colleaguesNow = 'app/src/records/colleagues-now.ts';
const reference = 'app/src/platform/reference/reference.ts';
const liveRefunds = 'app/src/records/live-refunds.ts';
const liveAggregate = 'app/src/records/live-aggregate.ts';
const liveAssist = 'app/src/records/assist/live-assist.ts';
const liveClosure = 'app/src/records/live-closure.ts';
const readBooks = 'app/src/features/books/read-books.ts';
const accessRecord = 'app/src/features/access/access-record.ts';
const liveCounted = 'app/src/features/board/live-counted.ts';

const mine = [
  ['people', 'array-contains', 'me'],
  ['handlerUid', '==', 'me'],
] as const;
const ofUnit = [['audience', 'array-contains', 'my unit']] as const;
const received = [
  ['people', 'array-contains', 'me'],
  ['ownerUid', '==', 'me'],
] as const;
const openOnly = [['open', '==', 'anything']] as const;
const promised = [
  ['dueAt', '>=', 'anything'],
  ['dueAt', '<=', 'anything'],
] as const;
const promisedContact = [
  ['nextContactAtMs', '>=', 'anything'],
  ['nextContactAtMs', '<=', 'anything'],
] as const;
const ownUnpassed = [
  ['byUid', '==', 'me'],
  ['check', 'in', 'anything'],
] as const;
const ofPerson = [
  ['byUid', '==', 'anything'],
  ['receivedAt', '<=', 'anything'],
] as const;
const ofOperator = [['pack', '==', 'my operator']] as const;

/** Every form of query that a phone asks. */
export const phoneQueries: readonly PhoneQueryShape[] = [
  { file: rowFeed, collection: 'complaints', where: [...mine, ...openOnly], orderBy: ['dueAt', 'asc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: mine, orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: [...ofUnit, ...openOnly], orderBy: ['dueAt', 'asc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: ofUnit, orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: received, orderBy: ['capturedAt', 'desc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: [...mine, ...openOnly, ...promised], orderBy: ['dueAt', 'asc'], limit: 200 },
  { file: rowFeed, collection: 'complaints', where: [...ofUnit, ...openOnly, ...promised], orderBy: ['dueAt', 'asc'], limit: 200 },
  { file: rowFeed, collection: 'complaints', where: [...mine, ...openOnly, ...promisedContact], orderBy: ['nextContactAtMs', 'asc'], limit: 200 },
  { file: rowFeed, collection: 'complaints', where: [...ofUnit, ...openOnly, ...promisedContact], orderBy: ['nextContactAtMs', 'asc'], limit: 200 },
  {
    file: 'app/src/features/untold/UntoldPage.tsx',
    collection: 'complaints',
    where: [...mine, ['state', '==', 'anything'], ['told', '==', 'anything']],
    orderBy: ['answeredAt', 'asc'],
    limit: 50,
  },
  { file: searchRows, collection: 'complaints', where: [...ofUnit, ['number', '==', 'anything']], limit: 50 },
  { file: searchRows, collection: 'complaints', where: [...ofUnit, ['contactLast4', '==', 'anything']], orderBy: ['capturedAt', 'desc'], limit: 50 },
  { file: related, collection: 'complaints', where: [...ofUnit, ['contactLast4', '==', 'anything']], orderBy: ['capturedAt', 'desc'], limit: 50 },
  { file: related, collection: 'complaints', where: [...ofUnit, ['number', '==', 'anything']], limit: 1 },
  { file: liveAggregate, below: 'a complaint', collection: 'journal', where: [], orderBy: ['receivedAt', 'desc'], limit: 100 },
  ...messagePhoneQueries,
  { file: album, below: 'a complaint', collection: 'attachments', where: [['check', '==', 'passed']], orderBy: ['receivedAt', 'asc'], limit: 12 },
  { file: album, below: 'a complaint', collection: 'attachments', where: ownUnpassed, orderBy: ['receivedAt', 'desc'], limit: 12 },
  { file: 'app/src/features/inbox/inbox-feed.ts', below: 'my inbox', collection: 'items', where: [], orderBy: ['at', 'desc'], limit: 50 },
  {
    file: liveRefunds,
    collection: 'refunds',
    where: [
      ['approverUids', 'array-contains', 'me'],
      ['state', '==', 'anything'],
    ],
    orderBy: ['dueAt', 'asc'],
    limit: 50,
  },
  { file: liveRefunds, collection: 'refunds', where: [...ofUnit, ['state', '==', 'anything']], orderBy: ['dueAt', 'asc'], limit: 50 },
  { file: liveRefunds, collection: 'refunds', where: [['requesterUid', '==', 'me']], orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: liveAggregate, below: 'a refund', collection: 'journal', where: [], orderBy: ['receivedAt', 'desc'], limit: 100 },
  {
    file: liveAssist,
    by: 'networkEngineer',
    collection: 'assists',
    where: [
      ['toUnitId', '==', 'my unit'],
      ['isAwaited', '==', 'anything'],
    ],
    orderBy: ['dueAt', 'asc'],
    limit: 50,
  },
  { file: liveAssist, collection: 'assists', where: [...ofUnit, ['state', '==', 'anything']], orderBy: ['dueAt', 'asc'], limit: 50 },
  { file: liveAssist, collection: 'assists', where: [['requesterUid', '==', 'me'], ...openOnly], orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: liveAggregate, below: 'an assist', collection: 'journal', where: [], orderBy: ['receivedAt', 'desc'], limit: 100 },
  { file: liveClosure, collection: 'closures', where: ofUnit, orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: liveAggregate, below: 'a closure', collection: 'journal', where: [], orderBy: ['receivedAt', 'desc'], limit: 100 },
  {
    file: readBooks,
    by: 'auditor',
    collection: 'ledger',
    where: [...ofOperator, ['accountNos', 'array-contains', 'anything']],
    orderBy: ['postedAt', 'asc'],
    limit: 200,
  },
  { file: readBooks, by: 'auditor', collection: 'ledger', where: [...ofOperator, ['complaintId', '==', 'anything']], orderBy: ['postedAt', 'asc'], limit: 200 },
  { file: readBooks, by: 'auditor', collection: 'reconciliations', where: ofOperator, orderBy: ['day', 'desc'], limit: 14 },
  { file: readBooks, by: 'auditor', collection: 'complaints', where: [...ofUnit, ['number', '==', 'anything']], limit: 1 },
  ...boardQuestions.map(({ unit = 'handlingUnitId', where, ...order }): PhoneQueryShape => ({
    file: liveCounted,
    collection: 'complaints',
    where: [...ofUnit, [unit, 'in', 'anything'], ...where],
    ...order,
    limit: 50,
  })),
  { file: 'app/src/features/policy/policy-changes.ts', by: 'auditor', collection: 'policyChanges', where: ofOperator, orderBy: ['at', 'desc'], limit: 50 },
  ...(['lookups', 'lookupCounts', 'contactCounts'] as const).map((collection): PhoneQueryShape => ({
    file: accessRecord,
    by: 'qualityInspector',
    collection,
    where: ofOperator,
    orderBy: ['at', 'desc'],
    limit: 200,
  })),
  { file: accessRecord, by: 'qualityInspector', collection: 'doubtfulReplies', where: ofOperator, orderBy: ['receivedAt', 'desc'], limit: 100 },
  ...changePhoneQueries,
  ...tileQueries.flatMap(([one]) => one ?? []),
  { file: colleaguesNow, collection: 'staff', where: [...ofOperator, ['uid', 'in', 'anything']], limit: 30 },
  { file: reference, collection: 'regions', where: [], limit: null },
  { file: reference, collection: 'calendar', where: [], limit: null },
];

const refreshDirectory = 'functions/src/organisation/refresh-directory.ts';
const waitingWork = 'functions/src/journal/waiting-work.ts';
const duePages = 'functions/src/journal/due-pages.ts';
const previewDue = 'functions/src/schedules/preview-due.ts';
const releaseWork = 'functions/src/schedules/release-work.ts';
const readOthers = 'functions/src/refund/read-others.ts';
const gatherRefundFacts = 'functions/src/refund/gather-refund-facts.ts';
const readPeople = 'functions/src/refund/read-people.ts';
const reconcileBooks = 'functions/src/ledger/check-books.ts';
const exportStatement = 'functions/src/callables/export-statement.ts';
const sendPushes = 'functions/src/push/send-pushes.ts';
const previewPolicy = 'functions/src/policy/policy-effects.ts';
const applyPolicies = 'functions/src/policy/apply-policies.ts';
const storedReference = 'functions/src/adapters/stored-reference.ts';

const previewRelease = 'functions/src/complaint/preview-release.ts';
const releaseDueWork = 'functions/src/schedules/release-due-work.ts';

/** Every form of query that a function asks; rules do not bind them. */
const functionQueries: readonly QueryShape[] = [
  ...aggregates.map(({ manifest: { collection } }): QueryShape => ({
    file: waitingWork,
    collection,
    where: [
      ['state', '==', 'anything'],
      ['receivedAt', '<=', 'anything'],
    ],
    orderBy: ['receivedAt', 'asc'],
  })),
  {
    file: waitingWork,
    collection: 'journal',
    isGroup: true,
    where: [
      ['outcome', '==', 'anything'],
      ['receivedAt', '<=', 'anything'],
    ],
    orderBy: ['receivedAt', 'asc'],
  },
  {
    file: waitingWork,
    collection: 'replies',
    isGroup: true,
    where: [
      ['outcome', '==', 'anything'],
      ['createdAt', '<=', 'anything'],
    ],
    orderBy: ['createdAt', 'asc'],
  },
  {
    file: waitingWork,
    collection: 'attachments',
    isGroup: true,
    where: [
      ['check', '==', 'anything'],
      ['receivedAt', '<=', 'anything'],
    ],
    orderBy: ['receivedAt', 'asc'],
  },
  ...[previewPolicy, applyPolicies].map((file): QueryShape => ({ file, collection: 'complaints', where: [['pack', '==', 'anything'], ...openOnly] })),
  { file: 'functions/src/attachment/check-attachment.ts', collection: 'attachments', where: ofPerson },
  { file: applyPolicies, collection: 'policyChanges', where: [['applying', '==', 'anything']] },
  { file: applyPolicies, collection: 'refunds', where: [['pack', '==', 'anything'], ...openOnly] },
  ...changeQueries,
  {
    file: 'functions/src/policy/notify-missing-calendar.ts',
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  { file: 'functions/src/organisation/complete-staff.ts', collection: 'staff', where: [] },
  { file: releaseDueWork, collection: 'staff', where: [['standsUntilMs', '<=', 'anything']], orderBy: ['standsUntilMs', 'asc'] },
  { file: releaseDueWork, collection: 'staff', where: [['releaseDue', '==', 'anything']] },
  ...allDueWork().map(({ collection }): QueryShape => ({
    file: duePages,
    collection,
    where: [['nextDueAt', '<=', 'anything']],
    orderBy: ['nextDueAt', 'asc'],
  })),
  ...messageQueries,
  ...aggregates
    .flatMap((aggregate) => dueOf(aggregate) ?? [])
    .map(({ collection }): QueryShape => ({
      file: previewDue,
      collection,
      where: [
        ['audience', 'array-contains', 'anything'],
        ['nextDueAt', '<=', 'anything'],
      ],
      orderBy: ['nextDueAt', 'asc'],
    })),
  ...aggregates.flatMap(({ manifest: { collection }, release }): QueryShape[] =>
    release ? [{ file: releaseWork, collection, where: [[release.holderField, 'array-contains', 'anything'], ...openOnly] }] : [],
  ),
  { file: previewRelease, collection: 'complaints', where: [['people', 'array-contains', 'anything'], ...openOnly] },
  ...['complaintId', 'basis.customerKey', 'accountNo'].map((field): QueryShape => ({
    file: readOthers,
    collection: 'refunds',
    where: [[field, '==', 'anything']],
  })),
  {
    file: readOthers,
    collection: 'refunds',
    where: [
      ['requesterUid', '==', 'anything'],
      ['updatedAt', '>=', 'anything'],
    ],
    orderBy: ['updatedAt', 'desc'],
  },
  {
    file: 'functions/src/assist/gather-assist-facts.ts',
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', 'in', 'anything'],
    ],
  },
  ...bookQueries,
  { file: gatherRefundFacts, collection: 'refunds', where: [['cardSerial', '==', 'anything']] },
  {
    file: readPeople,
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  {
    file: readPeople,
    collection: 'staff',
    where: [
      ['unitId', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  {
    file: 'functions/src/callables/open-contact.ts',
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  {
    file: 'functions/src/complaint/read-directory.ts',
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  {
    file: 'functions/src/closure/gather-closure-facts.ts',
    collection: 'billingOrders',
    where: [
      ['accountNos', 'array-contains', 'anything'],
      ['state', '==', 'anything'],
    ],
  },
  {
    file: 'functions/src/closure/closure-confirmers.ts',
    collection: 'staff',
    where: [
      ['unitId', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  {
    file: reconcileBooks,
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', '==', 'anything'],
    ],
  },
  {
    file: exportStatement,
    collection: 'ledger',
    where: [
      ['pack', '==', 'anything'],
      ['accountNos', 'array-contains', 'anything'],
    ],
  },
  {
    file: exportStatement,
    collection: 'ledger',
    where: [
      ['pack', '==', 'anything'],
      ['complaintId', '==', 'anything'],
    ],
  },
  // Either of the two is asked for at once, which needs the index of each.
  ...['contactKey', 'concernsKey'].map((field): QueryShape => ({
    file: 'functions/src/customer/complaint-key.ts',
    collection: 'complaintKeys',
    where: [
      ['pack', '==', 'anything'],
      [field, 'in', 'anything'],
      ['startedAt', '>=', 'anything'],
    ],
    orderBy: ['startedAt', 'desc'],
  })),
  {
    file: 'functions/src/customer/read-accounts.ts',
    collection: 'accounts',
    where: [
      ['pack', '==', 'anything'],
      ['contactKey', 'in', 'anything'],
    ],
  },
  { file: 'functions/src/refund/register-former-cards.ts', collection: 'refunds', where: [['form', '==', 'anything']] },
  {
    file: 'functions/src/customer/move-keys.ts',
    collection: 'refunds',
    where: [['basis.customerKey', '<=', 'anything']],
    orderBy: ['basis.customerKey', 'asc'],
  },
  { file: 'functions/src/customer/move-keys.ts', collection: 'accounts', where: [['contactKey', '<=', 'anything']], orderBy: ['contactKey', 'asc'] },
  ...['complaints', 'closures'].map((collection): QueryShape => ({
    file: 'functions/src/customer/move-keys.ts',
    collection,
    where: [['contactKey', '>=', 'anything']],
    orderBy: ['contactKey', 'asc'],
  })),
  { file: 'functions/src/complaint/doubt-of.ts', collection: 'contactViews', where: [['at', '>=', 'anything']], orderBy: ['at', 'desc'] },
  { file: 'functions/src/complaint/apply-said.ts', collection: 'replies', where: [['type', '==', 'anything']] },
  { file: 'functions/src/complaint/find-assignment.ts', collection: 'complaints', where: [['handlerUid', '==', 'anything'], ...openOnly] },
  { file: 'functions/src/callables/look-up-status.ts', collection: 'complaints', where: [['number', '==', 'anything']] },
  {
    file: sendPushes,
    collection: 'items',
    isGroup: true,
    where: [
      ['push', '==', 'anything'],
      ['pushAt', '<=', 'anything'],
    ],
    orderBy: ['pushAt', 'asc'],
  },
  { file: sendPushes, collection: 'items', where: [['read', '==', 'anything']] },
  { file: 'functions/src/push/devices.ts', collection: 'devices', where: [['uid', '==', 'anything']] },
  ...boardQuestions.map(({ unit = 'handlingUnitId', where, ...order }): QueryShape => ({
    file: 'functions/src/board/count-board.ts',
    collection: 'complaints',
    where: [['audience', 'array-contains', 'anything'], [unit, 'in', 'anything'], ...where],
    ...order,
  })),
  { file: storedReference, collection: 'units', where: [] },
  { file: refreshDirectory, collection: 'units', where: [['pack', '==', 'anything']] },
  { file: refreshDirectory, collection: 'staff', where: [['pack', '==', 'anything']] },
  { file: 'functions/src/intake/desk-on-duty.ts', collection: 'staff', where: [['unitId', '==', 'anything']] },
  { file: storedReference, collection: 'calendar', where: [] },
];

export const allQueries: readonly QueryShape[] = [...phoneQueries, ...functionQueries];
