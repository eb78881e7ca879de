import { type ContactKeys, contactKeys, packPepper, pepperCheck } from '@shouwen/domain/customer/contact-key';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { localPepper } from '../emulators/local-pepper.ts';

/** The keys that functions on this machine work out for the operator's customers. */
export function keysOf(pack: PackId): ContactKeys {
  return contactKeys(packPepper(localPepper(), pack), null);
}

/** What functions find prepared: the city has nothing that an earlier version stored. */
export function installationOf(pack: PackId): object {
  return { pack, pepperCheck: pepperCheck(packPepper(localPepper(), pack)), formerPepper: null, areKeysMoved: true };
}
