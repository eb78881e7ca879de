import type { EpochMs, Uid } from '../../kernel/brand.ts';
import type { Staff } from '../../organisation/staff.ts';
import { decidersOf, type Refund, type Approval } from '../refund.ts';

/** A post on a ladder: whoever has one of the jobs in that unit. */
type Post = Pick<Approval, 'roles' | 'unitId'>;

type Person = Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'active' | 'deputy'>;

/** Whoever asked or decided: none of them decides another step (REF-3). */
export function partiesOf(refund: Refund): string[] {
  return [refund.requesterUid, ...decidersOf(refund)];
}

/** By what right someone decides a step: by holding the post now, or as the deputy in these days of someone who does (REF-6). */
export function authorityFor(
  refund: Refund,
  step: Post,
  by: Person,
  staff: readonly Person[],
  nowMs: EpochMs,
): { for: { uid: Uid; name: string } | null } | null {
  if (holdsPost(by, step)) return { for: null };
  if (hasLaterApproval(refund.steps, by.uid)) return null;
  const able = staff.filter((person) => person.active && holdsPost(person, step) && !partiesOf(refund).includes(person.uid));
  const absent = able.find((person) => deputyUidOf(person, nowMs) === by.uid);
  return absent ? { for: { uid: absent.uid, name: absent.name } } : null;
}

/** Whoever has a later step stands in for nobody before it: they would be two steps (REF-3), and nobody could decide theirs. */
export function hasLaterApproval(steps: readonly Approval[], uid: Uid): boolean {
  return steps.some((step) => step.state === 'waiting' && step.holderUids.includes(uid));
}

export function holdsPost(person: Pick<Person, 'unitId' | 'role'>, post: Post): boolean {
  return person.unitId === post.unitId && post.roles.includes(person.role);
}

export function deputyUidOf(person: Person, nowMs: EpochMs): string | null {
  return person.deputy && person.deputy.fromMs <= nowMs && nowMs <= person.deputy.untilMs ? person.deputy.uid : null;
}
