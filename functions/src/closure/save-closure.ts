import type { Closure } from '@shouwen/domain/closure/closure';
import type { ClosureEvent } from '@shouwen/domain/closure/event';
import { closureNoticesOf } from '@shouwen/domain/closure/notices';
import { refundNumber } from '@shouwen/domain/refund/refund';
import { changedFields } from '../journal/changed-fields.ts';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Transaction } from '../store.ts';

interface ClosureToSave {
  before: Closure;
  after: Closure;
  events: readonly ClosureEvent[];
  /** Head of the unit that opened it. */
  headUid: string | null;
}

/** Writes what a decision changed about a closure, and a notice to each person concerned. */
export function saveClosure(host: Host, transaction: Transaction, { before, after, events, headUid }: ClosureToSave): void {
  transaction.update(`closures/${after.id}`, changedFields(host, before, after));
  for (const notice of closureNoticesOf(after, events, headUid)) {
    transaction.set(
      `inbox/${notice.uid}/items/${after.id}_${after.seq}_${notice.kind}`,
      inboxItem(host, {
        kind: notice.kind,
        closureId: after.id,
        number: refundNumber(after.id),
      }),
    );
  }
}
