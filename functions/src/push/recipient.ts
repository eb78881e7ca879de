import type { Uid } from '@shouwen/domain/kernel/brand';
import { defaultPreferences, type Preferences, preferencesSchema } from '@shouwen/domain/notice/preferences';
import type { TimeSpan } from '@shouwen/domain/policy/clock-rules';
import { readStaff } from '../organisation/read-staff.ts';
import type { Host } from '../host.ts';
import { type Device, readDevices } from './devices.ts';

/** Somebody who can be told by push at all. */
export interface Recipient {
  uid: Uid;
  /** At least one. */
  devices: Device[];
  preferences: Preferences;
  /** The hours in which their operator disturbs nobody (SLA-4). */
  quietHours: TimeSpan;
}

/** Null for whoever has no device, is suspended or gone: nothing more is read of them. */
export async function readRecipient(host: Host, uid: Uid): Promise<Recipient | null> {
  const devices = await readDevices(host.store, uid);
  const staff = devices.length === 0 ? null : await readStaff(host.store, uid);
  if (!staff?.active) return null;
  const [stored, pack] = await Promise.all([host.store.get(`preferences/${uid}`), host.reference.packInForce(staff.pack, host.store)]);
  return { uid, devices, preferences: stored ? preferencesSchema.parse(stored.data) : defaultPreferences, quietHours: pack.clocks.quietHours };
}
