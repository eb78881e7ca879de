import type { EpochMs } from '../../kernel/brand.ts';
import { standingAt } from '../../organisation/presence.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Complaint } from '../complaint.ts';
import { relationsTo } from '../relation.ts';

/** Whether a complaint stays with its handler; `ifNobodyIsThere`: it goes to somebody of its unit, if there is one to take it. */
export type WorkKeeping = 'keeps' | 'releases' | 'ifNobodyIsThere';

/** Whether somebody belongs where a complaint is handled: in its unit, or as a head above it who took it upon themselves. */
export function isPlacedToHandle(complaint: Complaint, staff: Staff): boolean {
  return staff.unitId === complaint.handlingUnitId || relationsTo(complaint, { kind: 'staff', staff }).includes('handlingHead');
}

/**
 * ADM-4: whoever is there keeps what they hold, and whoever is away, suspended or moved keeps nothing. Off shift it is kept, unless a step of it falls due before
 * their next shift and its unit has somebody there.
 */
export function keepingOf(complaint: Complaint, handler: Staff | null, atMs: EpochMs, { duty }: Pick<Pack, 'duty'>): WorkKeeping {
  if (handler === null || !isPlacedToHandle(complaint, handler)) return 'releases';
  switch (standingAt(handler, atMs)) {
    case 'there':
      return 'keeps';
    case 'gone':
      return 'releases';
    case 'offShift':
      if (!duty.keepOverShift) return 'releases';
      return isDueBefore(complaint, handler.nextDutyAtMs) ? 'ifNobodyIsThere' : 'keeps';
  }
}

/** Until when somebody is off shift is unknown only of those who were it before it was asked: they may be it for long. */
function isDueBefore({ nextDueAtMs }: Complaint, backAtMs: EpochMs | null): boolean {
  return nextDueAtMs !== null && (backAtMs === null || nextDueAtMs < backAtMs);
}
