import '../platform/device/schemas-without-eval.ts';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { type Account, accountFromStored, accountNoPattern } from '@shouwen/domain/ledger/account';
import { z } from 'zod';
import { call } from '../platform/callable/callable.ts';
import { askAboutNumber, askFailureOf } from './ask-about-number.ts';

const answerSchema = z.object({ account: z.record(z.string(), z.unknown()).nullable() });

/** `none` only when the server itself has said so. */
export type AccountSearch = { kind: 'found'; accounts: Account[] } | { kind: 'none' | 'notAllowed' | 'tooMany' | 'unreachable' };

/** Finds an account by its own number. */
export async function findByAccountNo(accountNo: string): Promise<AccountSearch> {
  if (!accountNoPattern.test(accountNo)) return { kind: 'none' };
  try {
    const { account } = answerSchema.parse(await call('findByAccountNo', { accountNo }));
    return searchOf(account === null ? [] : [account]);
  } catch (error) {
    return askFailureOf(error);
  }
}

/** Finds a customer's accounts by the number, which is sent and kept nowhere (RET-2). */
export async function findByPhone(phone: string): Promise<AccountSearch> {
  const answer = await askAboutNumber(phone);
  return answer.kind === 'told' ? searchOf(answer.accounts) : answer;
}

/** An account that cannot be read is as good as not found. */
export function searchOf(told: readonly Record<string, unknown>[]): AccountSearch {
  const accounts = told.flatMap((account) => readableOrNull(accountFromStored, String(account['accountNo']), account) ?? []);
  return accounts.length === 0 ? { kind: 'none' } : { kind: 'found', accounts };
}
