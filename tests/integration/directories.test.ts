import { setTimeout as sleep } from 'node:timers/promises';
import { directoryIndexSchema, directoryPartSchema } from '@shouwen/domain/organisation/directory';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { noteDirectoryDue, refreshDirectories } from '../../functions/src/organisation/refresh-directory.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { heldStore } from '../support/held-store.ts';

const clerk = 't-hy-wangying-clerk-1';
const hourMs = 60 * 60_000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'directories');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await noteDirectoryDue(city.host, 'telecom');
  await refreshDirectories(city.host);
});
afterAll(() => city.close());

const indexOf = async () => directoryIndexSchema.parse((await city.firestore.doc('directories/telecom').get()).data());

/** As a phone reads it: as many parts as there are said to be, all of that version. */
async function directory() {
  const { version, parts } = await indexOf();
  const read = await Promise.all(
    Array.from({ length: parts }, async (_, index) => (await city.firestore.doc(`directories/telecom_${String(index + 1)}`).get()).data()),
  );
  const documents = read.map((stored) => directoryPartSchema.parse(stored));
  expect(documents.map((one) => one.version)).toEqual(documents.map(() => version));
  const staff = documents.flatMap((one) => one.staff);
  return { version, parts, staff, units: documents.flatMap((one) => one.units), nameOf: (uid: string) => staff.find((one) => one.uid === uid)?.name };
}

async function rename(name: string): Promise<void> {
  await city.changeStaff(clerk, { name });
  await noteDirectoryDue(city.host, 'telecom');
}

describe('the directory that phones keep', () => {
  test('is there with the city, and says what functions would compile', async () => {
    const before = await directory();
    expect(before.staff).toHaveLength(city.told.staff.filter(({ pack }) => pack === 'telecom').length);
    await noteDirectoryDue(city.host, 'telecom');
    expect(await refreshDirectories(city.host)).toBe(0);
    expect((await directory()).version).toBe(before.version);
  });

  test('a change makes one new version, however many have changed, and a second run none', async () => {
    const { version } = await directory();
    await rename('张敏（婚后）');
    await rename('张敏');
    await rename('王晓燕');
    expect((await directory()).version).toBe(version);
    expect(await refreshDirectories(city.host)).toBe(1);
    expect(await refreshDirectories(city.host)).toBe(0);
    const after = await directory();
    expect([after.version, after.nameOf(clerk)]).toEqual([version + 1, '王晓燕']);
  });

  test('a change whose event was lost, and one of a unit, are found within the hour', async () => {
    const unit = city.firestore.doc('units/t-bill');
    const name = (await unit.get()).get('name.zh') as string;
    await city.changeStaff(clerk, { name: '无人知晓' });
    await unit.update({ 'name.zh': '账务处' });
    expect(await refreshDirectories(city.host)).toBe(0);
    city.host.clockMs += hourMs;
    expect(await refreshDirectories(city.host)).toBe(1);
    const { nameOf, units } = await directory();
    expect([nameOf(clerk), units.find(({ id }) => id === 't-bill')?.name.zh]).toEqual(['无人知晓', '账务处']);
    await unit.update({ 'name.zh': name });
  });

  test('who is gone or cannot be read: the one stays with a name, the other is left out and said so', async () => {
    await city.changeStaff(clerk, { active: false });
    await city.firestore.doc('staff/unreadable').set({ uid: 'unreadable', pack: 'telecom', role: 'emperor' });
    await noteDirectoryDue(city.host, 'telecom');
    await refreshDirectories(city.host);
    const { staff } = await directory();
    expect(staff.find(({ uid }) => uid === clerk)).toMatchObject({ active: false, name: city.staff(clerk).name });
    expect(staff.some(({ uid }) => uid === 'unreadable')).toBe(false);
    expect(city.host.logged).toContainEqual({ severity: 'ERROR', message: 'left out of the directory', path: 'staff/unreadable' });
    await city.firestore.doc('staff/unreadable').delete();
  });

  test('more than a document holds becomes several, and they go when the people go', async () => {
    const extra = Array.from({ length: 2501 }, (_, index) => ({
      ...city.staff(clerk),
      uid: `t-extra-${String(index)}`,
      name: `同事${String(index)}`,
      nameEn: 'colleague '.repeat(40),
    }));
    const writer = city.firestore.bulkWriter();
    for (const person of extra) void writer.set(city.firestore.doc(`staff/${person.uid}`), person);
    await writer.close();
    await noteDirectoryDue(city.host, 'telecom');
    await refreshDirectories(city.host);
    const large = await directory();
    expect([large.nameOf('t-extra-2500'), large.parts > 1]).toEqual(['同事2500', true]);
    const remover = city.firestore.bulkWriter();
    for (const { uid } of extra) void remover.delete(city.firestore.doc(`staff/${uid}`));
    await remover.close();
    await noteDirectoryDue(city.host, 'telecom');
    await refreshDirectories(city.host);
    const stored = await city.firestore.collection('directories').where('pack', '==', 'telecom').get();
    expect([(await directory()).parts, stored.docs.map(({ id }) => id)]).toEqual([1, ['telecom', 'telecom_1']]);
  });

  /** begin: read, commit; units, staff; store: read, commit; for one operator after its index was looked at. */
  test.each([2, 3, 4, 5, 6, 7, 8])('whatever another run does before its step %i, the last word is what stands', async (step) => {
    await rename(`旧${String(step)}`);
    const held = heldStore(city.host.store, step);
    const slow = refreshDirectories(city.newHost(held));
    await Promise.race([held.reached, slow]);
    // The database lets nobody write what the held one has read in its transaction: then the other goes on after it.
    const other = rename(`新${String(step)}`).then(() => refreshDirectories(city.host));
    await Promise.race([other, sleep(300)]);
    held.release();
    await Promise.all([slow, other]);
    // What was noted while somebody was at it is the next run's.
    await refreshDirectories(city.host);
    expect((await directory()).nameOf(clerk)).toBe(`新${String(step)}`);
  });

  test('a run that dies half way is made up for by the next', async () => {
    await rename('半途');
    const dying = heldStore(city.host.store, 4);
    void refreshDirectories(city.newHost(dying));
    await dying.reached;
    expect((await indexOf()).checkedAtMs).toBeNull();
    expect(await refreshDirectories(city.host)).toBe(1);
    expect((await directory()).nameOf(clerk)).toBe('半途');
  });
});
