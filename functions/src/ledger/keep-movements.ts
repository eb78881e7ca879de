import type { EpochMs, PackId } from '@shouwen/domain/kernel/brand';
import { postingFromStored } from '@shouwen/domain/ledger/posting';
import type { Host } from '../host.ts';
import { type Rotation, readRotation, rotationPath } from './rotation.ts';

const pageSize = 200;

/**
 * Gives postings of the first version the movements that the books are added up by, page by page; what else stands in them stays as it is, for nothing of a posting
 * ever changes. It goes on where it was cut off. Until it is through, the books are read whole.
 *
 * @param untilMs begins no new page then.
 * @returns whether every posting has them.
 */
export async function keepMovements(host: Host, pack: PackId, untilMs: EpochMs = Number.MAX_SAFE_INTEGER): Promise<boolean> {
  let rotation = await readRotation(host.store, pack);
  while (!rotation.areMovementsKept && host.nowMs() < untilMs) rotation = await keepPage(host, pack, rotation);
  return rotation.areMovementsKept;
}

async function keepPage(host: Host, pack: PackId, { movementsAfter }: Rotation): Promise<Rotation> {
  const page = await host.store.query({ collection: 'ledger', where: [['pack', '==', pack]], afterId: movementsAfter, limit: pageSize });
  return host.store.transaction(async (transaction) => {
    const now = await readRotation(transaction, pack);
    const read = await Promise.all(page.map(({ path }) => transaction.get(path)));
    for (const stored of read) {
      if (!stored || 'movedFen' in stored.data) continue;
      const { movedFen, bucketFen } = postingFromStored(stored.id, stored.data);
      transaction.update(stored.path, { movedFen, bucketFen });
    }
    const next = { ...now, movementsAfter: page.at(-1)?.id ?? now.movementsAfter, areMovementsKept: page.length < pageSize };
    transaction.set(rotationPath(pack), { ...next });
    return next;
  });
}
