import type { Refund } from '@shouwen/domain/refund/refund';
import { keysForMoney, readKeys } from '../customer/complaint-key.ts';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';

/** What stands for a customer among refunds and among accounts. */
export interface CustomerKeys {
  ofRefunds: string;
  /** More than one where the complaint is about another number than the one to call (REC-2). */
  ofAccounts: readonly string[];
}

/**
 * REF-4 asks for all of a customer's refunds, so nothing is decided while some of them still hold another key. Where nobody knows who complained, the complaint
 * stands for them.
 *
 * @throws Error until all keys have been moved, and while the deployment has another secret; the request waits.
 */
export async function readCustomer(
  host: Host,
  reader: Reader,
  { pack, complaintId, requesterUid }: Pick<Refund, 'pack' | 'complaintId' | 'requesterUid'>,
): Promise<CustomerKeys | null> {
  if (complaintId === null || !/^[A-Za-z0-9-]{1,36}$/.test(complaintId)) return null;
  const keys = await host.keys.of(pack);
  if (!keys?.areMoved) throw new Error(`the keys of ${pack} are not ready`);
  const known = await readKeys(reader, complaintId);
  return {
    ofRefunds: keys.within('refunds', known.contactKey ?? known.concernsKey ?? complaintId),
    ofAccounts: keysForMoney(known, requesterUid).map((key) => keys.within('accounts', key)),
  };
}
