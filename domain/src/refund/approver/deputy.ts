import { dayMs } from '../../calendar/day.ts';
import type { EpochMs, Fen } from '../../kernel/brand.ts';
import { refused, type Refusal } from '../../kernel/decision.ts';
import type { Role, Staff } from '../../organisation/staff.ts';
import { isSuperiorOf } from '../../organisation/superior.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Pack } from '../../policy/pack.ts';
import { rungIndexOf } from '../chain.ts';

/** Who may stand in is asked of people as their documents say now. */
export type StandIn = Pick<Staff, 'uid' | 'role' | 'unitId' | 'active' | 'pack'>;

export interface DeputyRules {
  pack: Pick<Pack, 'refunds' | 'deputies'>;
  units: ReadonlyMap<string, Pick<Unit, 'kind' | 'path'>>;
}

/** `capFen` is the most that the deputy may decide in the other's name; null where only the post itself bounds it. */
export type DeputyStanding = { ok: true; capFen: Fen | null } | { ok: false; refusal: Refusal };

/** They watch over money, pay it, or say who may decide about it: none of them decides in anybody's name. */
const neverDeputies: readonly Role[] = ['auditor', 'administrator', 'refundClerk'];

/**
 * ADM-5: nobody stands in above their rung. A deputy has the same rung of the ladder or a higher one, or the same job in the same unit; a direct subordinate may,
 * up to a cap that each such approval shows.
 */
export function deputyStanding(absent: StandIn, deputy: StandIn, { pack, units }: DeputyRules): DeputyStanding {
  if (!deputy.active || deputy.pack !== absent.pack || deputy.uid === absent.uid) return refused('deputyNotColleague');
  if (neverDeputies.includes(deputy.role)) return refused('deputyNeverOfJob');
  if (deputy.role === absent.role && deputy.unitId === absent.unitId) return { ok: true, capFen: null };
  const rungs = pack.refunds.ladders.flatMap((ladder) => {
    const [own, theirs] = [absent, deputy].map(({ role, unitId }) => rungIndexOf(role, units.get(unitId)?.kind, ladder.rungs));
    return own === undefined || theirs === undefined || own === -1 ? [] : [{ own, theirs }];
  });
  if (rungs.some(({ own, theirs }) => theirs >= own)) return { ok: true, capFen: null };
  const isNext = rungs.some(({ own, theirs }) => theirs === own - 1 || (theirs === -1 && deputy.unitId === absent.unitId));
  if (isNext && isSuperiorOf(absent, deputy, units)) return { ok: true, capFen: pack.deputies.subordinateCapFen };
  return refused('deputyTooLow');
}

/** From the first moment of a day to the last of another, and the first of today. */
interface DeputyDays {
  fromMs: EpochMs;
  untilMs: EpochMs;
  todayMs: EpochMs;
}

/** Why somebody cannot be named for these days; null when they can. Not backdated, and nobody who is away in these days themselves. */
export function deputyRefusal(
  absent: StandIn,
  deputy: (StandIn & Pick<Staff, 'deputy'>) | null,
  { fromMs, untilMs, todayMs }: DeputyDays,
  rules: DeputyRules,
): Refusal | null {
  const isTooLong = untilMs - fromMs > rules.pack.deputies.longestDays * dayMs;
  if (fromMs < todayMs || untilMs < fromMs || isTooLong) return { code: 'deputyDaysWrong' };
  if (!deputy) return { code: 'deputyNotColleague' };
  const standing = deputyStanding(absent, deputy, rules);
  if (!standing.ok) return standing.refusal;
  const isAwayToo = deputy.deputy !== null && deputy.deputy.fromMs <= untilMs && fromMs <= deputy.deputy.untilMs;
  return isAwayToo ? { code: 'deputyAway' } : null;
}
