type Operator = '==' | '<=' | 'array-contains';

/** What a value stands for when a phone asks: the rules let a query through only if it is about oneself, one's unit or one's operator. */
type Value = 'me' | 'my unit' | 'my operator' | 'anything';

/** The form of a query, without what it asks for. */
export interface QueryShape {
  /** The only file that asks it. */
  file: string;
  collection: string;
  /** True for all collections of that name together. */
  isGroup?: true;
  where: readonly (readonly [field: string, operator: Operator, value: Value])[];
  orderBy?: readonly [field: string, direction: 'asc' | 'desc'];
}

export interface PhoneQueryShape extends QueryShape {
  /** The document below which the collection lies; at the top when missing. */
  below?: 'a complaint' | 'my inbox';
  /** Null only where the rules ask for no bound. */
  limit: number | null;
}

const rowFeed = 'app/src/features/worklist/row-feed.ts';
const searchRows = 'app/src/features/worklist/search-rows.ts';
const related = 'app/src/features/complaint/related-complaints.ts';
const reference = 'app/src/platform/reference.ts';

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

/** Every form of query that a phone asks. */
export const phoneQueries: readonly PhoneQueryShape[] = [
  { file: rowFeed, collection: 'complaints', where: [...mine, ...openOnly], orderBy: ['dueAt', 'asc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: mine, orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: [...ofUnit, ...openOnly], orderBy: ['dueAt', 'asc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: ofUnit, orderBy: ['updatedAt', 'desc'], limit: 50 },
  { file: rowFeed, collection: 'complaints', where: received, orderBy: ['capturedAt', 'desc'], limit: 50 },
  { file: searchRows, collection: 'complaints', where: [...ofUnit, ['number', '==', 'anything']], limit: 50 },
  { file: searchRows, collection: 'complaints', where: [...ofUnit, ['contactLast4', '==', 'anything']], orderBy: ['capturedAt', 'desc'], limit: 50 },
  { file: related, collection: 'complaints', where: [...ofUnit, ['contactLast4', '==', 'anything']], orderBy: ['capturedAt', 'desc'], limit: 50 },
  { file: related, collection: 'complaints', where: [...ofUnit, ['number', '==', 'anything']], limit: 1 },
  {
    file: 'app/src/features/recording/find-repeats.ts',
    collection: 'complaints',
    where: [...ofUnit, ['contactKey', '==', 'anything'], ['category', '==', 'anything']],
    limit: 20,
  },
  { file: 'app/src/platform/live-complaint.ts', below: 'a complaint', collection: 'journal', where: [], orderBy: ['receivedAt', 'desc'], limit: 100 },
  { file: 'app/src/features/complaint/attachments.ts', below: 'a complaint', collection: 'attachments', where: [], orderBy: ['capturedAt', 'asc'], limit: 30 },
  { file: 'app/src/features/inbox/inbox-feed.ts', below: 'my inbox', collection: 'items', where: [], orderBy: ['at', 'desc'], limit: 50 },
  { file: reference, collection: 'units', where: [['pack', '==', 'my operator']], limit: 1000 },
  { file: reference, collection: 'staff', where: [['pack', '==', 'my operator']], limit: 1000 },
  { file: reference, collection: 'regions', where: [], limit: null },
  { file: reference, collection: 'calendar', where: [], limit: null },
];

const sweep = 'functions/src/schedules/sweep.ts';
const storedReference = 'functions/src/adapters/stored-reference.ts';

/** Every form of query that a function asks; rules do not bind them. */
const functionQueries: readonly QueryShape[] = [
  {
    file: sweep,
    collection: 'complaints',
    where: [
      ['state', '==', 'anything'],
      ['receivedAt', '<=', 'anything'],
    ],
  },
  {
    file: sweep,
    collection: 'journal',
    isGroup: true,
    where: [
      ['outcome', '==', 'anything'],
      ['receivedAt', '<=', 'anything'],
    ],
  },
  {
    file: sweep,
    collection: 'replies',
    isGroup: true,
    where: [
      ['outcome', '==', 'anything'],
      ['createdAt', '<=', 'anything'],
    ],
  },
  {
    file: sweep,
    collection: 'attachments',
    isGroup: true,
    where: [
      ['check', '==', 'anything'],
      ['receivedAt', '<=', 'anything'],
    ],
  },
  { file: sweep, collection: 'staff', where: [['active', '==', 'anything']] },
  { file: sweep, collection: 'staff', where: [['onDuty', '==', 'anything']] },
  { file: 'functions/src/organisation/release-work.ts', collection: 'complaints', where: [['people', 'array-contains', 'anything'], ...openOnly] },
  {
    file: 'functions/src/complaint/receive-complaint.ts',
    collection: 'complaints',
    where: [
      ['contactKey', '==', 'anything'],
      ['category', '==', 'anything'],
    ],
    orderBy: ['capturedAt', 'desc'],
  },
  { file: 'functions/src/complaint/find-assignment.ts', collection: 'complaints', where: [['handlerUid', '==', 'anything'], ...openOnly] },
  { file: 'functions/src/callables/look-up-status.ts', collection: 'complaints', where: [['number', '==', 'anything']] },
  { file: storedReference, collection: 'units', where: [] },
  { file: storedReference, collection: 'calendar', where: [] },
];

export const allQueries: readonly QueryShape[] = [...phoneQueries, ...functionQueries];
