import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Refund } from '@shouwen/domain/refund/refund';
import { isForBatch, type SeenFacts } from '../../records/allowed-refund-commands.ts';

/** A request as it was when it was selected: approved only as long as it is still that one. */
export type Selection = ReadonlyMap<string, Refund>;

/** Selects a request or takes it back out. One that may not be approved together with others is never in it (REF-3 for one's own). */
export function toggled(selection: Selection, refund: Refund, staff: Staff, known: SeenFacts, nowMs: number): Selection {
  const next = new Map(selection);
  if (!next.delete(refund.id) && isForBatch(refund, staff, known, nowMs)) next.set(refund.id, refund);
  return next;
}

/** What is selected and still stands as it was selected: what has changed or gone meanwhile has to be looked at again. */
export function stillSelected(selection: Selection, refunds: readonly Refund[]): Refund[] {
  return refunds.filter((refund) => {
    const selected = selection.get(refund.id);
    return selected !== undefined && selected.seq === refund.seq && selected.amountFen === refund.amountFen;
  });
}

export function sumFen(refunds: readonly Pick<Refund, 'amountFen'>[]): number {
  return refunds.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
