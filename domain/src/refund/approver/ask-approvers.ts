import type { EpochMs } from '../../kernel/brand.ts';
import { deputyUidOf, hasLaterApproval, holdsPost, standingNow } from './authority.ts';
import { afterWorkingHours } from './office-clock.ts';
import { covers } from '../sum/covers.ts';
import type { RefundFacts } from '../refund-facts.ts';
import type { RefundEvent } from '../event.ts';
import { decidersOf, type Refund, type Approval } from '../refund.ts';

type Asking = Pick<Refund, 'requesterUid' | 'amountFen'> & { steps: readonly Approval[] };
type Facts = Pick<RefundFacts, 'staff' | 'pack' | 'units' | 'earlierFen'>;

/** Who is asked about a step: those who still hold its post, and the deputies whom they have in these days and who may decide it (REF-3, REF-6). */
export function askedAbout({ requesterUid, amountFen, steps }: Asking, index: number, nowMs: EpochMs, facts: Facts): string[] {
  const { staff, earlierFen } = facts;
  const step = steps[index];
  const holders = staff.filter((person) => person.active && step && step.holderUids.includes(person.uid) && holdsPost(person, step));
  const parties = [requesterUid, ...decidersOf({ steps: [...steps] })];
  const standIns = holders.flatMap((absent) => {
    const deputy = staff.find(({ uid }) => uid === deputyUidOf(absent, nowMs));
    if (!deputy) return [];
    const standing = standingNow(absent, deputy, facts, nowMs);
    return standing.ok && covers(standing.capFen, amountFen + earlierFen) ? [deputy.uid] : [];
  });
  const able = standIns.filter((uid) => !parties.includes(uid) && !hasLaterApproval(steps.slice(index + 1), uid));
  return [...new Set([...holders.map(({ uid }) => uid).sort(), ...able])];
}

/** A step begins. One whose holders have all gone while it waited is due at once, for the schedule to look for who holds the post now (ORG-4). */
export function askApprovers(asking: Asking, index: number, nowMs: EpochMs, facts: Facts & Pick<RefundFacts, 'calendar'>): RefundEvent {
  const approverUids = askedAbout(asking, index, nowMs, facts);
  const { remindAfterHours, moveUpAfterHours } = facts.pack.refunds;
  const remindAtMs = approverUids.length === 0 ? nowMs : afterWorkingHours(nowMs, remindAfterHours, facts);
  return { type: 'stepOpened', atMs: nowMs, index, approverUids, remindAtMs, moveUpAtMs: afterWorkingHours(nowMs, moveUpAfterHours, facts) };
}
