import type { RefundEvent } from './event.ts';
import { type Approval, decidersOf, openApprovalOf, type Refund, refundVersion } from './refund.ts';

/** Applies the events of one journal entry. An entry that changed nothing leaves even `seq` alone. */
export function evolveRefund(refund: Refund, events: readonly RefundEvent[]): Refund {
  if (events.length === 0) return refund;
  const evolved = events.reduce(evolve, refund);
  const atMs = events.at(-1)?.atMs ?? 0;
  return withPeople({
    ...evolved,
    schemaVersion: Math.max(refund.schemaVersion, refundVersion),
    seq: refund.seq + 1,
    updatedAtMs: Math.max(refund.updatedAtMs, atMs),
  });
}

/** What a refund is after one event. Pure and total. */
function evolve(refund: Refund, event: RefundEvent): Refund {
  switch (event.type) {
    case 'received':
      return { ...refund, basis: event.basis, payDueAtMs: event.payDueAtMs };
    case 'identified':
      return { ...refund, accountNo: event.accountNo, cardSerial: event.cardSerial };
    case 'turnedAway':
      return ended({ ...refund, state: 'refused', refusalCode: event.code });
    case 'chainWorkedOut': {
      const { packVersion, ownLimitFen, steps } = event;
      return { ...refund, ...sumOf(event), packVersion, ownLimitFen, steps, approverUids: [] };
    }
    case 'policyApplied':
      return { ...refund, packVersion: event.packVersion };
    case 'holdersChanged':
      return withHolders(refund, event.holders);
    case 'approversChanged':
      return { ...refund, approverUids: event.approverUids };
    case 'stepOpened':
      return {
        ...refund,
        state: 'awaitingApproval',
        steps: withApproval(refund.steps, event.index, { state: 'open' }),
        approverUids: event.approverUids,
        reminderCount: 0,
        dueAtMs: event.moveUpAtMs,
        nextDueAtMs: event.remindAtMs,
      };
    case 'stepApproved':
      return { ...refund, steps: decidedApproval(refund.steps, event, 'approved'), approverUids: [] };
    case 'approved':
      return {
        ...refund,
        ...sumOf(event),
        state: 'approved',
        approverUids: [],
        reminderCount: 0,
        dueAtMs: refund.payDueAtMs,
        nextDueAtMs: event.remindAtMs,
      };
    case 'refused':
      return ended({
        ...refund,
        state: 'refused',
        // A late no may be of another step than the one that was open: nobody is asked there any more.
        steps: decidedApproval(refund.steps, event, 'refused').map((step) => (step.state === 'open' ? { ...step, state: 'waiting' } : step)),
        refusal: { text: event.reason, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs },
      });
    case 'moreAsked':
      return {
        ...refund,
        state: 'awaitingAnswer',
        question: { text: event.reason, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs },
        reply: null,
        approverUids: [],
        reminderCount: 0,
        dueAtMs: null,
        nextDueAtMs: event.remindAtMs,
      };
    case 'handedToDeputy':
      return { ...refund, approverUids: [...refund.approverUids, event.deputyUid] };
    case 'amended': {
      const { amountFen, form, accountNo, cardSerial } = event;
      const reply = { text: event.text, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs };
      const basis = event.basis === undefined ? refund.basis : event.basis;
      return { ...refund, amountFen, form, accountNo, cardSerial, basis, reply, amendedAtMs: event.atMs };
    }
    case 'withdrawn':
      return ended({ ...refund, state: 'withdrawn', withdrawal: { text: event.reason, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs } });
    case 'reminded':
      return { ...refund, reminderCount: refund.reminderCount + 1, nextDueAtMs: event.nextAtMs };
    case 'movedUp':
      return { ...refund, steps: withApproval(refund.steps, event.index, { state: 'movedUp' }) };
    case 'executionOrdered': {
      const attempt = (refund.execution?.attempt ?? 0) + 1;
      const execution = { byUid: event.by.uid, byName: event.by.name, atMs: event.atMs, attempt, rejected: null, cash: event.cash ?? null };
      return { ...refund, ...sumOf(event), state: 'executing', execution, nextDueAtMs: null };
    }
    case 'posted':
      return ended({ ...refund, state: 'posted', postedAtMs: event.atMs });
    case 'postingRejected':
      return {
        ...refund,
        state: 'approved',
        execution: refund.execution && { ...refund.execution, rejected: event.reason },
        nextDueAtMs: event.remindAtMs,
      };
    case 'reversed':
      return { ...refund, state: 'reversed', reversal: { text: event.reason, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs } };
  }
}

function sumOf({ earlierFen, earlierIds }: Pick<Refund, 'earlierFen' | 'earlierIds'>) {
  return { earlierFen, earlierIds };
}

function ended(refund: Refund): Refund {
  return { ...refund, open: false, approverUids: [], dueAtMs: null, nextDueAtMs: null };
}

function decidedApproval(steps: readonly Approval[], event: Extract<RefundEvent, { type: 'stepApproved' | 'refused' }>, state: Approval['state']): Approval[] {
  return withApproval(steps, event.index, {
    state,
    decidedByUid: event.by.uid,
    decidedByName: event.by.name,
    forUid: event.for?.uid ?? null,
    forName: event.for?.name ?? null,
    deputyCapFen: event.type === 'stepApproved' ? event.capFen : null,
    decidedAtMs: event.atMs,
  });
}

function withApproval(steps: readonly Approval[], at: number, changes: Partial<Approval>): Approval[] {
  return steps.map((step, index) => (index === at ? { ...step, ...changes } : step));
}

/** Whoever left the post of the open step is asked no more. */
function withHolders(refund: Refund, holders: Extract<RefundEvent, { type: 'holdersChanged' }>['holders']): Refund {
  const steps = refund.steps.map((step, index) => ({ ...step, holderUids: holders[index]?.uids ?? step.holderUids }));
  const left = openApprovalOf(refund)?.holderUids.filter((uid) => !openApprovalOf({ steps })?.holderUids.includes(uid)) ?? [];
  return { ...refund, steps, approverUids: refund.approverUids.filter((uid) => !left.includes(uid)) };
}

/** Whoever asked, may decide or has decided keeps seeing it. */
function withPeople(refund: Refund): Refund {
  return {
    ...refund,
    people: [
      ...new Set([
        refund.requesterUid,
        ...refund.approverUids,
        ...decidersOf(refund),
        ...(refund.refusal ? [refund.refusal.byUid] : []),
        ...(refund.question ? [refund.question.byUid] : []),
      ]),
    ],
  };
}
