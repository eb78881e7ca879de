import type { EpochMs, Fen, Uid } from '../../kernel/brand.ts';
import { refused } from '../../kernel/decision.ts';
import type { Staff } from '../../organisation/staff.ts';
import { decidersOf, type Refund, type Approval } from '../refund.ts';
import { type DeputyRules, type DeputyStanding, deputyStanding, type StandIn } from './deputy.ts';

/** A post on a ladder: whoever has one of the jobs in that unit. */
type Post = Pick<Approval, 'roles' | 'unitId'>;

type Person = StandIn & Pick<Staff, 'name' | 'deputy'>;

interface Surroundings extends DeputyRules {
  staff: readonly Person[];
}

/** In whose name somebody decides; as a direct subordinate only up to a cap (ADM-5). */
export interface Authority {
  for: { uid: Uid; name: string } | null;
  capFen: Fen | null;
}

/** Whoever asked or decided: none of them decides another step (REF-3). */
export function partiesOf(refund: Refund): string[] {
  return [refund.requesterUid, ...decidersOf(refund)];
}

/** By what right someone decides a step: by holding the post now, or as the deputy in these days of someone who does and whom they may stand in for (REF-6). */
export function authorityFor(refund: Refund, post: Post, by: Person, around: Surroundings, nowMs: EpochMs): Authority | null {
  if (holdsPost(by, post)) return { for: null, capFen: null };
  if (hasLaterApproval(refund.steps, by.uid)) return null;
  const able = around.staff.filter((person) => person.active && holdsPost(person, post) && !partiesOf(refund).includes(person.uid));
  const authorities = able.flatMap((absent) => {
    const standing = deputyUidOf(absent, nowMs) === by.uid ? standingNow(absent, by, around, nowMs) : null;
    return standing?.ok ? [{ for: { uid: absent.uid, name: absent.name }, capFen: standing.capFen }] : [];
  });
  return authorities.find(({ capFen }) => capFen === null) ?? authorities[0] ?? null;
}

/** Deputies do not chain: one who is away in these days is passed over, and the next superior decides. */
export function standingNow(absent: Person, deputy: Person, rules: DeputyRules, nowMs: EpochMs): DeputyStanding {
  return deputyUidOf(deputy, nowMs) === null ? deputyStanding(absent, deputy, rules) : refused('deputyAway');
}

/** Whoever has a later step stands in for nobody before it: they would be two steps (REF-3), and nobody could decide theirs. */
export function hasLaterApproval(steps: readonly Approval[], uid: Uid): boolean {
  return steps.some((step) => step.state === 'waiting' && step.holderUids.includes(uid));
}

export function holdsPost(person: Pick<Person, 'unitId' | 'role'>, post: Post): boolean {
  return person.unitId === post.unitId && post.roles.includes(person.role);
}

export function deputyUidOf(person: Pick<Person, 'deputy'>, nowMs: EpochMs): string | null {
  return person.deputy && person.deputy.fromMs <= nowMs && nowMs <= person.deputy.untilMs ? person.deputy.uid : null;
}
