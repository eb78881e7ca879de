import type { AccountNo } from '@shouwen/domain/kernel/brand';
import { canonicalIdentifier, type IdentifierForm } from '@shouwen/domain/kernel/identifier';
import { toStored } from '@shouwen/domain/kernel/stored';
import { type Account, accountFromStored, accountVersion } from '@shouwen/domain/ledger/account';
import { balancesAfter, faultOf, type Posting, postingVersion } from '@shouwen/domain/ledger/posting';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';
import type { Reader } from '../store.ts';

/** An account as it is now; null when there is none. */
export async function readAccount(reader: Reader, accountNo: AccountNo | null): Promise<Account | null> {
  const stored = accountNo === null ? null : await reader.get(`accounts/${accountNo}`);
  return stored && accountFromStored(stored.id, stored.data);
}

/** The account that a person named, however they spelt its number; it is called by its own from here on. */
export async function findAccount(reader: Reader, accountNo: AccountNo | null, form: IdentifierForm): Promise<Account | null> {
  const named = await readAccount(reader, accountNo);
  const canonical = accountNo === null ? null : canonicalIdentifier(accountNo, form);
  return named ?? (canonical === accountNo ? null : readAccount(reader, canonical));
}

/** Postings, each under the id of its cause so that it can exist only once (REF-8), and what the accounts hold then. */
export interface Posted {
  writes: Write[];
  /** To be written by `accountWrites`, once each, whatever else changes about them. */
  accounts: Account[];
}

/** @throws Error when a posting does not balance or moves an account that was not read: nothing at all is written then. */
export function postingWrites(host: Host, postings: readonly Posting[], accounts: readonly Account[]): Posted {
  const after = new Map(accounts.map((account) => [account.accountNo, account]));
  const writes = postings.map((posting): Write => {
    const fault = faultOf(posting.legs);
    if (fault) throw new Error(`posting ${posting.id}: ${fault}`);
    for (const accountNo of posting.accountNos) {
      const account = after.get(accountNo);
      if (!account) throw new Error(`posting ${posting.id}: an account was not read`);
      after.set(accountNo, { ...account, balancesFen: balancesAfter(account, posting), seq: account.seq + 1, updatedAtMs: posting.postedAtMs });
    }
    const { id, ...content } = posting;
    return { do: 'create', path: `ledger/${id}`, content: toStored({ ...content, schemaVersion: postingVersion }, host.timestamp) };
  });
  return { writes, accounts: [...after.values()] };
}

/** The accounts that changed. */
export function accountWrites(host: Host, before: readonly Account[], after: readonly Account[]): Write[] {
  return after.flatMap((account): Write[] => {
    const old = before.find(({ accountNo }) => accountNo === account.accountNo);
    const isSame = JSON.stringify(old) === JSON.stringify(account);
    return isSame
      ? []
      : [{ do: 'update', path: `accounts/${account.accountNo}`, content: toStored({ ...account, schemaVersion: accountVersion }, host.timestamp) }];
  });
}
