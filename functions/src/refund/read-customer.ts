import type { Refund } from '@shouwen/domain/refund/refund';
import { readKey } from '../customer/complaint-key.ts';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';

/** What stands for a customer among refunds and among accounts. */
export interface CustomerKeys {
  ofRefunds: string;
  ofAccounts: string;
}

/**
 * REF-4 asks for all of a customer's refunds, so nothing is decided while some of them still hold another key. Where nobody knows who complained, the complaint
 * stands for them.
 *
 * @throws Error until all keys have been moved, and while the deployment has another secret; the request waits.
 */
export async function readCustomer(host: Host, reader: Reader, { pack, complaintId }: Pick<Refund, 'pack' | 'complaintId'>): Promise<CustomerKeys | null> {
  if (complaintId === null || !/^[A-Za-z0-9-]{1,36}$/.test(complaintId)) return null;
  const keys = await host.keys.of(pack);
  if (!keys?.areMoved) throw new Error(`the keys of ${pack} are not ready`);
  const contactKey = (await readKey(reader, complaintId)) ?? complaintId;
  return { ofRefunds: keys.within('refunds', contactKey), ofAccounts: keys.within('accounts', contactKey) };
}
