import { type Account, accountFromStored } from '@shouwen/domain/ledger/account';
import { balancesAfter, faultOf, type Posting } from '@shouwen/domain/ledger/posting';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Host } from '../host.ts';
import type { Reader, Transaction } from '../store.ts';

/** An account as it is now; null when there is none. */
export async function readAccount(reader: Reader, accountNo: string | null): Promise<Account | null> {
  const stored = accountNo === null ? null : await reader.get(`accounts/${accountNo}`);
  return stored && accountFromStored(stored.id, stored.data);
}

/**
 * Writes postings, each under the id of its cause so that it can exist only once (REF-8), and works out what the accounts hold then. The accounts
 * themselves are written by `saveAccounts`, once each, whatever else changes about them.
 *
 * @throws Error when a posting does not balance or moves an account that was not read: nothing at all is written then.
 */
export function savePostings(host: Host, transaction: Transaction, postings: readonly Posting[], accounts: readonly Account[]): Account[] {
  const after = new Map(accounts.map((account) => [account.accountNo, account]));
  for (const posting of postings) {
    const fault = faultOf(posting.legs);
    if (fault) throw new Error(`posting ${posting.id}: ${fault}`);
    for (const accountNo of posting.accountNos) {
      const account = after.get(accountNo);
      if (!account) throw new Error(`posting ${posting.id}: an account was not read`);
      after.set(accountNo, { ...account, balancesFen: balancesAfter(account, posting), seq: account.seq + 1, updatedAtMs: posting.postedAtMs });
    }
    const { id, ...content } = posting;
    transaction.create(`ledger/${id}`, toStored(content, host.timestamp));
  }
  return [...after.values()];
}

/** Writes the accounts that changed. */
export function saveAccounts(host: Host, transaction: Transaction, before: readonly Account[], after: readonly Account[]): void {
  for (const account of after) {
    const old = before.find(({ accountNo }) => accountNo === account.accountNo);
    if (JSON.stringify(old) !== JSON.stringify(account)) transaction.update(`accounts/${account.accountNo}`, toStored(account, host.timestamp));
  }
}
