import { AsyncLocalStorage } from 'node:async_hooks';
import type { Firestore } from 'firebase-admin/firestore';

/** What becomes of one delivery: where it dies, if anywhere, and whether it has. */
interface Fate {
  diesAt: 'never' | 'beforeCommit' | 'afterCommit';
  isDead: boolean;
}

class Died extends Error {
  constructor() {
    super('the process died');
    this.name = 'Died';
  }
}

const fates = new AsyncLocalStorage<Fate>();

/** Makes this connection's transactions heed the fate of the delivery that they run in: a process that died commits nothing and answers nothing any more. */
export function makeMortal(firestore: Firestore): void {
  const runTransaction = firestore.runTransaction.bind(firestore) as (...args: unknown[]) => Promise<unknown>;
  const mortal = async (work: (...args: unknown[]) => Promise<unknown>, ...rest: unknown[]): Promise<unknown> => {
    const fate = fates.getStore();
    if (!fate || fate.diesAt === 'never') return runTransaction(work, ...rest);
    if (fate.isDead) throw new Died();
    const result = await runTransaction(
      async (...args: unknown[]) => {
        const done = await work(...args);
        if (fate.diesAt === 'beforeCommit') die(fate);
        return done;
      },
      ...rest,
    );
    if (fate.diesAt === 'afterCommit') die(fate);
    return result;
  };
  Object.assign(firestore, { runTransaction: mortal });
}

/** Runs a delivery to its end or to its death. Whatever it throws, the platform delivers it again. */
export async function runWithFate(diesAt: Fate['diesAt'], deliver: () => Promise<void>): Promise<'done' | 'died' | 'failed'> {
  try {
    await fates.run({ diesAt, isDead: false }, deliver);
    return 'done';
  } catch (error) {
    return error instanceof Died ? 'died' : 'failed';
  }
}

function die(fate: Fate): never {
  fate.isDead = true;
  throw new Died();
}
