import { createHash } from 'node:crypto';
import { dayMs, endOfDayMs, hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { buildRecording, type RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { City, ToldCase } from './city-files.ts';
import { encodeFields, Moment } from '@shouwen/domain/kernel/rest-value';
import { commitAs, receivedNow, type Target } from './staff-client.ts';
import { staffOf } from './store-city.ts';

/**
 * Records the told cases the way a phone does: signed in as the recorder, in one batch that the rules check and the triggers take up.
 *
 * @returns the ids of the complaints.
 */
export async function recordCases(target: Target, city: City, nowMs: number): Promise<string[]> {
  const staff = new Map(staffOf(city).map((person) => [person.uid, person]));
  const occurredShiftMs = shiftToPresentMs(city.cases, nowMs);
  return Promise.all(
    city.cases.map(async (told, index) => {
      const recorder = staff.get(told.recorderUid);
      if (recorder === undefined) throw new Error(`Case ${told.id}: ${told.recorderUid} is nobody on staff.`);
      const capturedAtMs = nowMs - (index + 1) * 4 * hourMs;
      const writes = writesFor(target, city, told, recorder, { capturedAtMs, shiftMs: occurredShiftMs });
      await commitAs(target, recorder.email, `Case ${told.id}`, writes);
      return caseComplaintId(told.id);
    }),
  );
}

/** The case's complaint has the same id every time, so that a city is never recorded twice. */
export function caseComplaintId(caseId: string): string {
  return createHash('sha256').update(`complaint ${caseId}`).digest('hex').slice(0, 32);
}

/** The secret of the customer's status link. It can be worked out only because these customers are invented. */
export function caseStatusToken(caseId: string): string {
  return createHash('sha256').update(`token ${caseId}`).digest().subarray(0, 16).toString('base64url');
}

/** Told dates grow old; moved by whole days so that the latest lies three days back, they read as if they had just happened. */
function shiftToPresentMs(cases: readonly ToldCase[], nowMs: number): number {
  const latestMs = Math.max(...cases.map((told) => endOfDayMs(told.occurredAt)));
  return Math.floor((nowMs - 3 * dayMs - latestMs) / dayMs) * dayMs;
}

function writesFor(target: Target, city: City, told: ToldCase, recorder: Staff, moments: { capturedAtMs: number; shiftMs: number }): object[] {
  const pack = city.packs.find((candidate) => candidate.id === told.pack);
  if (pack === undefined) throw new Error(`Case ${told.id}: there is no pack ${told.pack}.`);
  const origin = { id: caseComplaintId(told.id), token: caseStatusToken(told.id), recorder, pack, clockOffsetMs: 0, photoCount: 0, earlierIds: [] };
  const { recording, contact } = buildRecording(formOf(told, city, moments.shiftMs), { ...origin, capturedAtMs: moments.capturedAtMs });
  const { id, receivedAtMs: _filledInByServer, ...recorded } = recording;
  const complaint = {
    ...toStored(recorded, (atMs) => new Moment(atMs)),
    state: 'recorded',
    open: true,
    people: [recorder.uid],
    audience: recorder.audience,
  };
  const name = `projects/${target.projectId}/databases/(default)/documents/complaints/${id}`;
  const created = { currentDocument: { exists: false } };
  return [
    { update: { name, fields: encodeFields(complaint) }, updateTransforms: [receivedNow], ...created },
    { update: { name: `${name}/private/contact`, fields: encodeFields(contact) }, ...created },
  ];
}

/** @param shiftMs by how much later than told it is to have happened. */
export function formOf(told: ToldCase, city: Pick<City, 'customers'>, shiftMs: number): RecordingForm {
  const customer = city.customers.find((candidate) => candidate.phone === told.customerPhone);
  return {
    name: customer?.name ?? '',
    phone: told.customerPhone,
    address: '',
    channel: told.channel,
    category: told.category,
    tier: told.tier,
    homeRegion: told.homeRegion,
    urgency: told.urgency ?? null,
    isAboutAnother: told.formerNumber !== undefined,
    concerned: told.formerNumber ?? '',
    isOfFormerOwner: told.formerNumber !== undefined,
    ownedUntilMs: told.ownedUntil === undefined ? null : endOfDayMs(told.ownedUntil) + shiftMs,
    mailItem: told.mailItem ?? '',
    isWithoutItem: told.mailItem === undefined,
    mailService: told.mailService ?? null,
    what: told.what,
    occurredAtMs: startOfDayMs(told.occurredAt) + 10 * hourMs + shiftMs,
    asks: told.asks,
  };
}
