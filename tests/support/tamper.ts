import { toStored } from '@shouwen/domain/kernel/stored';
import { customerAccount, type Leg, legsOf, movementOf, postingOf } from '@shouwen/domain/ledger/posting';
import type { TestCity } from './city.ts';

/** What a document becomes; null where it goes. */
export type Tampering = (data: Record<string, unknown>) => Record<string, unknown> | null;

/** Changes documents behind the product's back. @returns how to undo it. */
export async function tamper({ firestore }: TestCity, ...changes: readonly (readonly [path: string, change: Tampering])[]): Promise<() => Promise<unknown>> {
  const undo: (() => Promise<unknown>)[] = [];
  for (const [path, change] of changes) {
    const reference = firestore.doc(path);
    const before = (await reference.get()).data();
    const after = change(before ?? {});
    await (after ? reference.set(after) : reference.delete());
    undo.push(() => (before ? reference.set(before) : reference.delete()));
  }
  return () => Promise.all(undo.map((each) => each()));
}

export const raisedAmount: Tampering = (data) => ({ ...data, amountFen: 7000 });

/** By somebody who knows what a posting is added up by. */
export const raisedLegs: Tampering = (data) => {
  const legs = (data['legs'] as Leg[]).map((leg) => ({ ...leg, amountFen: 7000 }));
  return { ...data, legs, ...movementOf(legs) };
};

export const withMore =
  (bucket: 'cash' | 'promotional', moreFen: number): Tampering =>
  (data) => {
    const balances = data['balancesFen'] as Record<typeof bucket, number>;
    return { ...data, balancesFen: { ...balances, [bucket]: balances[bucket] + moreFen } };
  };

/** An opening as it would have been written with the account, for a bucket that was empty. */
export function madeUpOpening({ host }: TestCity, accountNo: string, postedAtMs: number): Record<string, unknown> {
  const cause = { kind: 'opening' as const, id: accountNo, bucket: 'promotional' as const };
  const legs = legsOf('company:opening', customerAccount(accountNo, 'promotional'), 900);
  return toStored(postingOf({ cause, pack: 'telecom', complaintId: null, legs, cardSerial: null, byUid: null, postedAtMs }), host.timestamp);
}
