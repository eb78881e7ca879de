import type { Firestore } from 'firebase-admin/firestore';
import { describe, expect, test } from 'vitest';
import { ChangedMeanwhile } from '../store.ts';
import { firestoreStore } from './firestore-store.ts';

/** A database whose transactions end like these, one after the other, and then do what they should. */
function endingWith(...ends: { code: number; message: string }[]): { firestore: Firestore; begun: () => number } {
  let begun = 0;
  const runTransaction = async (work: (transaction: object) => Promise<unknown>): Promise<unknown> => {
    begun += 1;
    const end = ends.shift();
    if (end) throw Object.assign(new Error(`${end.code} ${end.message}`), { code: end.code });
    return work({});
  };
  return { firestore: { runTransaction } as unknown as Firestore, begun: () => begun };
}

const closed = { code: 3, message: 'INVALID_ARGUMENT: Transaction is invalid or closed.' };

describe('a transaction', () => {
  test('that another one has closed meanwhile begins anew, in reading alone, too', async () => {
    for (const way of ['transaction', 'snapshot'] as const) {
      const { firestore, begun } = endingWith(closed, closed);
      expect(await firestoreStore(firestore)[way](async () => 'done')).toBe('done');
      expect(begun()).toBe(3);
    }
  });

  test('that is closed again and again says so in the end', async () => {
    const { firestore, begun } = endingWith(...Array.from({ length: 9 }, () => closed));
    await expect(firestoreStore(firestore).transaction(async () => 'done')).rejects.toThrow('invalid or closed');
    expect(begun()).toBe(5);
  });

  test('with a request that is wrong in itself is not tried twice, and one that found its document changed says that', async () => {
    const wrong = endingWith({ code: 3, message: 'INVALID_ARGUMENT: no such field' });
    await expect(firestoreStore(wrong.firestore).transaction(async () => 'done')).rejects.toThrow('no such field');
    expect(wrong.begun()).toBe(1);
    for (const code of [6, 9]) {
      const { firestore } = endingWith({ code, message: 'ALREADY_EXISTS or FAILED_PRECONDITION' });
      await expect(firestoreStore(firestore).transaction(async () => 'done')).rejects.toBeInstanceOf(ChangedMeanwhile);
    }
  });
});
