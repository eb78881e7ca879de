import { toStored } from '@shouwen/domain/kernel/stored';
import type { Host } from '../host.ts';

/** The fields of an aggregate that a decision changed, as they are stored; all of them where the server has not written any yet. */
export function changedFields(host: Host, before: { id: string; seq: number }, after: { id: string }): Record<string, unknown> {
  const old = before as unknown as Record<string, unknown>;
  const changed = Object.entries(after).filter(([name, value]) => name !== 'id' && (before.seq === 0 || JSON.stringify(value) !== JSON.stringify(old[name])));
  return toStored(Object.fromEntries(changed), host.timestamp);
}
