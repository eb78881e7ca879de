import { overseerRoles } from '@shouwen/domain/change/second-person';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Reader } from '../store.ts';

/**
 * Whether an operator has or ever had a leader or an auditor. Whoever is suspended counts, and so does whoever has been given another job on record since: what ends a
 * first installation ends it for good, whatever two administrators do afterwards.
 */
export async function isOverseen(reader: Reader, pack: PackId): Promise<boolean> {
  const ofOperator = ['pack', '==', pack] as const;
  const applied = [ofOperator, ['kind', '==', 'job'] as const, ['state', '==', 'applied'] as const];
  const found = await Promise.all([
    reader.query({ collection: 'staff', where: [ofOperator, ['role', 'in', overseerRoles]], limit: 1 }),
    reader.query({ collection: 'changes', where: [...applied, ['before.role', 'in', overseerRoles]], limit: 1 }),
    reader.query({ collection: 'changes', where: [...applied, ['after.role', 'in', overseerRoles]], limit: 1 }),
  ]);
  return found.some((documents) => documents.length > 0);
}
