import type { Mutant } from './find-mutants.ts';

/** A mutant that no test can tell from the source, and why it is none. */
interface EquivalentMutant extends Pick<Mutant, 'path' | 'original' | 'replacement'> {
  why: string;
}

const chain = 'domain/src/refund/chain.ts';
const due = 'domain/src/refund/decide-due.ts';
const step = 'domain/src/refund/decide-approval.ts';
const closing = 'domain/src/closure/decide.ts';
const destination = 'domain/src/refund/destination.ts';

export const equivalentMutants: readonly EquivalentMutant[] = [
  {
    path: chain,
    original: '!wasAsked && ownLimitFen !== undefined',
    replacement: '(!wasAsked)',
    why: 'No number is at most undefined: covers says no to a job without a rung as well. The check is for the compiler.',
  },
  {
    path: chain,
    original: 'unitKind !== undefined && ladder.unitKinds?.includes(unitKind)',
    replacement: '(ladder.unitKinds?.includes(unitKind))',
    why: 'A pack lists no undefined kind, so a unit that is not known is in no list. The check is for the compiler.',
  },
  {
    path: chain,
    original: 'rung.roles.includes(role) && unitKind !== undefined',
    replacement: '(rung.roles.includes(role))',
    why: 'The list of kinds is asked next, and it holds no undefined kind. The check is for the compiler.',
  },
  {
    path: step,
    original: '!step',
    replacement: 'false',
    why: 'A refund that awaits approval has an open step, as the random walks show. The check is for the compiler.',
  },
  {
    path: step,
    original: 'step && covers(step.limitFen, refund.amountFen + facts.earlierFen)',
    replacement: '(covers(step.limitFen, refund.amountFen + facts.earlierFen))',
    why: 'The index is that of the open step, so there is one. The check is for the compiler.',
  },
  {
    path: due,
    original: "index === -1 || !['awaitingApproval', 'awaitingAnswer'].includes(refund.state)",
    replacement: "(!['awaitingApproval', 'awaitingAnswer'].includes(refund.state))",
    why: 'In both states a step is open, as the random walks show. The check is for a refund that was stored by hand.',
  },
  {
    path: due,
    original: 'refund.nextDueAtMs === null || refund.nextDueAtMs > nowMs',
    replacement: '(refund.nextDueAtMs > nowMs)',
    why: 'It is asked twice, before and after looking for holders, and where nothing is due there are no holders to look for.',
  },
  {
    path: destination,
    original: 'refund.closureId !== null && refund.accountNo !== null',
    replacement: '(refund.closureId !== null)',
    why: 'The refund of a closure is created with the account that closes. The check is for the compiler.',
  },
  {
    path: destination,
    original: "refund.form === 'balanceCredit' && creditedNo !== null",
    replacement: "(refund.form === 'balanceCredit')",
    why: 'A credit without a destination is refused before anything is posted. The check is for the compiler.',
  },
  {
    path: closing,
    original: 'wrong || !facts.target',
    replacement: '(wrong)',
    why: 'A target that does not exist is a wrong one already. The check is for the compiler.',
  },
  {
    path: closing,
    original: 'closure.nextDueAtMs !== null && nowMs < closure.nextDueAtMs',
    replacement: '(nowMs < closure.nextDueAtMs)',
    why: 'No moment is before null. The check is for the compiler.',
  },
  {
    path: closing,
    original: 'amountFen > 0',
    replacement: '(amountFen >= 0)',
    why: 'A bucket with nothing in it has been left out before.',
  },
  {
    path: closing,
    original: 'amountFen > 0',
    replacement: '(amountFen > 0 - 1)',
    why: 'A bucket with nothing in it has been left out before.',
  },
  {
    path: closing,
    original: "fate === 'moves' && closure.targetAccountNo !== null",
    replacement: "(fate === 'moves')",
    why: 'Where something moves and there is no target, the closing is held back. The check is for the compiler.',
  },
  {
    path: 'domain/src/ledger/posting.ts',
    original: "leg.account.startsWith('customer:') && leg.account.endsWith(`:${bucket}`)",
    replacement: '(leg.account.endsWith(`:${bucket}`))',
    why: 'None of the operator’s own accounts is called like a bucket. The check is for the day when one is.',
  },
];

export function equivalenceOf(mutant: Mutant): EquivalentMutant | null {
  const isSame = (one: EquivalentMutant): boolean => one.path === mutant.path && one.original === mutant.original && one.replacement === mutant.replacement;
  return equivalentMutants.find(isSame) ?? null;
}
