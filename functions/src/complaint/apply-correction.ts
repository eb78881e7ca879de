import { type Contact, concernedMaskedOf, openedContactSchema } from '@shouwen/domain/complaint/intake/recording';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { ComplaintId, Uid } from '@shouwen/domain/kernel/brand';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { keyOfConcerned, keyWrite, readKeys } from '../customer/complaint-key.ts';
import type { Host, OperatorKeys } from '../host.ts';
import { decideOn } from '../journal/decide-on.ts';
import type { Transaction } from '../store.ts';
import { save, type Write } from '../transaction/write.ts';
import { decidingComplaint } from './deciding-complaint.ts';

export interface Correction extends Pick<Contact, 'concerned' | 'ownedUntilMs'> {
  complaintId: ComplaintId;
  /** Made by the phone: what is sent twice is corrected once. */
  entryId: string;
  reason: string;
}

/** `unknown`: there is none of that id that this operator has taken in. */
export type Applied = { outcome: 'applied' } | { outcome: 'unknown' } | { outcome: 'refused'; reason: Refusal };

const contactSchema = openedContactSchema.pick({ concerned: true, ownedUntilMs: true });

/**
 * Corrects what number or account a complaint is about (REC-2), and whether it was a former owner's (CLO-6). The number goes to the contact, where it is opened on record; the
 * entry that says so has it masked (RET-2). Whether the complaint repeats another is looked at again (ATT-2).
 */
export async function applyCorrection(
  { host, reader, keys, staff }: { host: Host; reader: Transaction; keys: OperatorKeys; staff: Staff },
  correction: Correction,
): Promise<Applied> {
  const { complaintId, entryId, concerned, ownedUntilMs, reason } = correction;
  const path = `complaints/${complaintId}`;
  const [stored, contact, known, entry] = await Promise.all([
    reader.get(path),
    reader.get(`${path}/private/contact`),
    readKeys(reader, complaintId),
    reader.get(`${path}/journal/${entryId}`),
  ]);
  const complaint = stored && complaintFromStored(stored.id, stored.data);
  if (!contact || !complaint || complaint.seq === 0 || complaint.pack !== staff.pack) return { outcome: 'unknown' };
  const before = contactSchema.parse(contact.data);
  if (entry || (before.concerned === concerned && before.ownedUntilMs === ownedUntilMs)) return { outcome: 'applied' };
  const concernedMasked = concernedMaskedOf(correction);
  const numberKeys = { contactKey: known.contactKey, concernsKey: keyOfConcerned(keys, correction) };
  const command = { type: 'correctConcerned' as const, concernedMasked, reason, keys: numberKeys };
  const decision = await decideOn({ host, reader }, decidingComplaint, { state: complaint, command, actor: { kind: 'staff' as const, staff } });
  if (!decision.ok) return { outcome: 'refused', reason: decision.refusal };
  const payload = { concernedMasked, before: complaint.concernedMasked, reason };
  save(reader, [
    ...decision.writes,
    { do: 'update', path: `${path}/private/contact`, content: { concerned, ownedUntilMs } },
    { do: 'create', path: `${path}/journal/${entryId}`, content: entryOf(host, command.type, payload, staff, decision.after.seq) },
    keyWrite(host, complaint, { keys: numberKeys, startedAtMs: complaint.clocks?.startAtMs ?? complaint.capturedAtMs, concernsByUid: staff.uid }),
  ]);
  return { outcome: 'applied' };
}

/** What somebody did through a function, as the journal has it: done and arrived at once. */
function entryOf(host: Host, type: string, payload: object, { uid, name, unitId }: { uid: Uid; name: string; unitId: string }, seq: number): Write['content'] {
  const at = host.timestamp(host.nowMs());
  const moments = { after: null, capturedAt: at, clockOffsetMs: 0, receivedAt: at };
  return { type, payload, actor: { kind: 'staff', uid, name, unitId }, ...moments, outcome: 'applied', seq };
}
