import type { EpochMs } from '../kernel/brand.ts';
import { addDays, dayOf, endOfDayMs } from '../calendar/day.ts';
import { decided, refused } from '../kernel/decision.ts';
import { canonicalPayment } from '../ledger/canonical-payment.ts';
import { causeNow, isUnproved } from './cause-of-request.ts';
import { withChain } from './chain-start.ts';
import type { RefundCommand } from './command.ts';
import type { RefundEvent } from './event.ts';
import { askApprovers } from './approver/ask-approvers.ts';
import type { RefundDecision, ActingPerson, RefundContext, RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

/** Only whoever asked may change the request, and whatever changes what was approved begins the chain anew. */
export function decideAmendment(
  refund: Refund,
  command: Extract<RefundCommand, { type: 'amend' }>,
  by: ActingPerson,
  { nowMs, facts }: RefundContext,
): RefundDecision {
  if (refund.requesterUid !== by.uid || refund.closureId !== null) return refused('notYours');
  if (!['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state)) return refused('notInThisState', refund.state);
  const { text, newAmountFen: amountFen, form } = command;
  const { accountNo, cardSerial } = canonicalPayment(command, facts.pack.identifiers, facts.accounts?.account?.accountNo ?? null);
  const basis = causeNow(refund.basis, facts.basis);
  const amended = { ...refund, amountFen, form, accountNo, cardSerial, basis };
  const fault = faultOfRequest(amended, facts);
  if (fault) return fault;
  const strange = faultOfAccount(amended, facts);
  if (strange) return refused(strange);
  const said = { type: 'amended' as const, atMs: nowMs, text, by: { uid: by.uid, name: by.name }, amountFen, form, accountNo, cardSerial };
  const isSame = refund.amountFen === amountFen && refund.form === form && refund.accountNo === accountNo && refund.cardSerial === cardSerial;
  if (isSame && refund.reply?.text === text) return decided();
  if ((!isSame || refund.state === 'approved') && isUnproved(amended, facts)) return refused('causeUnproved');
  if (!isSame || refund.state === 'approved') return withChain([{ ...said, basis }], amended, nowMs, facts);
  const index = refund.steps.findIndex((step) => step.state === 'open');
  return decided<RefundEvent>(said, askApprovers(refund, index, nowMs, facts));
}

/** The serial number printed on a recharge card, in its canonical form. */
const cardSerialPattern = /^[A-Za-z0-9-]{4,40}$/;

function faultOfRequest(
  request: Pick<Refund, 'amountFen' | 'form' | 'accountNo' | 'cardSerial'>,
  facts: RefundFacts,
): Extract<RefundDecision, { ok: false }> | null {
  const { amountFen, form, accountNo, cardSerial } = request;
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0 || amountFen > facts.pack.refunds.mostFen) return refused('amountInvalid');
  if (form === 'balanceCredit' && accountNo === null) return refused('accountMissing');
  if (form === 'rechargeCard' && !cardSerialPattern.test(cardSerial ?? '')) return refused('cardSerialMissing');
  if (form === 'rechargeCard' && facts.isCardUsed) return refused('cardAlreadyUsed');
  return null;
}

/** Money is credited to an account of the customer who complained and to nobody else's. */
function faultOfAccount(request: Pick<Refund, 'form'>, { accounts, isCustomersAccount }: RefundFacts): 'accountUnknown' | 'accountNotOfCustomer' | null {
  if (request.form !== 'balanceCredit') return null;
  if (!accounts?.account) return 'accountUnknown';
  return isCustomersAccount ? null : 'accountNotOfCustomer';
}

export function decideWithdrawal(refund: Refund, reason: string, by: ActingPerson, { nowMs }: RefundContext): RefundDecision {
  if (refund.requesterUid !== by.uid || refund.closureId !== null) return refused('notYours');
  if (refund.state === 'withdrawn') return decided();
  if (!['awaitingApproval', 'awaitingAnswer', 'approved'].includes(refund.state)) return refused('notInThisState', refund.state);
  return decided({ type: 'withdrawn', atMs: nowMs, by: { uid: by.uid, name: by.name }, reason });
}

/** REF-1: nothing is decided before the cause is confirmed and written down with evidence. A request that cannot stand is told why, not lost. */
export function decideReception(asked: Refund, nowMs: EpochMs, facts: RefundFacts): RefundDecision {
  if (asked.state !== 'requested') return decided();
  const payment = canonicalPayment(asked, facts.pack.identifiers, facts.accounts?.account?.accountNo ?? null);
  const refund = { ...asked, ...payment };
  const { basis } = facts;
  const away = (code: Extract<RefundEvent, { type: 'turnedAway' }>['code']): RefundDecision => decided({ type: 'turnedAway', atMs: nowMs, code });
  const requester = facts.staff.find((person) => person.uid === refund.requesterUid);
  if (!requester?.active || requester.pack !== refund.pack) return away('notActive');
  if (basis === null || basis === 'complaintUnknown') return away('complaintUnknown');
  if (basis === 'numberUnverified' || basis === 'causeNotConfirmed') return away(basis);
  const fault = faultOfRequest(refund, facts);
  if (fault) return away(fault.refusal.code);
  const strange = faultOfAccount(refund, facts);
  if (strange) return away(strange);
  if (isUnproved({ ...refund, basis }, facts)) return away('causeUnproved');
  const payDueAtMs = endOfDayMs(addDays(dayOf(nowMs), facts.pack.refunds.payWithin.days));
  const isRespelt = payment.accountNo !== asked.accountNo || payment.cardSerial !== asked.cardSerial;
  const identified: RefundEvent[] = isRespelt ? [{ type: 'identified', atMs: nowMs, ...payment }] : [];
  const started = withChain([{ type: 'received', atMs: nowMs, basis, payDueAtMs }, ...identified], refund, nowMs, facts);
  return started.ok ? started : away(started.refusal.code);
}
