import { hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { closureVersion } from '@shouwen/domain/closure/closure';
import { complaintVersion } from '@shouwen/domain/complaint/stored';
import { refundVersion } from '@shouwen/domain/refund/refund';
import { formerDocuments } from '@shouwen/domain/testing/former';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { readBooks } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { doDue, receiveComplaint, receiveRefund } from '../support/delivering.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, actOnClosure, actOnRefund, closureOf, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { newAccount } from '../support/money-requests.ts';
import { act } from '../support/recorder.ts';
import { complaintOf, runSteps, shanghai } from '../support/steps.ts';

/** A server whose documents the former version stored, and on which this one goes on: each test takes another of them further. */
const handler = 't-ls-handler-1';
const applied = expect.objectContaining({ outcome: 'applied' });
const approve = { type: 'approve', isBatch: false } as const;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'former-documents');
  const batch = city.firestore.batch();
  for (const [path, stored] of Object.entries(formerDocuments((atMs) => Timestamp.fromMillis(atMs)))) batch.set(city.firestore.doc(path), stored);
  await batch.commit();
});
beforeEach(() => {
  city.host = city.newHost();
  city.host.clockMs = morningMs + hourMs;
});
afterAll(() => city.close());

test('a complaint that was accepted is answered, keeps what this version does not know, and is of this version from then on', async () => {
  const id = 'former-complaint-accepted';
  await city.firestore.doc(`complaints/${id}`).update({ ofLater: { kept: true } });
  const checklist = [
    { ask: 'explanation' as const, result: 'met' as const },
    { ask: 'refund' as const, result: 'notMet' as const },
  ];
  expect(await act(city, id, handler, { type: 'answer', text: '已核实。', checklist })).toEqual(applied);
  const { complaint, status } = await readBooks(city.firestore, id);
  expect(complaint).toMatchObject({ state: 'answered', schemaVersion: complaintVersion, ofLater: { kept: true } });
  expect(status).toMatchObject({ state: 'answered', answer: { text: '已核实。' } });
});

test('one that the phone had sent and nobody had taken in is taken in', async () => {
  const id = 'former-complaint-recorded';
  await receiveComplaint(city.host, id);
  expect(await complaintOf(city, id)).toMatchObject({ state: 'assigned', seq: 1, schemaVersion: complaintVersion });
});

test('an offered hand-over is taken, a reopened complaint accepted, an overdue one raised further, a wait ended by the schedule', async () => {
  expect(await act(city, 'former-complaint-handover', 't-ha-huaicheng-manager-1', { type: 'acceptHandOver' })).toEqual(applied);
  expect(await act(city, 'former-complaint-reopened', handler, { type: 'accept' })).toEqual(applied);
  const levelOf = async () => Number((await complaintOf(city, 'former-complaint-overdue'))['escalationLevel']);
  const before = await levelOf();
  expect(await runSteps(city, shanghai('2026-11-26T09:00:00'))).toMatchObject({ failed: 0 });
  expect(await levelOf()).toBeGreaterThan(before);
  expect(await complaintOf(city, 'former-complaint-waiting')).toMatchObject({ state: 'inProgress', schemaVersion: complaintVersion });
});

test('a refund halfway up its chain is approved and paid, and its complaint goes on', async () => {
  const id = 'former-refund-waiting000';
  const { accountNo } = await refundOf(city, id);
  for (const uid of [outletLadder.head, outletLadder.leader]) expect(await actOnRefund(city, id, uid, approve)).toEqual(applied);
  expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toEqual(applied);
  expect(await refundOf(city, id)).toMatchObject({ state: 'posted', schemaVersion: refundVersion });
  expect(await accountOf(city, accountNo ?? '')).toMatchObject({ balancesFen: { cash: 130_000 } });
  expect(await complaintOf(city, 'former-complaint-approval')).toMatchObject({ refunds: [{ refundId: id, standing: 'paid' }] });
});

test('a request that nobody had taken in is taken in, one that was asked about is amended, one that was approved is paid', async () => {
  await receiveRefund(city.host, 'former-refund-unread0000');
  expect(await refundOf(city, 'former-refund-unread0000')).toMatchObject({ seq: 1, schemaVersion: refundVersion });
  const amended = { type: 'amend' as const, text: '账单已附。', newAmountFen: 50_000, form: 'cash' as const, accountNo: null, cardSerial: null };
  expect(await actOnRefund(city, 'former-refund-asked00000', outletLadder.clerk, amended)).toEqual(applied);
  expect(await actOnRefund(city, 'former-refund-approved00', payers.clerk, { type: 'execute' })).toEqual(applied);
});

test('a closure that waited for the 6th is settled, and one that was held moves once it has a good target', async () => {
  city.host.clockMs = startOfDayMs('2026-12-07');
  const targetAccountNo = await newAccount(city, { customerPhone: '13905170199' });
  const { accountNo } = await closureOf(city, 'former-closure-held0000000');
  const { contactKey } = await accountOf(city, accountNo);
  await city.firestore.doc(`accounts/${targetAccountNo}`).update({ contactKey });
  expect(await actOnClosure(city, 'former-closure-held0000000', outletLadder.clerk, { type: 'changeTarget', targetAccountNo, identityChecked: true })).toEqual(
    applied,
  );
  await doDue(city.host);
  for (const id of ['former-closure-waiting0000', 'former-closure-held0000000'])
    expect([id, await closureOf(city, id)]).toEqual([id, expect.objectContaining({ state: 'settled', schemaVersion: closureVersion })]);
});

test('the books add up over both versions', async () => {
  expect(await differencesIn(city.firestore)).toEqual([]);
});
