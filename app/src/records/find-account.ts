import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { contactKey } from '@shouwen/domain/customer/contact-key';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { type Account, accountFromStored, accountKinds, accountNoPattern, accountStates } from '@shouwen/domain/ledger/account';
import { type Pack, packIds } from '@shouwen/domain/policy/pack';
import { readDocument, runQuery } from '../platform/outbox/rest-commit.ts';
import { idToken } from '../platform/session/session.ts';

const timeoutMs = 15_000;
const mostOfCustomer = 10;

/** What a clerk is shown and what a closing is foreseen by; an account that lacks any of it is as good as not found. */
const accountSchema = z.looseObject({
  pack: z.enum(packIds),
  kind: z.enum(accountKinds),
  state: z.enum(accountStates),
  phoneMasked: z.string(),
  holderMasked: z.string(),
  balancesFen: z.object({ cash: z.int(), rechargeCard: z.int(), promotional: z.int() }),
  contactKey: z.string(),
});

/** `none` only when the server itself has said so. */
export type AccountSearch = { kind: 'found'; accounts: Account[] } | { kind: 'none' | 'notAllowed' | 'unreachable' };

/** Finds an account by its own number. */
export async function findByAccountNo(accountNo: string): Promise<AccountSearch> {
  if (!accountNoPattern.test(accountNo)) return { kind: 'none' };
  const token = await idToken().catch(() => null);
  if (token === null) return { kind: 'unreachable' };
  const answer = await readDocument(`accounts/${accountNo}`, token, timeoutMs);
  if (answer.kind === 'absent') return { kind: 'none' };
  if (answer.kind === 'refused') return { kind: 'notAllowed' };
  return answer.kind === 'done' ? found([{ id: accountNo, fields: answer.body }]) : { kind: 'unreachable' };
}

/** Finds a customer's accounts. The number itself never leaves the phone: what is asked for is the key that stands for it (RET-2). */
export function findByPhone(phone: string, pack: Pack): Promise<AccountSearch> {
  return findByContactKey(contactKey(pack.contactPepper, phone), pack.id);
}

/** Finds the accounts of the customer for whose number the key stands. */
export async function findByContactKey(key: string, packId: Pack['id']): Promise<AccountSearch> {
  const token = await idToken().catch(() => null);
  if (token === null) return { kind: 'unreachable' };
  const is = (fieldPath: string, stringValue: string): object => ({ fieldFilter: { field: { fieldPath }, op: 'EQUAL', value: { stringValue } } });
  const query = {
    from: [{ collectionId: 'accounts' }],
    where: { compositeFilter: { op: 'AND', filters: [is('pack', packId), is('contactKey', key)] } },
    limit: mostOfCustomer,
  };
  const answer = await runQuery(query, token, timeoutMs);
  if (answer.kind === 'refused') return { kind: 'notAllowed' };
  return answer.kind === 'done' ? found(answer.body) : { kind: 'unreachable' };
}

function found(documents: readonly { id: string; fields: Record<string, unknown> }[]): AccountSearch {
  const accounts = documents.flatMap(({ id, fields }) => {
    const parsed = accountSchema.safeParse(fromStored(fields));
    return parsed.success ? [accountFromStored(id, parsed.data)] : [];
  });
  return accounts.length === 0 ? { kind: 'none' } : { kind: 'found', accounts };
}
