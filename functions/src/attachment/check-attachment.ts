import type { ComplaintId } from '@shouwen/domain/kernel/brand';
import { createHash } from 'node:crypto';
import { checkPhoto, type PhotoFault, photosOfOnePersonMost } from '@shouwen/domain/attachment/photo-check';
import type { Host } from '../host.ts';

/** One at which nobody could look is shown to nobody; its content stays for whoever finds out why. */
export const photoGivenUp = { waits: ['check', 'pending'], becomes: { check: 'refused', fault: 'notChecked' } } as const;

/**
 * Looks at a photo that a phone has sent. One that is not what it should be, or is one more than a person may add, is refused and its content removed: nobody's
 * browser shall open it, and nobody pages through it.
 * The event may come without the content, so the document is read.
 */
export async function checkAttachment(host: Host, complaintId: ComplaintId, attachmentId: string): Promise<void> {
  const path = `complaints/${complaintId}/attachments/${attachmentId}`;
  const stored = await host.store.get(path);
  if (!stored || stored.data['check'] !== 'pending') return;
  const fault = faultOf(stored.data) ?? ((await isOneTooMany(host, complaintId, stored.data)) ? 'tooMany' : null);
  const changes = fault === null ? { check: 'passed' } : { check: 'refused', fault, bytes: null };
  await host.store.transaction(async (transaction) => transaction.update(path, changes));
}

function faultOf({ bytes, sha256 }: Record<string, unknown>): PhotoFault | 'differentContent' | null {
  if (!(bytes instanceof Uint8Array)) return 'notAnImage';
  return isSame(bytes, sha256) ? checkPhoto(bytes) : 'differentContent';
}

/** By when they arrived, which no phone can say otherwise: whatever order they are looked at in, the same ones are too many. */
async function isOneTooMany(host: Host, complaintId: ComplaintId, { byUid, receivedAt }: Record<string, unknown>): Promise<boolean> {
  if (typeof byUid !== 'string') return false;
  const collection = `complaints/${complaintId}/attachments`;
  const where = [['byUid', '==', byUid] as const, ['receivedAt', '<=', receivedAt] as const];
  return (await host.store.count({ collection, where })) > photosOfOnePersonMost;
}

function isSame(bytes: Uint8Array, sha256: unknown): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}
