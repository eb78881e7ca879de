import type { Account } from '../ledger/account.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Closure } from './closure.ts';
import { confirmReasons, type ConfirmReason } from './confirm-reasons.ts';
import type { ClosureFigures } from './figures.ts';

/** Jobs whose word makes a closing valid that one person cannot open alone, and lets one be cancelled. */
export const closureConfirmers: readonly Staff['role'][] = ['outletManager', 'unitHead'];

interface Asked {
  account: Pick<Account, 'homeRegion' | 'contactKey'>;
  target: Pick<Account, 'contactKey'> | null;
  figures: Pick<ClosureFigures, 'movesFen' | 'paidOutFen' | 'lapsesFen'>;
  /** The counties that whoever asks serves. */
  regions: readonly string[];
  confirmAboveFen: number;
  /** Whether the closing rests on what billing says, and it has not said it. */
  isBillingSilent: boolean;
}

/** What a second person has to be asked for; nothing where the customer's own money stays in their county and with them. */
export function confirmReasonsOf({ account, target, figures, regions, confirmAboveFen, isBillingSilent }: Asked): ConfirmReason[] {
  const holds: Record<ConfirmReason, boolean> = {
    lapse: figures.lapsesFen > 0,
    otherCounty: account.homeRegion === null || !regions.includes(account.homeRegion),
    otherHolder: target !== null && target.contactKey !== account.contactKey,
    largeSum: figures.movesFen + figures.paidOutFen > confirmAboveFen,
    billingSilent: isBillingSilent,
  };
  return confirmReasons.filter((reason) => holds[reason]);
}

/** The home regions of a unit: its own, or those of the first above it that has any; all of them for one that has none above. */
export function regionsServed(unitId: string, units: ReadonlyMap<string, Pick<Unit, 'path' | 'homeRegions'>>): readonly string[] {
  const way = (units.get(unitId)?.path ?? []).map((id) => units.get(id)?.homeRegions ?? []);
  return way.find((regions) => regions.length > 0) ?? [];
}

/** Whether somebody may be the second person: of the outlet or above it, and neither who asked nor who filed the evidence. */
export function mayConfirmClosure(
  closure: Pick<Closure, 'pack' | 'audience' | 'requesterUid' | 'evidence'>,
  by: Pick<Staff, 'uid' | 'role' | 'unitId' | 'active' | 'pack'>,
): 'notActive' | 'notYours' | 'ownRequest' | null {
  if (!by.active) return 'notActive';
  if (!closureConfirmers.includes(by.role) || by.pack !== closure.pack || !closure.audience.includes(by.unitId)) return 'notYours';
  return by.uid === closure.requesterUid || by.uid === closure.evidence?.byUid ? 'ownRequest' : null;
}
