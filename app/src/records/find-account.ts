import '../platform/device/schemas-without-eval.ts';
import { contactKey } from '@shouwen/domain/customer/contact-key';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { type Account, accountFromStored, accountNoPattern } from '@shouwen/domain/ledger/account';
import type { Pack } from '@shouwen/domain/policy/pack';
import { fetchDocument, runQuery } from '../platform/outbox/rest-commit.ts';
import { idToken } from '../platform/session/session.ts';

const timeoutMs = 15_000;
const mostOfCustomer = 10;

/** `none` only when the server itself has said so. */
export type AccountSearch = { kind: 'found'; accounts: Account[] } | { kind: 'none' | 'notAllowed' | 'unreachable' };

/** Finds an account by its own number. */
export async function findByAccountNo(accountNo: string): Promise<AccountSearch> {
  if (!accountNoPattern.test(accountNo)) return { kind: 'none' };
  const token = await idToken().catch(() => null);
  if (token === null) return { kind: 'unreachable' };
  const answer = await fetchDocument(`accounts/${accountNo}`, token, timeoutMs);
  if (answer.kind === 'absent') return { kind: 'none' };
  if (answer.kind === 'refused') return { kind: 'notAllowed' };
  return answer.kind === 'done' ? found([{ id: accountNo, fields: answer.body }]) : { kind: 'unreachable' };
}

/** Finds a customer's accounts. The number itself never leaves the phone: what is asked for is the key that stands for it (RET-2). */
export function findByPhone(phone: string, pack: Pack): Promise<AccountSearch> {
  return findByContactKey(contactKey(pack.contactPepper, phone), pack.id);
}

/** Finds the accounts of the customer for whose number the key stands. */
export async function findByContactKey(key: string, ofPack: Pack['id']): Promise<AccountSearch> {
  const token = await idToken().catch(() => null);
  if (token === null) return { kind: 'unreachable' };
  const is = (fieldPath: string, stringValue: string): object => ({ fieldFilter: { field: { fieldPath }, op: 'EQUAL', value: { stringValue } } });
  const query = {
    from: [{ collectionId: 'accounts' }],
    where: { compositeFilter: { op: 'AND', filters: [is('pack', ofPack), is('contactKey', key)] } },
    limit: mostOfCustomer,
  };
  const answer = await runQuery(query, token, timeoutMs);
  if (answer.kind === 'refused') return { kind: 'notAllowed' };
  return answer.kind === 'done' ? found(answer.body) : { kind: 'unreachable' };
}

/** An account that cannot be read is as good as not found. */
function found(documents: readonly { id: string; fields: Record<string, unknown> }[]): AccountSearch {
  const accounts = documents.flatMap(({ id, fields }) => readableOrNull(accountFromStored, id, fields) ?? []);
  return accounts.length === 0 ? { kind: 'none' } : { kind: 'found', accounts };
}
