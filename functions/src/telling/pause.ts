import type { PackId } from '@shouwen/domain/kernel/brand';
import { minuteMs } from '@shouwen/domain/calendar/day';
import type { Host } from '../host.ts';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Store } from '../store.ts';
import type { Write } from '../transaction/write.ts';

/** How long an instance goes by what it has read: a pause takes hold within so long everywhere. */
const keptMs = minuteMs / 3;

interface Known {
  atMs: number;
  isPaused: Promise<boolean>;
}

const known = new WeakMap<Store, Map<PackId, Known>>();

/** Whether the centre's duty leader has stopped messages for now. */
export function isPaused(host: Host, pack: PackId): Promise<boolean> {
  const ofStore = known.get(host.store) ?? new Map<PackId, Known>();
  known.set(host.store, ofStore);
  const atMs = host.nowMs();
  const kept = ofStore.get(pack);
  if (kept && atMs >= kept.atMs && atMs - kept.atMs < keptMs) return kept.isPaused;
  const read = host.store.get(`outreachPauses/${pack}`).then((stored) => stored?.data['isPaused'] === true);
  ofStore.set(pack, { atMs, isPaused: read });
  read.catch(() => ofStore.delete(pack));
  return read;
}

/** That messages are stopped or go on, by whom and why. */
export function pauseWrite(host: Host, { uid, name, pack }: Pick<Staff, 'uid' | 'name' | 'pack'>, said: { isPaused: boolean; reason: string }): Write {
  return { do: 'set', path: `outreachPauses/${pack}`, content: { ...said, pack, byUid: uid, byName: name, at: host.timestamp(host.nowMs()) } };
}
