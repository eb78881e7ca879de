import { toStored } from '@shouwen/domain/kernel/stored';
import type { Host } from '../host.ts';

interface Saved {
  id: string;
  seq: number;
  schemaVersion?: number;
}

/**
 * The fields of an aggregate that a decision changed, as they are stored. All of them where the server has not written any yet, and where an older version wrote
 * them: what was only worked out while reading is stored with the version that says so.
 */
export function changedFields<State extends Saved>(host: Host, before: State, after: State): Record<string, unknown> {
  const isWhole = before.seq === 0 || before.schemaVersion !== after.schemaVersion;
  const old = before as unknown as Record<string, unknown>;
  const changed = Object.entries(after).filter(([name, value]) => name !== 'id' && (isWhole || JSON.stringify(value) !== JSON.stringify(old[name])));
  return toStored(Object.fromEntries(changed), host.timestamp);
}
