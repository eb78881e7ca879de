import type { Account } from '../ledger/account.ts';

/** Only an open account of the same operator other than the one that closes can be a target (CLO-3). */
export function faultOfTarget(account: Account | null, target: Account | null): 'targetUnknown' | 'targetClosed' | 'targetBlocked' | 'targetIsSelf' | null {
  if (!target || target.pack !== account?.pack) return 'targetUnknown';
  if (target.accountNo === account.accountNo) return 'targetIsSelf';
  if (target.state === 'open') return null;
  return target.state === 'closed' ? 'targetClosed' : 'targetBlocked';
}
