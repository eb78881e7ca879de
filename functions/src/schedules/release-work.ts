import type { Uid } from '@shouwen/domain/kernel/brand';
import { aggregates } from '../aggregates.ts';
import type { Host } from '../host.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { AnyAggregate } from '../journal/served-aggregate.ts';
import { save } from '../transaction/write.ts';

const mostAtOnce = 200;

/**
 * Takes off a person's hands what they can no longer do (ORG-4), whatever it is: each aggregate says how. Looks at each document as it is now, so it may run any
 * number of times and does nothing for a person who is at work. One that cannot be decided does not keep the others.
 *
 * @returns how many steps were taken.
 * @throws the first failure, after all documents have had their turn.
 */
export async function releaseWork(host: Host, uid: Uid): Promise<number> {
  const failures: unknown[] = [];
  let count = 0;
  for (const aggregate of aggregates) {
    for (const id of await heldIds(host, aggregate, uid)) {
      try {
        count += await releaseAll(host, aggregate, id, uid);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  if (failures.length > 0) throw failures[0];
  return count;
}

async function heldIds(host: Host, { manifest, release }: AnyAggregate, uid: Uid): Promise<string[]> {
  if (!release) return [];
  const found = await host.store.query({
    collection: manifest.collection,
    where: [
      [release.holderField, 'array-contains', uid],
      ['open', '==', true],
    ],
    limit: mostAtOnce,
  });
  return found.map(({ id }) => id);
}

async function releaseAll(host: Host, aggregate: AnyAggregate, id: string, uid: Uid): Promise<number> {
  let count = 0;
  while (count < (aggregate.release?.mostSteps ?? 0) && (await releaseOnce(host, aggregate, id, uid))) count += 1;
  return count;
}

function releaseOnce(host: Host, aggregate: AnyAggregate, id: string, uid: Uid): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(`${aggregate.manifest.collection}/${id}`);
    if (!stored) return false;
    const preparing = { host, reader: transaction };
    const state = aggregate.fromStored(id, stored.data);
    const step = await aggregate.release?.stepFor(preparing, state, uid);
    if (!step) return false;
    const decided = await decideOn(preparing, aggregate, { state, command: step.command, actor: system }, { ownEntry: step.ownEntry });
    save(transaction, decided.writes);
    return decided.ok && decided.isChanged;
  });
}
