import type { PhoneQueryShape, QueryShape } from './query-shape.ts';

const isOverseen = 'functions/src/change/is-overseen.ts';
const ofOperator = [['pack', '==', 'my operator']] as const;
const ofOwnUnits = [...ofOperator, ['unitIds', 'array-contains', 'my unit']] as const;
const monthSpan = [
  ['proposedAtMs', '>=', 'anything'],
  ['proposedAtMs', '<', 'anything'],
] as const;
const inMonth = [...ofOperator, ...monthSpan] as const;
const waitingChange = [['state', '==', 'anything']] as const;
const changeRecord = { file: 'app/src/features/changes/change-record.ts', collection: 'changes', orderBy: ['proposedAtMs', 'desc'], limit: 100 } as const;

/** ADM-7: all of the record, or what is about the own unit: newest first, of a month, or what waits. */
export const changePhoneQueries: readonly PhoneQueryShape[] = [
  ...[ofOperator, inMonth, [...ofOperator, ...waitingChange]].map((where): PhoneQueryShape => ({ ...changeRecord, by: 'auditor', where })),
  ...[ofOwnUnits, [...ofOwnUnits, ...monthSpan], [...ofOwnUnits, ...waitingChange]].map((where): PhoneQueryShape => ({
    ...changeRecord,
    by: 'unitHead',
    where,
  })),
];

/** What functions ask of the record and of whom it is about. */
export const changeQueries: readonly QueryShape[] = [
  {
    file: 'functions/src/change/change-writes.ts',
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', 'in', 'anything'],
    ],
  },
  {
    file: 'functions/src/change/decide-change.ts',
    collection: 'changes',
    where: [
      ['byUid', '==', 'anything'],
      ['targetUid', '==', 'anything'],
      ['kind', '==', 'anything'],
      ['proposedAtMs', '>=', 'anything'],
    ],
  },
  {
    file: isOverseen,
    collection: 'staff',
    where: [
      ['pack', '==', 'anything'],
      ['role', 'in', 'anything'],
    ],
  },
  ...['before.role', 'after.role'].map((field): QueryShape => ({
    file: isOverseen,
    collection: 'changes',
    where: [
      ['pack', '==', 'anything'],
      ['kind', '==', 'anything'],
      ['state', '==', 'anything'],
      [field, 'in', 'anything'],
    ],
  })),
  ...[[], monthSpan].map((where): QueryShape => ({
    file: 'functions/src/change/export-record.ts',
    collection: 'changes',
    where: [['pack', '==', 'anything'], ...where],
    orderBy: ['proposedAtMs', 'desc'],
  })),
  ...['staff', 'changes'].map((collection): QueryShape => ({ file: 'functions/src/change/move-former-records.ts', collection, where: [] })),
  {
    file: 'functions/src/journal/waiting-work.ts',
    collection: 'changes',
    where: [
      ['state', '==', 'anything'],
      ['expiresAt', '<=', 'anything'],
    ],
    orderBy: ['expiresAt', 'asc'],
  },
];
