import type { PackId } from '@shouwen/domain/kernel/brand';
import { contactKeys, packPepper, pepperCheck } from '@shouwen/domain/customer/contact-key';
import { z } from 'zod';
import type { Host, KeySource, OperatorKeys } from '../host.ts';
import type { Store } from '../store.ts';

const installationSchema = z.object({ pepperCheck: z.string(), formerPepper: z.string().nullable(), areKeysMoved: z.boolean() });
type Installation = z.infer<typeof installationSchema>;

/** Keys made with the deployment's secret, as long as it is the one that `installations/{pack}` was prepared with. */
export function storedKeys(store: Store, secret: string, log: Host['log']): KeySource {
  const kept = new Map<PackId, OperatorKeys>();
  return {
    of: async (pack) => {
      const known = kept.get(pack);
      if (known) return known;
      const pepper = packPepper(secret, pack);
      const installation = await readInstallation(store, pack, pepperCheck(pepper));
      if (installation.pepperCheck !== pepperCheck(pepper)) {
        log({ severity: 'ERROR', message: 'pepper differs', path: `installations/${pack}` });
        return null;
      }
      const keys = { ...contactKeys(pepper, installation.formerPepper), areMoved: installation.areKeysMoved };
      if (keys.areMoved) kept.set(pack, keys);
      return keys;
    },
  };
}

/** The first to ask prepares it: an operator of the first version has keys to be moved, and the pepper in force then is the step that all keys begin with. */
function readInstallation(store: Store, pack: PackId, check: string): Promise<Installation> {
  const path = `installations/${pack}`;
  return store.transaction(async (transaction) => {
    const stored = await transaction.get(path);
    if (stored) return installationSchema.parse(stored.data);
    const current = await transaction.get('policies/current');
    const inForce = await transaction.get(`policies/${String(current?.data[pack])}`);
    const former = inForce?.data['contactPepper'];
    const formerPepper = typeof former === 'string' ? former : null;
    const prepared = { pepperCheck: check, formerPepper, areKeysMoved: formerPepper === null };
    transaction.create(path, { pack, ...prepared });
    return prepared;
  });
}
