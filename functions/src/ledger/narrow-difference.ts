import { buckets, type Bucket } from '@shouwen/domain/ledger/account';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { postingFromStored, signedFen } from '@shouwen/domain/ledger/posting';
import { middleOf } from '@shouwen/domain/books/middle-of';
import type { Reader, StoredDocument } from '../store.ts';
import { accountsWithin, everything, postingsWithin, type Range, totalsOf } from './ledger-totals.ts';
import { readPages } from './read-pages.ts';

/** A range of so few accounts is looked at one by one. */
const fewAccounts = 20;
/** Beyond so many places the books are wrong altogether, and the count says so. */
const mostPlaces = 50;
/** A range that cannot be halved any more holds fewer. */
const mostInPlace = 500;

type Movements = readonly { accountNo: string; bucket: Bucket; fen: number }[];

/** Accounts and postings of ranges that differ. A posting may name an account that is not there any more. */
export interface Suspected {
  accounts: StoredDocument[];
  postings: StoredDocument[];
}

/** A difference in the totals by halving, down to ranges so small that halving them again would find no more. */
export async function narrowDifference(reader: Reader, pack: PackId): Promise<Suspected> {
  const between = await movementsBetween(reader, pack);
  const found: Suspected = { accounts: [], postings: [] };
  const open: Range[] = [everything];
  for (let places = 0; open.length > 0 && places < mostPlaces;) {
    const range = open.pop() ?? everything;
    const totals = await totalsOf(reader, pack, range);
    const isSame = buckets.every((bucket) => totals.balancesFen[bucket] === totals.ledgerFen[bucket] + movedInto(between, range, bucket));
    if (isSame && totals.movedFen === buckets.reduce((sum, bucket) => sum + totals.ledgerFen[bucket], 0)) continue;
    const middle = totals.accounts <= fewAccounts ? null : middleOf(range.from, range.before);
    if (middle !== null) {
      open.push({ from: range.from, before: middle }, { from: middle, before: range.before });
      continue;
    }
    places += 1;
    found.accounts.push(...(await reader.query({ collection: 'accounts', where: accountsWithin(pack, range), limit: mostInPlace })));
    found.postings.push(...(await reader.query({ collection: 'ledger', where: postingsWithin(pack, range), limit: mostInPlace })));
  }
  return found;
}

/** What postings between two accounts brought into a range: their totals say nothing of it. They are few, and are read only when something differs. */
async function movementsBetween(reader: Reader, pack: PackId): Promise<Movements> {
  const movements: { accountNo: string; bucket: Bucket; fen: number }[] = [];
  const where = [
    ['pack', '==', pack],
    ['movedFen', '==', 0],
  ] as const;
  await readPages(reader, { collection: 'ledger', where }, ({ id, data }) => {
    for (const leg of postingFromStored(id, data).legs) {
      const [side, accountNo = '', bucket] = leg.account.split(':');
      const known = buckets.find((one) => one === bucket);
      if (side === 'customer' && known) movements.push({ accountNo, bucket: known, fen: signedFen(leg) });
    }
  });
  return movements;
}

function movedInto(movements: Movements, { from, before }: Range, bucket: Bucket): number {
  const inRange = movements.filter(
    ({ accountNo, bucket: of }) => of === bucket && (from === null || accountNo >= from) && (before === null || accountNo < before),
  );
  return inRange.reduce((sum, { fen }) => sum + fen, 0);
}
