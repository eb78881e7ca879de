import { closureFromStored } from '@shouwen/domain/closure/closure';
import { closureCommandOf } from '@shouwen/domain/closure/command';
import { entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { sendOrder } from '../billing/send-order.ts';
import { orderIdOf } from '../billing/give-order.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Host } from '../host.ts';
import type { Transaction } from '../store.ts';
import { decideAndSaveClosure, stepClosure } from './step-closure.ts';

/** Closes the account of a new closure and freezes what is left (CLO-1). May be called any number of times. */
export async function receiveClosure(host: Host, closureId: string): Promise<void> {
  await host.store.transaction((transaction) => stepClosure(host, transaction, closureId, { type: 'receive' }));
}

/**
 * Moves what is due of a closure (CLO-4), or holds it back with its reason (CLO-3). Does nothing before its day or a second time.
 *
 * @returns whether there was something to do.
 */
export async function settleClosure(host: Host, closureId: string): Promise<boolean> {
  const after = await host.store.transaction((transaction) => stepClosure(host, transaction, closureId, { type: 'settle' }));
  if (after?.state === 'settling') await sendOrder(host, orderIdOf('closure', closureId, after.attempt));
  return after !== null;
}

/** Applies one entry of a closure's journal. One that has not been taken in is taken in first; an entry with an outcome is left alone. */
export async function applyClosureEntry(host: Host, closureId: string, entryId: string): Promise<void> {
  const isWaiting = await host.store.transaction((transaction) => tryEntry(host, transaction, closureId, entryId));
  if (!isWaiting) return;
  await receiveClosure(host, closureId);
  await applyClosureEntry(host, closureId, entryId);
}

/** @returns whether the closure has to be taken in first. */
async function tryEntry(host: Host, transaction: Transaction, closureId: string, entryId: string): Promise<boolean> {
  const path = `closures/${closureId}/journal/${entryId}`;
  const [stored, closureDocument] = await Promise.all([transaction.get(path), transaction.get(`closures/${closureId}`)]);
  if (!stored || !closureDocument || stored.data['outcome'] !== 'pending') return false;
  const closure = closureFromStored(closureId, closureDocument.data);
  if (closure.state === 'requested') return true;
  const entry = entrySchema.safeParse(fromStored(stored.data)).data;
  const command = entry && closureCommandOf(entry);
  const staff = await readStaff(transaction, entry?.actor.uid ?? null);
  if (!command || !staff) {
    transaction.update(path, { outcome: 'refused', reason: { code: command ? 'notActive' : 'invalidEntry' } });
    return false;
  }
  const outcome = await decideAndSaveClosure(host, transaction, closure, command, staff);
  const actor = { kind: 'staff', uid: staff.uid, name: staff.name, unitId: staff.unitId };
  transaction.update(path, outcome.ok ? { outcome: 'applied', seq: outcome.after.seq, actor } : { outcome: 'refused', reason: outcome.refusal, actor });
  return false;
}
