import type { Difference } from '@shouwen/domain/books/books';
import { type Bucket, buckets } from '@shouwen/domain/ledger/account';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Query, Reader } from '../store.ts';

/** What the ledger moved and what the accounts hold, by bucket, without reading either. */
export interface Totals {
  postings: number;
  accounts: number;
  ledgerFen: Record<Bucket, number>;
  balancesFen: Record<Bucket, number>;
  movedFen: number;
}

/** Accounts and postings by the account's number, from one up to but not including another; null for no bound. */
export interface Range {
  from: string | null;
  before: string | null;
}

export const everything: Range = { from: null, before: null };

const ofBucket = (field: string) => buckets.map((bucket) => `${field}.${bucket}`);

/** By the number as a field: by ids no database adds anything up. */
export function accountsWithin(pack: PackId, { from, before }: Range): Query['where'] {
  return [
    ['pack', '==', pack],
    ...(from === null ? [] : [['accountNo', '>=', from] as const]),
    ...(before === null ? [] : [['accountNo', '<', before] as const]),
  ];
}

/** A posting belongs to the first account that it names. */
export function postingsWithin(pack: PackId, { from, before }: Range): Query['where'] {
  return [
    ['pack', '==', pack],
    ...(from === null ? [] : [['accountNos', '>=', [from]] as const]),
    ...(before === null ? [] : [['accountNos', '<', [before]] as const]),
  ];
}

/** Adds a range up. What a posting between two accounts of customers moves within it is nothing in all. */
export async function totalsOf(reader: Reader, pack: PackId, range: Range): Promise<Totals> {
  const [ledger, accounts] = await Promise.all([
    reader.totals({ collection: 'ledger', where: postingsWithin(pack, range) }, ['movedFen', ...ofBucket('bucketFen')]),
    reader.totals({ collection: 'accounts', where: accountsWithin(pack, range) }, ofBucket('balancesFen')),
  ]);
  const [movedFen = 0, ...ledgerFen] = ledger.sums;
  return { postings: ledger.count, accounts: accounts.count, movedFen, ledgerFen: byBucket(ledgerFen), balancesFen: byBucket(accounts.sums) };
}

function byBucket(sums: readonly number[]): Record<Bucket, number> {
  return Object.fromEntries(buckets.map((bucket, index) => [bucket, sums[index] ?? 0])) as Record<Bucket, number>;
}

/** What does not agree in all: a bucket with its postings, or what was moved with its buckets. */
export function differencesOfTotals({ ledgerFen, balancesFen, movedFen }: Totals): Difference[] {
  const inBuckets = buckets.reduce((sum, bucket) => sum + ledgerFen[bucket], 0);
  return [
    ...buckets.flatMap((bucket): Difference[] =>
      ledgerFen[bucket] === balancesFen[bucket]
        ? []
        : [{ code: 'totalDiffers', subject: bucket, expectedFen: ledgerFen[bucket], foundFen: balancesFen[bucket] }],
    ),
    ...(movedFen === inBuckets ? [] : [{ code: 'totalDiffers' as const, subject: 'ledger', expectedFen: inBuckets, foundFen: movedFen }]),
  ];
}
