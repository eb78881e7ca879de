import type { Digest, DigestItem } from '../../notice/digest.ts';
import { note, type World } from './world.ts';

const mostNamed = 20;

/** SLA-6: a digest, not a storm: all that one run has for a person is in one item, counted in full and named as far as a person looks. */
export function watchRun(world: World, uid: string, told: readonly DigestItem[], { counts, complaintIds }: Digest): void {
  note(world, told.length > 1 ? 'digest' : 'notice');
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const named = new Set(told.map(({ complaint }) => complaint.id));
  if (counted !== told.length) throw new Error(`seed ${world.seed}: ${uid} is told of ${counted} things, which are ${told.length}`);
  if (complaintIds.length !== Math.min(mostNamed, named.size) || complaintIds.some((id) => !named.has(id)))
    throw new Error(`seed ${world.seed}: ${uid} is told of the wrong complaints`);
}
