import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { applyCorrection, type Correction } from '../../functions/src/complaint/apply-correction.ts';
import { readBooks } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { receiveRefund } from '../support/delivering.ts';
import { refundOf } from '../support/money-entries.ts';
import { complaintWithCause, newAccount, writeRefund } from '../support/money-requests.ts';
import { act, newPhone, type Recorded, takeIn, type Wanted } from '../support/recorder.ts';
import { clearComplaints, complaintOf } from '../support/steps.ts';

const owner = 't-qjp-huaihai-clerk-1';
const ownedUntilMs = morningMs - 30 * 86_400_000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'concerned-number');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

const about = (concerned: string, more: Wanted = {}): Wanted => ({ phone: newPhone(), isAboutAnother: true, concerned, ...more });
const repeatOf = async ({ id }: Recorded) => (await complaintOf(city, id))['repeatOf'];
const keysOf = async ({ id }: { id: string }) => (await city.firestore.doc(`complaintKeys/${id}`).get()).data();

/** Corrects the number concerned as whoever they are. */
async function correct({ id }: { id: string }, to: Partial<Correction>, uid = owner): Promise<object> {
  const keys = await city.host.keys.of('telecom');
  if (!keys) throw new Error('The city has no keys.');
  const correction = { complaintId: id, entryId: randomUUID(), concerned: '', ownedUntilMs: null, reason: '客户说错了号码', ...to };
  return city.host.store.transaction((reader) => applyCorrection({ host: city.host, reader, keys, staff: city.staff(uid) }, correction));
}

describe('REC-2: a complaint about another number than the one to call', () => {
  test('has it in full with the contact and masked where staff read; a key stands for it', async () => {
    const concerned = newPhone();
    const recorded = await takeIn(city, about(concerned));
    const { complaint, journal, status } = await readBooks(city.firestore, recorded.id);
    expect(complaint).toMatchObject({ concernedMasked: { number: `139****${concerned.slice(-4)}`, ownedUntilMs: null }, flags: [] });
    expect(JSON.stringify({ complaint, journal, status })).not.toContain(concerned);
    expect(await keysOf(recorded)).toMatchObject({ concernsKey: (await city.host.keys.of('telecom'))?.ofPhone(concerned), concernsByUid: null });
  });

  test('of a phone that knows none it is about the number to call', async () => {
    const recorded = await takeIn(city);
    await city.firestore
      .doc(`complaints/${recorded.id}/private/contact`)
      .set({ name: '王小明', phone: recorded.contact.phone, address: '', token: recorded.contact.token });
    expect(await complaintOf(city, recorded.id)).toMatchObject({ concernedMasked: null });
    expect(await keysOf(recorded)).toMatchObject({ concernsKey: null });
  });

  test('ATT-2: two people about one number repeat each other, whoever of them it belongs to', async () => {
    const number = newPhone();
    const first = await takeIn(city, about(number));
    const second = await takeIn(city, about(number));
    const third = await takeIn(city, { phone: number });
    expect(await repeatOf(second)).toEqual([first.id]);
    expect(((await repeatOf(third)) as string[]).toSorted()).toEqual([first.id, second.id].toSorted());
  });

  test('ATT-2: two people about two numbers do not, nor two of an account of the same digits', async () => {
    const first = await takeIn(city, about('ha0517kd8812'));
    expect(await repeatOf(await takeIn(city, about(newPhone())))).toEqual([]);
    expect(await repeatOf(await takeIn(city, about('hz0517kd8812')))).toEqual([]);
    expect(await repeatOf(await takeIn(city, about('HA 0517 KD 8812')))).toEqual([first.id]);
  });

  test('CLO-6: what a former owner complains of is no matter of whoever has the number today', async () => {
    const number = newPhone();
    const former = await takeIn(city, about(number, { isOfFormerOwner: true, ownedUntilMs }));
    expect(await complaintOf(city, former.id)).toMatchObject({ concernedMasked: { ownedUntilMs } });
    expect(await repeatOf(await takeIn(city, { phone: number }))).toEqual([]);
    expect(await repeatOf(await takeIn(city, about(number, { isOfFormerOwner: true, ownedUntilMs })))).toEqual([former.id]);
  });
});

describe('REC-2, ATT-2: the number concerned is corrected', () => {
  test('and what repeats what is looked at again, both ways', async () => {
    const [right, wrong] = [newPhone(), newPhone()];
    const earlier = await takeIn(city, { phone: right, capturedAtMs: morningMs - 3_000 });
    const corrected = await takeIn(city, about(wrong, { capturedAtMs: morningMs - 2_000 }));
    const later = await takeIn(city, { phone: wrong, capturedAtMs: morningMs - 1_000 });
    expect([await repeatOf(corrected), await repeatOf(later)]).toEqual([[], [corrected.id]]);
    expect(await correct(corrected, { concerned: right })).toEqual({ outcome: 'applied' });
    expect([await repeatOf(corrected), await repeatOf(later)]).toEqual([[earlier.id], []]);
    expect(await complaintOf(city, corrected.id)).toMatchObject({ flags: ['repeat'], concernedMasked: { number: `139****${right.slice(-4)}` } });
    expect(await complaintOf(city, later.id)).toMatchObject({ flags: [] });
    expect(await correct(corrected, { concerned: wrong })).toEqual({ outcome: 'applied' });
    expect([await repeatOf(corrected), await repeatOf(later)]).toEqual([[], [corrected.id]]);
  });

  test('RET-2: the contact has it in full, the entry that says so what it was and is, masked', async () => {
    const [right, wrong] = [newPhone(), newPhone()];
    const recorded = await takeIn(city, about(wrong));
    const entryId = randomUUID();
    await correct(recorded, { concerned: right, entryId });
    const { complaint, journal } = await readBooks(city.firestore, recorded.id);
    expect(journal[entryId]).toMatchObject({
      type: 'correctConcerned',
      payload: { concernedMasked: { number: `139****${right.slice(-4)}` }, before: { number: `139****${wrong.slice(-4)}` }, reason: '客户说错了号码' },
      actor: { uid: owner },
      outcome: 'applied',
    });
    expect(JSON.stringify({ complaint, journal })).not.toContain(right);
    expect((await city.firestore.doc(`complaints/${recorded.id}/private/contact`).get()).data()).toMatchObject({ concerned: right, name: '王小明' });
  });

  test('what is sent twice is done once, and what it says already is done', async () => {
    const recorded = await takeIn(city);
    const concerned = newPhone();
    const entryId = randomUUID();
    await correct(recorded, { concerned, entryId });
    const { seq } = await complaintOf(city, recorded.id);
    await correct(recorded, { concerned, entryId });
    await correct(recorded, { concerned });
    expect(await complaintOf(city, recorded.id)).toMatchObject({ seq });
  });

  test('by those who may correct the record, and by nobody else', async () => {
    const recorded = await takeIn(city);
    const concerned = newPhone();
    expect(await correct(recorded, { concerned }, 't-xy-xucheng-clerk-1')).toEqual({ outcome: 'refused', reason: { code: 'notYours' } });
    expect(await correct({ id: randomUUID() }, { concerned })).toEqual({ outcome: 'unknown' });
    expect(await complaintOf(city, recorded.id)).toMatchObject({ concernedMasked: null });
    expect(await correct(recorded, { concerned }, String((await complaintOf(city, recorded.id))['handlerUid']))).toEqual({ outcome: 'applied' });
  });
});

describe('REC-2: a complaint is merged by who complains, not by what it is about', () => {
  const merge = async (from: Recorded, into: Recorded) => act(city, from.id, owner, { type: 'merge', intoId: into.id });

  test('whatever number each is about', async () => {
    const phone = newPhone();
    const into = await takeIn(city, { phone, recorderUid: owner });
    const recorded = await takeIn(city, about(newPhone(), { phone, recorderUid: owner }));
    expect(await merge(recorded, into)).toMatchObject({ outcome: 'applied' });
  });

  test('and not because somebody has put the other one’s number there', async () => {
    const into = await takeIn(city, { phone: newPhone(), recorderUid: owner });
    const recorded = await takeIn(city, { phone: newPhone(), recorderUid: owner });
    await correct(recorded, { concerned: into.contact.phone });
    expect(await merge(recorded, into)).toEqual({ outcome: 'refused', reason: { code: 'mergeTargetOtherCustomer' } });
  });
});

describe('REF-3: money goes to the account of the number concerned', () => {
  const refundTo = async ({ id }: Recorded, accountNo: string) => {
    const refundId = await writeRefund(city, id, { form: 'balanceCredit', accountNo, amountFen: 100 });
    await receiveRefund(city.host, refundId);
    return refundOf(city, refundId);
  };

  test('where it was recorded so', async () => {
    const concerned = newPhone();
    const recorded = await complaintWithCause(city, about(concerned));
    expect(await refundTo(recorded, await newAccount(city, { customerPhone: concerned }))).toMatchObject({ state: 'approved' });
    expect(await refundTo(recorded, await newAccount(city))).toMatchObject({ state: 'refused', refusalCode: 'accountNotOfCustomer' });
  });

  test('CLO-6: not of a former owner’s, who has it no more', async () => {
    const concerned = newPhone();
    const recorded = await complaintWithCause(city, about(concerned, { isOfFormerOwner: true, ownedUntilMs }));
    const accountNo = await newAccount(city, { customerPhone: concerned });
    expect(await refundTo(recorded, accountNo)).toMatchObject({ state: 'refused', refusalCode: 'accountNotOfCustomer' });
  });

  test('where somebody else than the asker put it there afterwards', async () => {
    const concerned = newPhone();
    const recorded = await complaintWithCause(city);
    const accountNo = await newAccount(city, { customerPhone: concerned });
    await correct(recorded, { concerned });
    expect(await refundTo(recorded, accountNo)).toMatchObject({ state: 'refused', refusalCode: 'accountNotOfCustomer' });
    await correct(recorded, { concerned: '' });
    await correct(recorded, { concerned }, String((await complaintOf(city, recorded.id))['handlerUid']));
    expect(await refundTo(recorded, accountNo)).toMatchObject({ state: 'approved' });
  });
});
