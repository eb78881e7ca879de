import type { ComplaintId } from '@shouwen/domain/kernel/brand';
import { createHash } from 'node:crypto';
import { checkPhoto } from '@shouwen/domain/attachment/photo-check';
import type { Host } from '../host.ts';

/** One at which nobody could look is shown to nobody; its content stays for whoever finds out why. */
export const photoGivenUp = { waits: ['check', 'pending'], becomes: { check: 'refused', fault: 'notChecked' } } as const;

/**
 * Looks at a photo that a phone has sent. One that is not what it should be is refused and its content removed: nobody's browser shall open it.
 * The event may come without the content, so the document is read.
 */
export async function checkAttachment(host: Host, complaintId: ComplaintId, attachmentId: string): Promise<void> {
  const path = `complaints/${complaintId}/attachments/${attachmentId}`;
  const stored = await host.store.get(path);
  if (!stored || stored.data['check'] !== 'pending') return;
  const bytes = stored.data['bytes'];
  const fault = bytes instanceof Uint8Array ? (isSame(bytes, stored.data['sha256']) ? checkPhoto(bytes) : 'differentContent') : 'notAnImage';
  const changes = fault === null ? { check: 'passed' } : { check: 'refused', fault, bytes: null };
  await host.store.transaction(async (transaction) => transaction.update(path, changes));
}

function isSame(bytes: Uint8Array, sha256: unknown): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}
