import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';

/** Where a decision is prepared: everything is read through `reader`, nothing is written. */
export interface Preparing {
  host: Host;
  reader: Reader;
}
