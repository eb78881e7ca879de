import { endOfDayMs } from '@shouwen/domain/calendar/day';
import { maskName, maskPhone } from '@shouwen/domain/customer/mask';
import { type Account, accountVersion, type Bucket, buckets } from '@shouwen/domain/ledger/account';
import { customerAccount, legsOf, type Posting, postingOf } from '@shouwen/domain/ledger/posting';
import type { Pack } from '@shouwen/domain/policy/pack';
import { keysOf } from './city-keys.ts';
import type { AccountRecord, City, Customer } from './city-files.ts';

/** Accounts and the postings that opened them: whatever is on an account came out of a posting, so the books balance from the start (REF-8). */
export interface OpenedBooks {
  accounts: Account[];
  postings: Posting[];
}

/** The customers' accounts as they were when the books were opened. */
export function openBooks(city: City, openedAtMs: number): OpenedBooks {
  const opened = city.accounts.map((record) => {
    const customer = city.customers.find(({ phone }) => phone === record.customerPhone);
    const pack = city.packs.find(({ id }) => id === customer?.pack);
    if (!customer || !pack) throw new Error(`Account ${record.accountNo}: ${record.customerPhone} is no customer.`);
    return openAccount(record, customer, pack, openedAtMs);
  });
  return { accounts: opened.map(({ account }) => account), postings: opened.flatMap(({ postings }) => postings) };
}

/** One account with the postings of what is on it. */
export function openAccount(
  record: AccountRecord,
  customer: Pick<Customer, 'phone' | 'name' | 'homeRegion'>,
  pack: Pick<Pack, 'id'>,
  openedAtMs: number,
): { account: Account; postings: Posting[] } {
  const { accountNo, kind, state, openingFen, phone = customer.phone } = record;
  const keys = keysOf(pack.id);
  const postings = buckets.flatMap((bucket) => opening(record, bucket, pack.id, openedAtMs));
  const account: Account = {
    accountNo,
    schemaVersion: accountVersion,
    pack: pack.id,
    kind,
    state,
    phoneMasked: maskPhone(phone),
    phoneLast4: phone.slice(-4),
    holderMasked: maskName(customer.name),
    contactKey: keys.within('accounts', keys.ofPhone(customer.phone)),
    homeRegion: customer.homeRegion,
    balancesFen: openingFen,
    hold: null,
    followsTo: null,
    closedAtMs: null,
    validUntilMs: record.validUntil === undefined ? null : endOfDayMs(record.validUntil),
    isInArrears: openingFen.cash < 0,
    seq: postings.length,
    updatedAtMs: openedAtMs,
  };
  return { account, postings };
}

/** Nothing is posted for an empty bucket; arrears are opened the other way round. */
function opening({ accountNo, openingFen }: AccountRecord, bucket: Bucket, pack: Account['pack'], postedAtMs: number): Posting[] {
  const amountFen = openingFen[bucket];
  if (amountFen === 0) return [];
  const own = customerAccount(accountNo, bucket);
  const legs = amountFen > 0 ? legsOf('company:opening', own, amountFen) : legsOf(own, 'company:opening', -amountFen);
  return [postingOf({ cause: { kind: 'opening', id: accountNo, bucket }, pack, complaintId: null, legs, cardSerial: null, byUid: null, postedAtMs })];
}
