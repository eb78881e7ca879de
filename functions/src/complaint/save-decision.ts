import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import { noticesOf } from '@shouwen/domain/complaint/notices';
import { isCritical } from '@shouwen/domain/complaint/time/plan';
import { type StatusView, statusViewChanged, statusViewOf } from '@shouwen/domain/complaint/view/status-view';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import { changedFields } from '../journal/changed-fields.ts';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Transaction, Version } from '../store.ts';

interface DecisionToSave {
  before: Complaint;
  after: Complaint;
  events: readonly ComplaintEvent[];
  actorUid: string | null;
  pack: Pack;
  units: ReadonlyMap<string, Unit>;
  /** Version of the complaint as decided upon, where the transaction did not read it. */
  version?: Version;
}

/** Writes what a decision changed: the complaint, the customer's page if it looks different now, and a notice to each person concerned. */
export function saveDecision(host: Host, transaction: Transaction, decision: DecisionToSave): void {
  const { before, after, events, pack, units } = decision;
  transaction.update(`complaints/${after.id}`, changedFields(host, before, after), decision.version);
  saveStatus(host, transaction, before, after, pack, units);
  for (const notice of noticesOf(before, after, events, decision.actorUid)) {
    transaction.set(
      `inbox/${notice.uid}/items/${after.id}_${after.seq}_${notice.kind}`,
      inboxItem(host, {
        kind: notice.kind,
        complaintId: after.id,
        number: after.number,
        category: after.category,
        isCritical: isCritical(after, pack),
      }),
    );
  }
}

function saveStatus(host: Host, transaction: Transaction, before: Complaint, after: Complaint, pack: Pack, units: ReadonlyMap<string, Unit>): void {
  const nameOf = (unitId: string) => units.get(unitId)?.name ?? null;
  const view = statusViewOf(after, pack, nameOf);
  if (before.seq > 0 && !statusViewChanged(withoutStartOfWork(statusViewOf(before, pack, nameOf)), withoutStartOfWork(view))) return;
  transaction.set(`status/${after.statusId}`, toStored(view, host.timestamp));
}

/** That work has begun is no news by itself to a customer who knows that a handler took it up: the page says so with its next change. */
function withoutStartOfWork(view: StatusView): StatusView {
  return view.state === 'inProgress' ? { ...view, state: 'accepted' } : view;
}
