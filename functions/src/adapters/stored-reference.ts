import { type CalendarYear, calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import { buildUnits } from '@shouwen/domain/organisation/units';
import { unitRecordSchema, type Unit } from '@shouwen/domain/organisation/unit';
import { versionPattern } from '@shouwen/domain/kernel/written-id';
import type { Pack } from '@shouwen/domain/policy/pack';
import { wholePackSchema } from '@shouwen/domain/policy/whole-pack';
import type { ReferenceSource } from '../host.ts';
import type { Store } from '../store.ts';

const keptMs = 60_000;

/** Reference read from the store: a pack's version never changes and is kept for good, the organisation and the calendar for a minute. */
export function storedReference(store: Store, nowMs: () => number): ReferenceSource {
  const packs = new Map<string, Promise<Pack>>();
  const units = keptFor(nowMs, () => readUnits(store));
  const calendar = keptFor(nowMs, () => readCalendar(store));
  const reference: ReferenceSource = {
    pack: (id, version) => {
      const key = `${id}/${version}`;
      const kept = packs.get(key) ?? readPack(store, id, version);
      packs.set(key, kept);
      const forget = () => packs.delete(key);
      kept.then((pack) => pack.version === version || forget(), forget);
      return kept;
    },
    packInForce: async (id, reader) => reference.pack(id, String((await reader.get('policies/current'))?.data[id])),
    units,
    calendar,
  };
  return reference;
}

function keptFor<Value>(nowMs: () => number, read: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | null = null;
  let readAtMs = 0;
  return () => {
    if (kept && nowMs() - readAtMs < keptMs) return kept;
    readAtMs = nowMs();
    const reading = read();
    kept = reading;
    reading.catch(() => (kept = null));
    return reading;
  };
}

/** A version that does not exist, from an old phone or a wrong one, falls back to the pack in force. */
async function readPack(store: Store, id: string, version: string): Promise<Pack> {
  const stored = versionPattern.test(version) ? await store.get(`policies/${version}`) : null;
  if (stored && stored.data['id'] === id) return wholePackSchema.parse(stored.data);
  const current = await store.get('policies/current');
  const inForce = await store.get(`policies/${String(current?.data[id])}`);
  return wholePackSchema.parse(inForce?.data);
}

async function readUnits(store: Store): Promise<ReadonlyMap<string, Unit>> {
  const stored = await store.query({ collection: 'units', where: [], limit: 5000 });
  return buildUnits(stored.map((document) => unitRecordSchema.strip().parse(document.data)));
}

async function readCalendar(store: Store): Promise<readonly CalendarYear[]> {
  const stored = await store.query({ collection: 'calendar', where: [], limit: 100 });
  return stored.map((document) => calendarYearSchema.parse(document.data));
}
