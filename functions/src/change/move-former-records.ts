import { changeFromStored } from '@shouwen/domain/change/change';
import { changesOfFormer, formerRecordOf } from '@shouwen/domain/change/former-record';
import { toStored } from '@shouwen/domain/kernel/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Host } from '../host.ts';
import { readPages } from '../ledger/read-pages.ts';
import { staffFrom } from '../organisation/read-staff.ts';
import type { StoredDocument } from '../store.ts';

const donePath = 'migrations/changeRecords';

/**
 * Brings what was noted beside each person, before there was one record of all acts, into that record, and says of each act whose heads read it; once. What is
 * there is left alone, so it goes on where it was cut off, and may run twice or beside itself.
 *
 * @returns how many records were brought in or completed.
 */
export async function moveFormerRecords(host: Host): Promise<number> {
  if (await host.store.get(donePath)) return 0;
  const units = await host.reference.units();
  const staff = await allStaff(host);
  let count = await completeReaders(host, staff, units);
  for (const person of staff.values()) count += await moveOf(host, person, staff, units);
  await host.store.transaction((transaction) => Promise.resolve(transaction.set(donePath, { at: host.timestamp(host.nowMs()) })));
  return count;
}

type Units = ReadonlyMap<string, Unit>;

async function allStaff(host: Host): Promise<Map<string, Staff>> {
  const staff = new Map<string, Staff>();
  await readPages(host.store, { collection: 'staff', where: [] }, ({ id, data }) => {
    const person = staffFrom(data);
    if (person) staff.set(id, person);
  });
  return staff;
}

/** Records of the first version: the units of then where a job changed, else where the person is now. */
async function completeReaders(host: Host, staff: ReadonlyMap<string, Staff>, units: Units): Promise<number> {
  const former: StoredDocument[] = [];
  await readPages(host.store, { collection: 'changes', where: [] }, (document) => void ('unitIds' in document.data || former.push(document)));
  for (const { id, path, data } of former) {
    const change = readableOrNull(changeFromStored, id, data);
    if (!change || !('targetUid' in change)) continue;
    const at = change.kind === 'job' ? [change.before?.unitId ?? '', change.after.unitId] : [staff.get(change.targetUid)?.unitId ?? ''];
    await host.store.transaction((transaction) => Promise.resolve(transaction.update(path, { unitIds: unitsAbove(at, units) })));
  }
  return former.length;
}

async function moveOf(host: Host, person: Staff, staff: ReadonlyMap<string, Staff>, units: Units): Promise<number> {
  const collection = `staff/${person.uid}/changes`;
  const records: NonNullable<ReturnType<typeof formerRecordOf>>[] = [];
  await readPages(host.store, { collection, where: [] }, ({ id, data }) => {
    const record = formerRecordOf(id, data);
    if (record) records.push(record);
  });
  const nameOf = (uid: string): string => staff.get(uid)?.name ?? uid;
  const changes = changesOfFormer(records, { target: person, unitIds: unitsAbove([person.unitId], units), nameOf });
  const newer = new Set(records.filter((record) => 'changeId' in record || /^(duty|deputy)-/.test(record.id)).map(({ id }) => `former-${person.uid}-${id}`));
  let count = 0;
  for (const { id, ...change } of changes.filter((one) => !newer.has(one.id))) {
    const unitIds = change.kind === 'job' ? unitsAbove([change.before?.unitId ?? '', change.after.unitId], units) : change.unitIds;
    const content = toStored({ ...change, unitIds }, (atMs) => host.timestamp(atMs));
    count += await host.store.transaction(async (transaction) => {
      if (await transaction.get(`changes/${id}`)) return 0;
      transaction.create(`changes/${id}`, content);
      return 1;
    });
  }
  return count;
}

function unitsAbove(unitIds: readonly string[], units: Units): string[] {
  return [...new Set(unitIds.flatMap((unitId) => units.get(unitId)?.path ?? []))];
}
