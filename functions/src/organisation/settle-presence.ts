import type { Uid } from '@shouwen/domain/kernel/brand';
import { UnreadableDocument } from '@shouwen/domain/kernel/state-document';
import { type Presence, settledPresence } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { staffFrom } from './read-staff.ts';

/** What a person's document says of their presence once time has passed, and that their work is to be looked at. */
export type PresenceFields = Presence & Pick<Staff, 'releaseDue'>;

/** ADM-4: leave that was set ahead begins or ends, and whoever did not come back is off shift until work begins next. May be repeated. */
export function settlePresence(host: Host, uid: Uid): Promise<void> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(`staff/${uid}`);
    if (!stored) return;
    const person = staffFrom(stored.data);
    if (!person) throw new UnreadableDocument(`staff/${uid} cannot be read`);
    if ((person.standsUntilMs ?? Number.POSITIVE_INFINITY) > host.nowMs()) return;
    transaction.update(stored.path, { ...(await presenceNow(host, transaction, person)) });
  });
}

export async function presenceNow(host: Host, reader: Reader, person: Staff): Promise<PresenceFields> {
  const [pack, calendar] = await Promise.all([host.reference.packInForce(person.pack, reader), host.reference.calendar()]);
  return { ...settledPresence(person, { atMs: host.nowMs(), pack, calendar }), releaseDue: true };
}
