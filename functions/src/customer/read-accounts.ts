import { type Account, accountFromStored, mayReadAccounts } from '@shouwen/domain/ledger/account';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { OperatorKeys } from '../host.ts';
import type { Reader } from '../store.ts';

const mostOfCustomer = 10;

/** The accounts of a customer and of the number concerned, for those who talk to customers or handle money; nothing for others. */
export async function readAccountsOf(reader: Reader, caller: Staff, keys: OperatorKeys, of: readonly string[]): Promise<Account[]> {
  if (!mayReadAccounts(caller.role) || of.length === 0) return [];
  const found = await reader.query({
    collection: 'accounts',
    where: [
      ['pack', '==', caller.pack],
      ['contactKey', 'in', of.map((key) => keys.within('accounts', key))],
    ],
    limit: mostOfCustomer,
  });
  return found.flatMap(({ id, data }) => readableOrNull(accountFromStored, id, data) ?? []);
}
