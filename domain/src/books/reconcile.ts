import type { PostingId } from '../kernel/brand.ts';
import type { Disposal } from '../closure/closure.ts';
import { canonicalIdentifier, defaultIdentifierForms } from '../kernel/identifier.ts';
import { closureRefundId } from '../closure/closure.ts';
import { covers } from '../refund/sum/covers.ts';
import { cumulatedFen } from '../refund/refund.ts';
import { buckets, isEmpty } from '../ledger/account.ts';
import { type Cause, customerAccount, movementOf, type Posting, postingIdOf, signedFen } from '../ledger/posting.ts';
import {
  addAccount,
  addClosure,
  addPosting,
  addRefund,
  amountOf,
  type BookedAccount,
  type BookedClosure,
  type BookedPosting,
  type BookedRefund,
  type Books,
  type Difference,
  difference,
  type Scope,
  startBooks,
  unless,
} from './books.ts';
import { differencesOfSums, type PackOf } from './reconcile-sums.ts';
import { differencesOfRecord, type BooksRecord } from './reconcile-record.ts';

/** Compares entries, balances and causes all at once (REF-8, CLO-4); nothing comes back when the books are right. */
export function reconcile(all: {
  postings: Iterable<BookedPosting>;
  accounts: Iterable<BookedAccount>;
  refunds: Iterable<BookedRefund>;
  closures: Iterable<BookedClosure>;
  packOf: PackOf;
}): Difference[] {
  const books = startBooks();
  for (const posting of all.postings) addPosting(books, posting);
  for (const account of all.accounts) addAccount(books, account);
  for (const refund of all.refunds) addRefund(books, refund);
  for (const closure of all.closures) addClosure(books, closure);
  return differencesOf(books, { packOf: all.packOf, seen: null, orders: null });
}

/** What the books are compared with beside themselves. */
export interface Evidence extends BooksRecord {
  packOf: PackOf;
  /** Null where the books are whole. */
  scope?: Scope | null;
}

/** All that does not add up in what has been read. */
export function differencesOf(books: Books, evidence: Evidence): Difference[] {
  const scope = evidence.scope ?? null;
  const looked = <Item>(items: ReadonlyMap<string, Item>, kind: 'accounts' | 'refunds' | 'closures'): Item[] =>
    [...items].flatMap(([id, item]) => (scope === null || scope[kind].has(id) ? [item] : []));
  return [
    ...books.faults,
    ...differencesOfBalances(books, looked(books.accounts, 'accounts'), scope),
    ...[...books.postings.values()].flatMap((posting) => [...differencesOfCause(posting, books), ...differencesOfMovement(posting)]),
    ...looked(books.refunds, 'refunds').flatMap((refund) => differencesOfRefund(refund, books)),
    ...differencesOfCards(books),
    ...looked(books.closures, 'closures').flatMap((closure) => differencesOfClosure(closure, books)),
    ...looked(books.accounts, 'accounts').flatMap((account) => differencesOfHold(account, books)),
    ...differencesOfSums(books, evidence.packOf, scope?.refunds ?? null),
    ...differencesOfRecord(books, evidence),
  ];
}

/** Each stored balance is what its postings come to, and no posting moves an account that does not exist. */
function differencesOfBalances({ accounts, sumsFen }: Books, looked: readonly BookedAccount[], scope: Scope | null): Difference[] {
  const stored = looked.flatMap((account) =>
    buckets.flatMap((bucket) => {
      const subject = customerAccount(account.accountNo, bucket);
      return unless(
        account.balancesFen[bucket] === (sumsFen.get(subject) ?? 0),
        'balanceDiffers',
        subject,
        sumsFen.get(subject) ?? 0,
        account.balancesFen[bucket],
      );
    }),
  );
  const nowhere = [...sumsFen].flatMap(([subject, sumFen]) => {
    const [side, accountNo = ''] = subject.split(':');
    const isKnown = accounts.has(accountNo) || (scope !== null && !scope.sought.has(accountNo));
    return unless(side !== 'customer' || isKnown, 'accountMissing', subject, sumFen, null);
  });
  return [...stored, ...nowhere];
}

/** Each posting has the id of a cause that says that it was posted, so there is one for each cause. */
function differencesOfCause(posting: BookedPosting, books: Books): Difference[] {
  const { id, cause, legs, reversesId } = posting;
  const ownId = postingIdOf(cause);
  const hasOwnId = reversesId === null ? id === ownId : id === reversalId(ownId) && reversesId === ownId;
  return unless(hasOwnId && isCaused(cause, reversesId !== null, books), 'postingWithoutCause', id, null, amountOf(legs));
}

/** What a posting says that it moves is what its legs move: by nothing else are the books added up. */
function differencesOfMovement({ id, legs, movedFen, bucketFen }: BookedPosting): Difference[] {
  const movement = movementOf(legs);
  const isSame = movement.movedFen === movedFen && buckets.every((bucket) => movement.bucketFen[bucket] === bucketFen[bucket]);
  return unless(isSame, 'movementDiffers', id, movement.movedFen, movedFen);
}

function isCaused(cause: Cause, isReversal: boolean, { refunds, closures }: Books): boolean {
  if (cause.kind === 'opening') return !isReversal;
  if (cause.kind === 'refund') {
    const refund = refunds.get(cause.id);
    return refund?.closureId === null && (refund.state === 'reversed' || (refund.state === 'posted' && !isReversal));
  }
  const line = closures.get(cause.id)?.lines.find(({ bucket }) => bucket === cause.bucket);
  if (isReversal || line?.state !== 'posted') return false;
  return line.action !== 'refund' || refunds.get(closureRefundId(cause.id))?.state === 'posted';
}

/** What was paid is what was approved, once, to where it was asked for; what was taken back is exactly that. */
function differencesOfRefund(refund: BookedRefund, books: Books): Difference[] {
  if (refund.state !== 'posted' && refund.state !== 'reversed') return [];
  const id = postingIdOf(refund.closureId === null ? { kind: 'refund', id: refund.id } : { kind: 'closure', id: refund.closureId, bucket: 'cash' });
  const posting = books.postings.get(id);
  if (!posting) return [difference('postingMissing', id, refund.amountFen, null)];
  return [
    ...unless(amountOf(posting.legs) === refund.amountFen, 'amountDiffers', id, refund.amountFen, amountOf(posting.legs)),
    ...unless(waysOf(refund, books).includes(wayOf(posting.legs)), 'wrongAccount', id, null, null),
    ...unless(approvedFen(refund) !== 'tooLittle', 'notApproved', refund.id, cumulatedFen(refund), null),
    ...(refund.state === 'reversed' ? differencesOfReversal(posting, books) : []),
  ];
}

/** REF-5: a card is handed over once, however its number was typed. */
function differencesOfCards({ refunds }: Books): Difference[] {
  const seen = new Set<string>();
  return [...refunds.values()].flatMap(({ id, state, form, amountFen, cardSerial }) => {
    if (form !== 'rechargeCard' || cardSerial === null || (state !== 'posted' && state !== 'reversed')) return [];
    const serial = canonicalIdentifier(cardSerial, defaultIdentifierForms.rechargeCard);
    const isFirst = !seen.has(serial);
    seen.add(serial);
    return unless(isFirst, 'cardTwice', id, null, amountFen);
  });
}

function differencesOfReversal(posting: BookedPosting, books: Books): Difference[] {
  const subject = reversalId(posting.id);
  const reversal = books.postings.get(subject);
  if (!reversal) return [difference('postingMissing', subject, amountOf(posting.legs), null)];
  const mirrored = posting.legs.map((leg) => `${leg.account} ${-signedFen(leg)}`).sort();
  const found = reversal.legs.map((leg) => `${leg.account} ${signedFen(leg)}`).sort();
  return unless(String(mirrored) === String(found), 'reversalDiffers', subject, amountOf(posting.legs), amountOf(reversal.legs));
}

/** The ways that the money of a refund may have gone (REF-5): an account credited after it was closed is the one that it is followed to (CLO-5). */
function waysOf({ form, accountNo, closureId }: BookedRefund, { accounts }: Books): string[] {
  const from = closureId === null || accountNo === null ? 'company:refunds' : customerAccount(accountNo, 'cash');
  if (form !== 'balanceCredit') return [`${from} → ${form === 'cash' ? 'company:cashDesk' : 'company:rechargeCards'}`];
  const followsTo = accounts.get(accountNo ?? '')?.followsTo ?? null;
  return [accountNo, followsTo].flatMap((no) => (no === null ? [] : `${from} → ${customerAccount(no, 'cash')}`));
}

/** Whether the last word on record covers what was paid together with what REF-4 adds to it. A closure's cash is the customer's own money. */
function approvedFen(refund: BookedRefund): 'enough' | 'tooLittle' {
  if (refund.closureId !== null) return 'enough';
  const last = refund.steps.findLast((step) => step.state === 'approved');
  const limitFen = refund.steps.length === 0 ? refund.ownLimitFen : (last?.limitFen ?? (last ? null : 0));
  return covers(limitFen, cumulatedFen(refund)) ? 'enough' : 'tooLittle';
}

/** Each line that says posted has its posting; an account that was closed is frozen until nothing is left of it, then free and followed. */
function differencesOfClosure(closure: BookedClosure, books: Books): Difference[] {
  const lines = closure.lines.flatMap((line) => differencesOfDisposal(closure, line, books));
  if (closure.closedAtMs === null || closure.state === 'cancelled') return lines;
  const account = books.accounts.get(closure.accountNo);
  if (!account) return [...lines, difference('accountMissing', closure.accountNo, null, null)];
  const isOver = closure.state === 'settled';
  const leftFen = buckets.reduce((sum, bucket) => sum + account.balancesFen[bucket], 0);
  return [
    ...lines,
    ...unless(account.state === 'closed', 'notClosed', account.accountNo, null, null),
    ...unless(!isOver || isEmpty(account.balancesFen), 'notEmpty', account.accountNo, 0, leftFen),
    ...unless(!isOver || account.hold === null, 'holdLeft', account.accountNo, null, null),
    ...unless(isOver || account.hold?.closureId === closure.id, 'holdMissing', account.accountNo, null, null),
    ...unless(account.followsTo === (isOver ? closure.targetAccountNo : null), 'followsDiffers', account.accountNo, null, null),
  ];
}

function differencesOfDisposal(closure: BookedClosure, line: Disposal, { postings }: Books): Difference[] {
  if (line.state !== 'posted') return [];
  const id = postingIdOf({ kind: 'closure', id: closure.id, bucket: line.bucket });
  const posting = postings.get(id);
  if (!posting || line.postingId !== id) return [difference('postingMissing', id, line.amountFen, null)];
  return [
    ...unless(amountOf(posting.legs) === line.amountFen, 'amountDiffers', id, line.amountFen, amountOf(posting.legs)),
    ...unless(line.action === 'refund' || waysOfDisposal(closure, line).includes(wayOf(posting.legs)), 'wrongAccount', id, null, null),
  ];
}

/** CLO-2: to the target's same bucket, or to the operator; a debt comes the other way. */
function waysOfDisposal({ accountNo, targetAccountNo }: BookedClosure, { bucket, action }: Disposal): string[] {
  const own = customerAccount(accountNo, bucket);
  const isMoving = action === 'transfer' && targetAccountNo !== null;
  return [`${own} → ${isMoving ? customerAccount(targetAccountNo, bucket) : 'company:lapsed'}`, `company:arrears → ${own}`];
}

/** A hold belongs to a closure that is still going on. */
function differencesOfHold({ accountNo, hold }: BookedAccount, { closures }: Books): Difference[] {
  if (hold === null) return [];
  const closure = closures.get(hold.closureId);
  return unless(closure?.accountNo === accountNo && closure.closedAtMs !== null, 'holdLeft', accountNo, null, null);
}

/** From where to where; as many accounts as there are legs. */
function wayOf(legs: Posting['legs']): string {
  const named = (side: Posting['legs'][number]['side']) => legs.flatMap((leg) => (leg.side === side ? leg.account : [])).join(' + ');
  return `${named('debit')} → ${named('credit')}`;
}

function reversalId(postingId: PostingId): string {
  return `${postingId}-reversal`;
}
