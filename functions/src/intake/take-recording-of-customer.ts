import { buildRecording } from '@shouwen/domain/complaint/intake/recording';
import { type CustomerRecording, formOfCustomer, missingOfCustomer } from '@shouwen/domain/complaint/intake/customer-recording';
import { unverified } from '@shouwen/domain/complaint/intake/marks';
import { honestMoment, startClocks } from '@shouwen/domain/complaint/time/clocks';
import { phoneOf } from '@shouwen/domain/customer/phone-number';
import { dayMs } from '@shouwen/domain/calendar/day';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { numberOf } from '@shouwen/domain/kernel/number';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Caller } from '../caller-address.ts';
import { redeem, type WorkDone } from '../customer/look-up-tries.ts';
import { readTries, writeTries } from '../customer/throttle.ts';
import type { Host } from '../host.ts';
import type { Transaction } from '../store.ts';
import { deskOnDuty } from './desk-on-duty.ts';

/** What came of it. What is said of a number is the same whether anybody has ever complained from it or not. */
export type RecordedByCustomer =
  | { outcome: 'recorded'; number: string; promisedAtMs: EpochMs }
  | { outcome: 'incomplete'; missing: (keyof CustomerRecording)[] }
  | { outcome: 'tooMany' | 'prove' | 'taken' };

/**
 * REC-5: records a complaint for a customer without an account: complaint and contact in one transaction, owned by the hotline's desk on duty, unverified until somebody has
 * reached them. So many a day for one number and from one place, each against a proof of work; sent again under its id it is the same one, and costs nothing.
 */
export async function takeRecordingOfCustomer(
  host: Host,
  written: CustomerRecording,
  { address }: Caller,
  proof: WorkDone | null,
): Promise<RecordedByCustomer> {
  const pack = await host.reference.packInForce(written.pack, host.store);
  const nowMs = host.nowMs();
  const missing = missingOfCustomer(written, pack, nowMs);
  if (missing.length > 0) return { outcome: 'incomplete', missing };
  const desk = await deskOnDuty(host, host.store, pack.id);
  const origin = { ...written, recorder: desk, pack, capturedAtMs: nowMs, clockOffsetMs: 0, photoCount: 0, earlierIds: [] };
  const { recording, contact } = buildRecording(formOfCustomer(written, pack, nowMs), origin);
  const promisedAtMs = startClocks(recording, honestMoment(recording, pack), pack, await host.reference.calendar()).replyDueAtMs;
  const recorded: RecordedByCustomer = { outcome: 'recorded', number: numberOf(written.id), promisedAtMs };
  return host.store.transaction(async (transaction) => {
    const known = await transaction.get(`complaints/${written.id}/private/contact`);
    if (known) return known.data['token'] === written.token ? recorded : { outcome: 'taken' };
    const refused = await takeTurn(host, transaction, { phone: written.phone, address, pack }, proof);
    if (refused) return { outcome: refused };
    const { id, ...content } = recording;
    const fresh = { state: 'recorded', open: true, people: [desk.uid], audience: desk.audience, flags: [unverified] };
    transaction.create(`complaints/${id}`, { ...toStored(content, host.timestamp), ...fresh });
    transaction.create(`complaints/${id}/private/contact`, toStored(contact, host.timestamp));
    return recorded;
  });
}

interface Turn {
  phone: string;
  address: string;
  pack: Pack;
}

/** The work is looked at last: whoever has used up their day is not asked for any. */
async function takeTurn(host: Host, transaction: Transaction, { phone, address, pack }: Turn, proof: WorkDone | null): Promise<'tooMany' | 'prove' | null> {
  const number = phoneOf(phone)?.number ?? phone;
  const [ofNumber, ofCaller] = await Promise.all([
    readTries(host, transaction, `intake|number|${number}`, dayMs),
    readTries(host, transaction, `intake|caller|${address}`, dayMs),
  ]);
  if (ofNumber.count >= pack.limits.intakePerNumber || ofCaller.count >= pack.limits.intakePerCaller) return 'tooMany';
  if (!(await redeem(host, transaction, proof))) return 'prove';
  for (const tries of [ofNumber, ofCaller]) writeTries(host, transaction, { ...tries, count: tries.count + 1 });
  return null;
}
