import { type Decision, decided, refused } from '../kernel/decision.ts';
import { type AccountKind, type Bucket, buckets } from '../ledger/account.ts';
import type { Pack } from '../policy/pack.ts';
import type { Closure, ClosureKind, Disposal } from './closure.ts';

interface DisposalQuestion {
  kind: ClosureKind;
  accountKind: AccountKind;
  cashChoice: Closure['cashChoice'];
}

type NewDisposal = Pick<Disposal, 'bucket' | 'action' | 'rule'>;

/** What becomes of each bucket when such an account is closed in such a way (CLO-2): a pure function of the pack's table. Refused for a pair or a choice that it does not have. */
export function disposalsOf({ kind, accountKind, cashChoice }: DisposalQuestion, pack: Pack): Decision<NewDisposal> {
  const cells = cellsOf(kind, accountKind, pack);
  if (!cells) return refused('closureNotForAccount');
  if (cashChoice !== null && !cells.cash.includes(cashChoice)) return refused('choiceNotAllowed');
  return decided(
    ...buckets.map((bucket): NewDisposal => ({ bucket, action: (bucket === 'cash' ? cashChoice : null) ?? cells[bucket][0] ?? 'nothing', rule: 'CLO-2' })),
  );
}

/** The ways open for the cash, the recommended first; none where it can go neither way, null where such an account cannot be closed so. */
export function cashChoices(kind: ClosureKind, accountKind: AccountKind, pack: Pack): readonly ('refund' | 'transfer')[] | null {
  return cellsOf(kind, accountKind, pack)?.cash ?? null;
}

function cellsOf(kind: ClosureKind, accountKind: AccountKind, pack: Pack): Record<Bucket, readonly ('refund' | 'transfer')[]> | null {
  return pack.closures?.table.find((row) => row.kind === kind && row.account === accountKind) ?? null;
}
