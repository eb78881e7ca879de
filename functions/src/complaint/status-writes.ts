import type { UnitId } from '@shouwen/domain/kernel/brand';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { type StatusView, statusViewChanged, statusViewOf } from '@shouwen/domain/complaint/view/status-view';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';

interface Shown {
  before: Complaint;
  after: Complaint;
  pack: Pack;
  units: ReadonlyMap<string, Unit>;
}

/** The customer's page, if it looks different now. The first time it is created: what is there already is somebody else's. */
export function statusWrites(host: Host, { before, after, pack, units }: Shown): Write[] {
  const nameOf = (unitId: UnitId) => units.get(unitId)?.name ?? null;
  const phones = [...units.values()].flatMap(({ phone }) => phone ?? []);
  const viewOf = (complaint: Complaint): StatusView => statusViewOf(complaint, pack, nameOf, phones);
  const view = viewOf(after);
  if (before.seq > 0 && !statusViewChanged(withoutStartOfWork(viewOf(before)), withoutStartOfWork(view))) return [];
  return [{ do: before.seq > 0 ? 'set' : 'create', path: `status/${after.statusId}`, content: toStored(view, host.timestamp) }];
}

/** That work has begun is no news by itself to a customer who knows that a handler took it up: the page says so with its next change. */
function withoutStartOfWork(view: StatusView): StatusView {
  return view.state === 'inProgress' ? { ...view, state: 'accepted' } : view;
}
