import { formerContactKey } from '@shouwen/domain/customer/contact-key';
import { dayMs, hourMs } from '@shouwen/domain/calendar/day';
import { formerDocuments } from '@shouwen/domain/testing/former';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { storedKeys } from '../../functions/src/adapters/stored-keys.ts';
import { moveKeys } from '../../functions/src/customer/move-keys.ts';
import { readBooks } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { receiveRefund } from '../support/delivering.ts';
import { refundOf } from '../support/money-entries.ts';
import { complaintWithCause, newAccount, writeRefund } from '../support/money-requests.ts';
import { meteredStore } from '../support/metered-store.ts';
import { newPhone, record, takeIn } from '../support/recorder.ts';
import { receiveComplaint } from '../support/delivering.ts';

const keyPattern = /k1_[0-9a-f]{40}|\b[0-9a-f]{40}\b/;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'contact-keys');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => city.close());

const keyOf = async (id: string) => (await readBooks(city.firestore, id)).key;

describe('RET-2: no key of a customer lies where staff read', () => {
  test('the complaint holds none; a document that functions alone read does', async () => {
    const phone = newPhone();
    const { id } = await takeIn(city, { phone });
    const { complaint, journal, status } = await readBooks(city.firestore, id);
    const { statusId: _hash, ...rest } = complaint ?? {};
    expect(JSON.stringify({ rest, journal, status })).not.toMatch(keyPattern);
    const keys = await city.host.keys.of('telecom');
    expect(await keyOf(id)).toEqual({
      pack: 'telecom',
      contactKey: keys?.ofPhone(phone),
      concernsKey: null,
      concernsByUid: null,
      capturedAt: morningMs - 60_000,
      startedAt: morningMs - 60_000,
    });
  });

  test('what a phone that was not updated wrote is gone with the intake, and does not count', async () => {
    const phone = newPhone();
    const { id } = await takeIn(city, { phone, spoilt: { contactKey: formerContactKey('known-to-every-phone', '13700000000') } });
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ contactKey: null, flags: [] });
    expect(await keyOf(id)).toMatchObject({ contactKey: (await city.host.keys.of('telecom'))?.ofPhone(phone) });
  });

  test('a refund, an account and a complaint of one customer hold three keys, and the refund is theirs all the same', async () => {
    const { id, contact } = await complaintWithCause(city);
    const accountNo = await newAccount(city, { customerPhone: contact.phone });
    const refundId = await writeRefund(city, id, { form: 'balanceCredit', accountNo, amountFen: 100 });
    await receiveRefund(city.host, refundId);
    const refund = await refundOf(city, refundId);
    expect(refund).toMatchObject({ state: 'approved' });
    const { customerKey } = refund['basis'] as { customerKey: string };
    const account = (await city.firestore.doc(`accounts/${accountNo}`).get()).get('contactKey') as string;
    expect(new Set([customerKey, account, (await keyOf(id))?.['contactKey']]).size).toBe(3);
  });

  test('a credit to a stranger’s account is refused', async () => {
    const { id } = await complaintWithCause(city);
    const refundId = await writeRefund(city, id, { form: 'balanceCredit', accountNo: await newAccount(city), amountFen: 100 });
    await receiveRefund(city.host, refundId);
    expect(await refundOf(city, refundId)).toMatchObject({ state: 'refused', refusalCode: 'accountNotOfCustomer' });
  });
});

describe('a deployment whose secret has become another one', () => {
  const withOtherSecret = () => {
    const host = city.newHost();
    host.keys = storedKeys(host.store, 'another-secret-of-this-deployment', host.log);
    return host;
  };

  test('takes complaints in and writes no key; the first sweep under the right secret makes it', async () => {
    const phone = newPhone();
    const { id } = await record(city, { phone });
    const host = withOtherSecret();
    await receiveComplaint(host, id);
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'assigned' });
    expect(await keyOf(id)).toBeNull();
    expect(host.logged).toContainEqual({ severity: 'ERROR', message: 'pepper differs', path: 'installations/telecom' });
    expect(await moveKeys(city.host)).toBe(1);
    expect(await keyOf(id)).toMatchObject({ contactKey: (await city.host.keys.of('telecom'))?.ofPhone(phone) });
    expect(await moveKeys(city.host)).toBe(0);
  });

  test('decides nothing about money', async () => {
    const { id } = await complaintWithCause(city);
    const refundId = await writeRefund(city, id, { form: 'cash', amountFen: 100 });
    await expect(receiveRefund(withOtherSecret(), refundId)).rejects.toThrow('the keys of telecom are not ready');
    await receiveRefund(city.host, refundId);
    expect(await refundOf(city, refundId)).toMatchObject({ state: 'approved' });
  });
});

describe('what the first version stored gets keys that phones do not know', () => {
  const former = formerDocuments((atMs) => Timestamp.fromMillis(atMs));
  const formerPepper = 'huaian-demo-telecom-pepper-not-a-secret-2026';
  const numbers = { phone: '13900001234', other: '13900005678' };
  let old: TestCity;

  beforeAll(async () => {
    old = await openCity(inject('firestore').host, 'contact-keys-former');
  });
  beforeEach(async () => {
    await old.firestore.doc('policies/telecom-2026.1').update({ contactPepper: formerPepper });
    await Promise.all(['telecom', 'post'].map((pack) => old.firestore.doc(`installations/${pack}`).delete()));
    const batch = old.firestore.batch();
    for (const [path, stored] of Object.entries(former)) batch.set(old.firestore.doc(path), stored);
    batch.set(old.firestore.doc(`customers/${formerContactKey(formerPepper, numbers.phone)}`), {
      pack: 'telecom',
      tier: 'vip',
      homeRegion: null,
      nameMasked: '王**',
    });
    await batch.commit();
    old.host = old.newHost();
    old.host.clockMs = morningMs + hourMs;
  });
  afterAll(() => old.close());

  const ofKind = (collection: string) => Object.entries(former).filter(([path]) => path.startsWith(`${collection}/`) && path.split('/').length === 2);

  /** All that was stored before, as it is now. */
  async function stored(): Promise<Record<string, unknown>> {
    const paths = ['complaints', 'refunds', 'accounts', 'closures'].flatMap((collection) => ofKind(collection).map(([path]) => path));
    const read = await Promise.all(
      [...paths, ...ofKind('complaints').map(([path]) => path.replace('complaints', 'complaintKeys'))].map((path) => old.firestore.doc(path).get()),
    );
    return Object.fromEntries(read.map((document) => [document.ref.path, document.data()]));
  }

  test('every one of them, each customer one and the same, nothing else is touched, and a second run finds nothing', async () => {
    expect(await moveKeys(old.host)).toBeGreaterThan(10);
    const keys = await old.newHost().keys.of('telecom');
    if (!keys) throw new Error('no keys');
    expect(keys.areMoved).toBe(true);
    const now = await stored();
    for (const [path, before] of ofKind('accounts'))
      expect(now[path]).toEqual({ ...before, contactKey: keys.within('accounts', keys.ofFormer(String(before['contactKey']))) });
    for (const [path, before] of ofKind('refunds').filter(([, { basis }]) => basis)) {
      const basis = before['basis'] as { customerKey: string };
      expect(now[path]).toEqual({ ...before, basis: { ...basis, customerKey: keys.within('refunds', keys.ofFormer(basis.customerKey)) } });
    }
    for (const [path, before] of ofKind('closures')) expect(now[path]).toEqual('contactKey' in before ? { ...before, contactKey: null } : before);
    for (const [path, before] of ofKind('complaints')) {
      expect(now[path]).toEqual({ ...before, contactKey: null });
      expect(now[path.replace('complaints', 'complaintKeys')]).toMatchObject({ pack: before['pack'], contactKey: expect.stringMatching(/^k1_/) });
    }
    expect((await old.firestore.doc(`customers/${keys.ofPhone(numbers.phone)}`).get()).data()).toMatchObject({ tier: 'vip' });
    expect((await old.firestore.doc(`customers/${formerContactKey(formerPepper, numbers.phone)}`).get()).exists).toBe(false);
    expect(await moveKeys(old.newHost())).toBe(0);
  });

  test('REF-4: nothing is decided about money before all of them are moved', async () => {
    const { id } = await complaintWithCause(old);
    const refundId = await writeRefund(old, id, { form: 'cash', amountFen: 100 });
    await expect(receiveRefund(old.host, refundId)).rejects.toThrow('the keys of telecom are not ready');
    await moveKeys(old.host);
    await receiveRefund(old.newHost(), refundId);
    expect(await refundOf(old, refundId)).toMatchObject({ state: 'approved' });
  });

  test('ATT-2: a repeat of a complaint that was moved is found', async () => {
    const [path, before] = ofKind('complaints').find(([, { state }]) => state === 'accepted') ?? ['', {}];
    await old.firestore.doc(`${path}/private/contact`).set({ name: '王小明', phone: numbers.other, address: '', token: 'A'.repeat(22) });
    const capturedAtMs = (before['capturedAt'] as Timestamp).toMillis();
    await moveKeys(old.host);
    const host = old.newHost();
    host.clockMs = capturedAtMs + dayMs;
    old.host = host;
    const again = await takeIn(old, { phone: numbers.other, category: String(before['category']), capturedAtMs: host.clockMs, receivedAtMs: host.clockMs });
    expect((await readBooks(old.firestore, again.id)).complaint).toMatchObject({ repeatOf: [path.split('/')[1]] });
  });

  test('a run that dies anywhere is gone on with by the next one, and it comes to the same', async () => {
    const whole = meteredStore(old.host.store);
    await moveKeys(old.newHost(whole));
    const wanted = await stored();
    const last = whole.operations.length;
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const batch = old.firestore.batch();
      for (const [path, content] of Object.entries(former)) batch.set(old.firestore.doc(path), content);
      for (const [path] of ofKind('complaints')) batch.delete(old.firestore.doc(path.replace('complaints', 'complaintKeys')));
      for (const pack of ['telecom', 'post']) batch.delete(old.firestore.doc(`installations/${pack}`));
      await batch.commit();
      const dying = meteredStore(old.host.store, { operation: Math.ceil(last * share), when: 'at', isDeath: true });
      await moveKeys(old.newHost(dying)).catch(() => undefined);
      await moveKeys(old.newHost());
      expect(await stored()).toEqual(wanted);
    }
  });
});
