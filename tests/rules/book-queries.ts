import type { QueryShape } from './query-shape.ts';

const [lookAtBooks, ledgerTotals, narrowDifference, rotation, readRecord] = [
  'look-at-books',
  'ledger-totals',
  'narrow-difference',
  'rotation',
  'read-record',
].map((name) => `functions/src/ledger/${name}.ts`) as [string, string, string, string, string];
const gatherScope = 'functions/src/ledger/gather-scope.ts';
const ofPack = [['pack', '==', 'anything']] as const;
const movements = ['movedFen', 'bucketFen.cash', 'bucketFen.rechargeCard', 'bucketFen.promotional'];
const balances = ['balancesFen.cash', 'balancesFen.rechargeCard', 'balancesFen.promotional'];
const within = (field: string): QueryShape['where'] => [...ofPack, [field, '>=', 'anything'], [field, '<', 'anything']];
const changed = { accounts: 'updatedAt', refunds: 'updatedAt', closures: 'updatedAt', ledger: 'postedAt' } as const;

/** What the nightly check asks of the books: by sum, of what has changed, by turns, and of all around what is looked at. */
export const bookQueries: readonly QueryShape[] = [
  ...Object.keys(changed).map((collection): QueryShape => ({ file: lookAtBooks, collection, where: ofPack })),
  ...Object.entries(changed).map(([collection, field]): QueryShape => ({
    file: lookAtBooks,
    collection,
    where: [...ofPack, [field, '>=', 'anything']],
    orderBy: [field, 'asc'],
  })),
  { file: 'functions/src/ledger/keep-movements.ts', collection: 'ledger', where: ofPack },
  ...['accounts', 'refunds', 'closures'].map((collection): QueryShape => ({ file: rotation, collection, where: ofPack })),
  { file: rotation, collection: 'ledger', where: [...ofPack, ['accountNos', '==', 'anything']] },
  { file: ledgerTotals, collection: 'ledger', where: ofPack, sums: movements },
  { file: ledgerTotals, collection: 'ledger', where: within('accountNos'), sums: movements },
  { file: ledgerTotals, collection: 'accounts', where: ofPack, sums: balances },
  { file: ledgerTotals, collection: 'accounts', where: within('accountNo'), sums: balances },
  { file: narrowDifference, collection: 'ledger', where: [...ofPack, ['movedFen', '==', 'anything']] },
  { file: narrowDifference, collection: 'ledger', where: within('accountNos') },
  { file: narrowDifference, collection: 'accounts', where: within('accountNo') },
  { file: gatherScope, collection: 'ledger', where: [['accountNos', 'array-contains', 'anything']] },
  ...['complaintId', 'basis.customerKey', 'accountNo', 'requesterUid'].map((field): QueryShape => ({
    file: gatherScope,
    collection: 'refunds',
    where: [[field, '==', 'anything']],
  })),
  { file: readRecord, collection: 'reconciliations', where: [...ofPack, ['state', '==', 'anything']], orderBy: ['day', 'desc'] },
  { file: readRecord, collection: 'journal', where: [['type', '==', 'anything']] },
  { file: readRecord, collection: 'ledger', where: [...ofPack, ['cause.kind', '==', 'anything'], ['postedAt', '<=', 'anything']], sums: ['movedFen'] },
  { file: readRecord, collection: 'refunds', where: [...ofPack, ['postedAt', '<=', 'anything']], sums: ['amountFen'] },
];
