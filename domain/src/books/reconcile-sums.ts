import type { Pack } from '../policy/pack.ts';
import { belongsWith, isWithinWindow } from '../refund/sum/cumulate.ts';
import { covers } from '../refund/sum/covers.ts';
import { isOnWordsAlone } from '../refund/cause-of-request.ts';
import { askedOn, decidesAlone, isCauseOwn, isSelfApproved } from '../refund/sum/self-approved.ts';
import type { BookedRefund, Books, Difference } from './books.ts';
import { unless } from './books.ts';

/** The rules by version; undefined for one that is not known, by which nothing can be said. */
export type PackOf = (version: string) => Pack | undefined;

/**
 * REF-4 worked out again from what was paid, whatever a refund says of its sum: each that was paid is within the limit of its last word together with
 * all that belong with it and were paid before it, and what a requester gave alone on one day is within that day's bound.
 */
export function differencesOfSums({ refunds }: Books, packOf: PackOf, looked: ReadonlySet<string> | null): Difference[] {
  const paid = [...refunds.values()].filter(({ state, closureId }) => closureId === null && ['executing', 'posted', 'reversed'].includes(state));
  const standing = paid.filter(({ state }) => state !== 'reversed');
  const byTie = groupsOf(standing);
  return paid.flatMap((refund) => {
    const pack = packOf(refund.packVersion);
    if (!pack || (looked !== null && !looked.has(refund.id))) return [];
    return [...differencesOfSum(refund, byTie, pack), ...differencesOfProof(refund, pack)];
  });
}

/** REF-1: what was paid by itself above the pack's sum rests on more than words, since that is kept. */
function differencesOfProof({ id, amountFen, basis }: BookedRefund, { refunds }: Pack): Difference[] {
  const isUnproved = basis !== null && isOnWordsAlone(basis) && amountFen > refunds.proofAboveFen;
  return unless(!isUnproved, 'causeUnproved', id, refunds.proofAboveFen, amountFen);
}

function differencesOfSum(refund: BookedRefund, byTie: ReadonlyMap<string, readonly BookedRefund[]>, pack: Pack): Difference[] {
  const before = tiesOf(refund)
    .flatMap((tie) => byTie.get(tie) ?? [])
    .filter((other) => paidAtMs(other) < paidAtMs(refund));
  const sumFen = total(
    refund,
    before.filter((other) => belongsWith(other, refund, pack) && isWithinWindow(other, refund, pack)),
  );
  if (!isSelfApproved({ ...refund, state: 'posted' })) {
    const last = refund.steps.findLast((step) => step.state === 'approved');
    return unless(last !== undefined && covers(last.limitFen, sumFen), 'sumNotApproved', refund.id, last?.limitFen ?? null, sumFen);
  }
  const ofDay = before.filter((other) => other.requesterUid === refund.requesterUid && isSelfApproved(other) && askedOn(other) === askedOn(refund));
  const dayFen = total(refund, ofDay);
  const isOfDay = covers(refund.ownLimitFen, sumFen);
  return unless(
    decidesAlone(refund.ownLimitFen, { sumFen, aloneFen: dayFen, isCauseOwn: isCauseOwn(refund) }, pack),
    isOfDay ? 'dayNotApproved' : 'sumNotApproved',
    refund.id,
    refund.ownLimitFen,
    isOfDay ? dayFen : sumFen,
  );
}

/** This one and the others, each once. */
function total(refund: BookedRefund, others: readonly BookedRefund[]): number {
  const unique = new Map([refund, ...others].map(({ id, amountFen }) => [id, amountFen]));
  return [...unique.values()].reduce((sum, amountFen) => sum + amountFen, 0);
}

/** Of two that were ordered in one millisecond neither is the later one. */
function paidAtMs({ execution, postedAtMs, receivedAtMs }: BookedRefund): number {
  return execution?.atMs ?? postedAtMs ?? receivedAtMs;
}

/** What two refunds have in common stands in both lists, so that nothing is compared with all others. */
function tiesOf({ complaintId, basis, accountNo, requesterUid }: BookedRefund): string[] {
  const ties = { complaint: complaintId, customer: basis?.customerKey ?? null, account: accountNo, requester: requesterUid };
  return Object.entries(ties).flatMap(([kind, value]) => (value === null ? [] : `${kind} ${value}`));
}

function groupsOf(refunds: readonly BookedRefund[]): ReadonlyMap<string, BookedRefund[]> {
  const groups = new Map<string, BookedRefund[]>();
  for (const refund of refunds) {
    for (const tie of tiesOf(refund)) {
      const group = groups.get(tie);
      if (group) group.push(refund);
      else groups.set(tie, [refund]);
    }
  }
  return groups;
}
