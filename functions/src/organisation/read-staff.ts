import type { Uid } from '@shouwen/domain/kernel/brand';
import { type Staff, staffSchema } from '@shouwen/domain/organisation/staff';
import type { Reader } from '../store.ts';

/** A member of staff as they are now; null when there is none, or when their document cannot be trusted to mean anything. */
export async function readStaff(reader: Reader, uid: Uid | null): Promise<Staff | null> {
  const stored = uid === null ? null : await reader.get(`staff/${uid}`);
  return staffFrom(stored?.data);
}

/** A member of staff from a document that has been read; null when it cannot be trusted to mean anything. */
export function staffFrom(data: Record<string, unknown> | undefined): Staff | null {
  const parsed = staffSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
