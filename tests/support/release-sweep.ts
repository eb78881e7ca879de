import type { Firestore } from 'firebase-admin/firestore';
import { releaseDueWork } from '../../functions/src/schedules/release-due-work.ts';
import type { TestCity } from './city.ts';
import { meteredStore } from './metered-store.ts';

/** People of whom nothing is to be taken any more, as they lie there at night. */
export async function fillWithAbsent(firestore: Firestore, counts: { offShift: number; suspended: number }, backAtMs: number): Promise<void> {
  const writer = firestore.bulkWriter();
  const common = { pack: 'telecom', role: 'departmentHandler', unitId: 't-ls', away: null, releaseDue: false };
  for (let index = 0; index < counts.offShift; index += 1)
    void writer.set(firestore.doc(`staff/off-shift-${index}`), { ...common, active: true, onDuty: false, nextDutyAtMs: backAtMs, standsUntilMs: backAtMs });
  for (let index = 0; index < counts.suspended; index += 1)
    void writer.set(firestore.doc(`staff/suspended-${index}`), { ...common, active: false, onDuty: true, nextDutyAtMs: null, standsUntilMs: null });
  await writer.close();
}

/** What a sweep reads of people and their work. */
export async function meterRelease(city: TestCity): Promise<number> {
  const metered = meteredStore(city.host.store);
  const host = city.newHost(metered);
  host.clockMs = city.host.clockMs;
  await releaseDueWork(host);
  return metered.bill.reads;
}
