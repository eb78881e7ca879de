import { createHash } from 'node:crypto';
import { checkPhoto, type PhotoFault } from '@shouwen/domain/attachment/photo-check';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Host } from '../host.ts';
import { isLivePage } from '../complaint/live-page.ts';

/** Whose a photo is that a customer added by themselves. */
export const customerUid = 'customer';

export interface CustomerPhoto {
  contentType: 'image/jpeg' | 'image/webp';
  bytes: Buffer;
  width: number;
  height: number;
}

/** `full`: there are as many as a customer may add. */
export type PhotoAdded = { outcome: 'added' | 'noPage' | 'full' } | { outcome: 'refused'; fault: PhotoFault };

/**
 * Adds a photo of the customer's to their complaint, in the first of the places that there are for those: so there are never more, whoever sends how many at once, and one that is
 * sent twice is there once. It is looked at as every photo is.
 */
export async function addCustomerPhoto(host: Host, statusId: string, { contentType, bytes, width, height }: CustomerPhoto): Promise<PhotoAdded> {
  const fault = checkPhoto(bytes);
  if (fault !== null) return { outcome: 'refused', fault };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return host.store.transaction(async (transaction): Promise<PhotoAdded> => {
    const page = await transaction.get(`status/${statusId}`);
    if (!page || !isLivePage(page.data, host.nowMs())) return { outcome: 'noPage' };
    const complaintId = String(page.data['complaintId']);
    const stored = await transaction.get(`complaints/${complaintId}`);
    if (!stored) return { outcome: 'noPage' };
    const complaint = complaintFromStored(stored.id, stored.data);
    const { limits } = await host.reference.pack(complaint.pack, complaint.packVersion);
    const paths = Array.from({ length: limits.customerPhotos }, (_, place) => `complaints/${complaintId}/attachments/customer-photo-of-page-${place + 1}`);
    const there = await Promise.all(paths.map((path) => transaction.get(path)));
    if (there.some((photo) => photo?.data['sha256'] === sha256)) return { outcome: 'added' };
    const free = paths[there.indexOf(null)];
    if (free === undefined) return { outcome: 'full' };
    const at = host.timestamp(host.nowMs());
    transaction.create(free, { contentType, bytes, sha256, width, height, byUid: customerUid, capturedAt: at, receivedAt: at, check: 'pending' });
    return { outcome: 'added' };
  });
}
