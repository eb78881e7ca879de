import { expect } from '@playwright/test';
import { connectAdmin } from '../../tools/emulators/admin.ts';
import type { Ports } from '../../tools/emulators/ports.ts';
import type { RefundWish } from '../../tools/seed/money-documents.ts';
import { cityAt, type TestCity } from './city.ts';
import { actOnClosureAsClient, actOnRefundAsClient, closureOf, moneyOutcome, type RefundAct, refundOf } from './money-entries.ts';
import { askForRefundAsClient, closeAccountAsClient, causeByBill, confirmerOf } from './money-requests.ts';
import { recordAsClient, type Recorded, type Wanted, writeAsClient } from './recorder.ts';

/** The emulators take their time when the machine has other things to do. */
const inTime = { timeout: 60_000 };

/** Ports of the served emulators; the global set-up says so. */
export function servedPorts(): Ports {
  return JSON.parse(process.env['SHOUWEN_PORTS'] ?? '{}') as Ports;
}

/** The city that the browser tests see, from behind. What is written there is decided by the emulated functions, never in the test. */
export function openServedCity(): TestCity {
  const ports = servedPorts();
  const projectId = String(process.env['SHOUWEN_PROJECT']);
  const admin = connectAdmin(projectId, ports);
  const city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  city.host.clockMs = Date.now();
  return { ...city, close: () => admin.close() };
}

/** A complaint whose cause its handler has confirmed on a bill (REF-1), as phones do both: whoever recorded it and asks for the money is somebody else. */
export async function complaintToRefund(city: TestCity, wanted: Wanted & { recorderUid: string }): Promise<Recorded> {
  const recorded = await recordAsClient(city, wanted);
  const complaint = async () => (await city.firestore.doc(`complaints/${recorded.id}`).get()).data();
  await expect.poll(async () => (await complaint())?.['state'], inTime).toBe('assigned');
  await writeAsClient(city, recorded.id, await confirmerOf(city, recorded.id), causeByBill);
  await expect.poll(async () => (await complaint())?.['cause'], inTime).toMatchObject({ text: '系统重复扣费。' });
  return recorded;
}

/** Asks for a refund as a phone does and waits until it has been taken in. @returns its id. */
export async function askedRefund(city: TestCity, complaintId: string, uid: string, wish: Partial<RefundWish>): Promise<string> {
  const id = await askForRefundAsClient(city, complaintId, wish, { uid });
  await expect.poll(async () => (await refundOf(city, id)).state, inTime).not.toBe('requested');
  return id;
}

/** Decides about a refund as a phone does and waits until that is applied. */
export async function decidedRefund(city: TestCity, id: string, uid: string, act: RefundAct): Promise<void> {
  const path = await actOnRefundAsClient(city, id, uid, act);
  await expect.poll(() => moneyOutcome(city, path), inTime).toMatchObject({ outcome: 'applied' });
}

/** Closes an account as a phone does and waits until it is closed. @returns the closure's id. */
export async function closedAccount(city: TestCity, wish: Parameters<typeof closeAccountAsClient>[1], uid: string): Promise<string> {
  const id = await closeAccountAsClient(city, wish, { uid });
  const state = async () => (await city.firestore.doc(`closures/${id}`).get()).get('state') as unknown;
  await expect.poll(state, inTime).not.toBe('requested');
  if ((await state()) === 'awaitingConfirmation') await confirmAsClient(city, id, uid);
  await expect.poll(state, inTime).toBe('waiting');
  return id;
}

/** The second word of the outlet's manager, where evidence lies. */
async function confirmAsClient(city: TestCity, id: string, clerkUid: string): Promise<void> {
  const clerk = city.staff(clerkUid);
  await city.firestore.doc(`closures/${id}`).update({ evidence: { paperMasked: 'idCard ****1234', byUid: clerk.uid, byName: clerk.name, atMs: Date.now() } });
  const { seq } = await closureOf(city, id);
  const manager = city.told.staff.find(({ unitId, role }) => unitId === clerk.unitId && role === 'outletManager');
  await actOnClosureAsClient(city, id, manager?.uid ?? '', { type: 'confirm', seq });
}
