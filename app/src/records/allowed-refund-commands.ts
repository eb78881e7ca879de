import type { Staff } from '@shouwen/domain/organisation/staff';
import type { RefundCommand, RefundCommandType } from '@shouwen/domain/refund/command';
import { decideRefund } from '@shouwen/domain/refund/decide';
import { authorityNow } from '@shouwen/domain/refund/decide-approval';
import type { ActingPerson, RefundFacts } from '@shouwen/domain/refund/refund-facts';
import type { Refund } from '@shouwen/domain/refund/refund';
import type { Reference } from '../platform/reference/reference.ts';

/** What a decision pins: the request as it was seen. */
export function pinsOf({ seq, amountFen, packVersion }: Pick<Refund, 'seq' | 'amountFen' | 'packVersion'>) {
  return { seq, amountFen, packVersion };
}

const anyReason = '-';
/** What only the server can know: whoever may give the command is offered it, and is told if it comes to nothing. */
const seenByServerOnly = ['requestChanged', 'authorityWithdrawn', 'cardAlreadyUsed', 'accountUnknown', 'accountClosed', 'balanceTooLow', 'causeUnproved'];

export interface SeenFacts extends Pick<Reference, 'pack' | 'calendar' | 'units'> {
  staff: readonly ActingPerson[];
}

/**
 * What this person may do about a refund as it stands, worked out by the same rules that the server decides by. It says what is worth offering;
 * the server may still refuse for what only it can see.
 */
export function allowedRefundCommands(refund: Refund, staff: Staff, known: SeenFacts, nowMs: number): RefundCommandType[] {
  return candidates(refund)
    .filter((command) => isWorthOffering(refund, command, staff, known, nowMs))
    .map(({ type }) => type);
}

/** Whether it may be approved together with others: small, waiting for this person, and never their own. */
export function isForBatch(refund: Refund, staff: Staff, known: SeenFacts, nowMs: number): boolean {
  return isWorthOffering(refund, { type: 'approve', ...pinsOf(refund), isBatch: true }, staff, known, nowMs);
}

/** In whose name this person would decide (REF-6); null where they hold the post themselves or have nothing to decide. */
export function standsInFor(refund: Refund, staff: Staff, known: SeenFacts, nowMs: number): string | null {
  return authorityNow(refund, staff, { actor: { kind: 'staff', staff }, nowMs, facts: factsOf(refund, known) })?.for?.name ?? null;
}

/** In the order in which they are shown. */
function candidates(refund: Refund): RefundCommand[] {
  const pins = pinsOf(refund);
  const { amountFen, form, accountNo, cardSerial } = refund;
  return [
    { type: 'approve', ...pins, isBatch: false },
    { type: 'refuse', ...pins, reason: anyReason },
    { type: 'askMore', ...pins, reason: anyReason },
    { type: 'handToDeputy', ...pins },
    { type: 'execute', ...pins, cash: { payee: anyReason, shownPaper: 'idCard', voucherNo: anyReason, isSigned: true } },
    { type: 'amend', text: anyReason, newAmountFen: amountFen, form, accountNo, cardSerial },
    { type: 'withdraw', reason: anyReason },
    { type: 'reverse', ...pins, reason: anyReason },
  ];
}

function isWorthOffering(refund: Refund, command: RefundCommand, staff: Staff, known: SeenFacts, nowMs: number): boolean {
  const decision = decideRefund(refund, command, { actor: { kind: 'staff', staff }, nowMs, facts: factsOf(refund, known) });
  return decision.ok ? decision.events.length > 0 : seenByServerOnly.includes(decision.refusal.code);
}

function factsOf(refund: Refund, { pack, calendar, units, staff }: SeenFacts): RefundFacts {
  const { basis, amountFen, earlierFen, earlierIds, steps, ownLimitFen } = refund;
  return {
    pack,
    calendar,
    units,
    staff,
    basis,
    earlierFen,
    earlierIds,
    // The rest of the day is the server's to know.
    aloneFen: amountFen,
    chain: { ok: true, ownLimitFen, steps },
    // Only functions can tell whose account it is.
    isCustomersAccount: true,
    accounts: null,
    isCardUsed: false,
    isVoucherUsed: false,
    isLedgerOurs: true,
    executorUids: [],
  };
}
