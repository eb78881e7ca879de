import fc from 'fast-check';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Unit } from '@shouwen/domain/organisation/unit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readBooks, toldOf } from '../support/books.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { takeIn } from '../support/recorder.ts';

let city: TestCity;
const seed = Date.now() % 2 ** 31;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'never-nobody');
});
afterAll(() => city.close());

const presence = fc.constantFrom<Partial<Staff>>({}, { onDuty: false }, { onDuty: false }, { active: false }, { unitId: 't-office' });

test(`whoever is off duty, suspended or moved: a complaint has a handler at work, or a pool whose head is told (seed ${seed})`, async () => {
  const scene = fc.record({
    people: fc.array(presence, { minLength: city.told.staff.length, maxLength: city.told.staff.length }),
    recorder: fc.constantFrom(...city.told.staff),
    homeRegion: fc.option(fc.constantFrom('320812', '320803', '320804', '320813', '320826', '320830', '320831', '110101')),
    category: fc.constantFrom('T01-01', 'T04-02', 'T07-02', 'T99-01', 'P01-01', 'P99-01', 'Z00-00'),
    draws: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ people, recorder, homeRegion, category, draws }) => {
      const batch = city.firestore.batch();
      city.told.staff.forEach(({ uid }, index) => batch.set(city.firestore.doc(`staff/${uid}`), { ...city.staff(uid), ...people[index] }));
      await batch.commit();
      city.host = city.newHost();
      city.host.draws = draws;
      const { id } = await takeIn(city, { recorderUid: recorder.uid, homeRegion, category });
      await expectSomebody(id);
    }),
    { seed, numRuns: 40, endOnFailure: true },
  );
});

async function expectSomebody(id: string): Promise<void> {
  const books = await readBooks(city.firestore, id);
  const { state, handlerUid, handlingUnitId, audience, pack } = books.complaint as {
    state: string;
    handlerUid: string | null;
    handlingUnitId: string;
    audience: string[];
    pack: string;
  };
  const unit = (await city.host.reference.units()).get(handlingUnitId) as Unit;
  expect({ state, pack: unit.pack }).toEqual({ state: 'assigned', pack });
  expect(audience).toEqual(expect.arrayContaining(unit.audience));
  expect(toldOf(books)).toContain(handlerUid === null ? `${String(unit.headUid)}: poolNeedsYou` : `${handlerUid}: assignedToYou`);
  const present = { active: true, onDuty: true, unitId: handlingUnitId };
  const holder = handlerUid === null ? present : (await city.firestore.doc(`staff/${handlerUid}`).get()).data();
  expect(holder).toMatchObject(present);
}
