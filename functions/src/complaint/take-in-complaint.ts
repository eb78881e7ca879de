import type { ComplaintId, EpochMs } from '@shouwen/domain/kernel/brand';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import { handlingUnit } from '@shouwen/domain/complaint/intake/assignment';
import { flagsOfRecording } from '@shouwen/domain/complaint/intake/attention';
import { reasonsForHigherHands } from '@shouwen/domain/complaint/intake/higher-hands';
import { honestMoment, reclock, startClocks } from '@shouwen/domain/complaint/time/clocks';
import type { Complaint, Recording } from '@shouwen/domain/complaint/complaint';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import { evolveAll } from '@shouwen/domain/complaint/evolve';
import { handOverOverdue } from '@shouwen/domain/complaint/time/overdue';
import {
  concernedMaskedOf,
  pageWithoutLink,
  type PartialContact,
  partialContactSchema,
  recordingSchema,
  repairRecording,
} from '@shouwen/domain/complaint/intake/recording';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { deviceIdPattern } from '@shouwen/domain/kernel/written-id';
import type { Pack } from '@shouwen/domain/policy/pack';
import { writesOf } from '../journal/decide-on.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';
import type { Reader, StoredDocument, Version } from '../store.ts';
import { keyOfConcerned, keyOfContact, keysIn, keyWrite, missingKey } from '../customer/complaint-key.ts';
import { payloadOfAssignment } from './assignment-entry.ts';
import { deskFirst, findAssignment } from './find-assignment.ts';
import { findRepeats } from './find-repeats.ts';
import { findSuperior } from './find-superior.ts';
import { decidingComplaint } from './deciding-complaint.ts';

/**
 * Takes in a new complaint: repairs what does not fit, works out flags, clocks and repeats, finds unit and handler. Everything that is to be written for it
 * goes into one transaction.
 *
 * @throws UnreadableDocument when the document is not a recording at all; the caller counts tries and puts it aside.
 */
export async function takeInComplaint(preparing: Preparing, stored: StoredDocument, unchangedSince: Version): Promise<Write[]> {
  const { host, reader } = preparing;
  const complaint = complaintFromStored(stored.id, stored.data);
  const recording: Recording = { ...complaint, ...recordingSchema.parse(complaint) };
  const pack = await host.reference.pack(recording.pack, recording.packVersion);
  const [units, calendar, keys] = await Promise.all([host.reference.units(), host.reference.calendar(), host.keys.of(recording.pack)]);
  const start = handlingUnit(recording, pack, units);
  const [contact, awaited, ordinary] = await Promise.all([
    readContact(reader, stored.id),
    stillOnTheWay(reader, recording.earlierIds),
    findAssignment(host, reader, start, {
      category: recording.category,
      tier: recording.tier,
      excludedUids: [],
      ...deskFirst(start, recording.receivedAtMs, pack),
    }),
  ]);
  const repaired = repairRecording(recording, contact, pack, units);
  // A version that does not exist is not kept: what the complaint was taken in under is what it stays under, whatever comes into force later.
  const known = {
    contactKey: keys && keyOfContact(keys, contact?.phone ?? null, stored.data['contactKey']),
    concernsKey: keys && contact && keyOfConcerned(keys, contact),
  };
  const written = { contactKey: keys ? null : missingKey };
  const statusId = unchangedSince === undefined ? await freePage(reader, repaired.recording) : repaired.recording.statusId;
  const concernedMasked = contact && concernedMaskedOf(contact);
  const before: Complaint = { ...complaint, ...repaired.recording, ...written, concernedMasked, statusId, packVersion: pack.version };
  const moment = honestMoment(before, pack);
  const { id, category } = before;
  const repeats = await findRepeats(host, reader, { id, category, keys: known, startedAtMs: moment.atMs }, pack);
  const repeatOf = [...repeats.map((repeat) => repeat.id), ...awaited];
  const flags = [...flagsOfRecording(before, pack), ...(repeatOf.length > 0 ? ['repeat'] : [])];
  const because = reasonsForHigherHands({ flags, reopenCount: 0 }, pack);
  const assignment = (await findSuperior(host, reader, start.unit, repeats, because)) ?? ordinary;
  const events: ComplaintEvent[] = [
    receivedEvent([...flags, ...repaired.flags], repeatOf, { type: 'received', clocks: startClocks(before, moment, pack, calendar) }, moment),
    { type: 'assigned', atMs: host.nowMs(), assignment },
  ];
  const after = evolveAll(before, withPlan(before, events, host.nowMs(), pack, calendar));
  const change = { before, after, events, actorUid: null, facts: { pack, calendar, units, known: {} } };
  const assigned = { id: 'assigned', type: 'assign', payload: payloadOfAssignment(assignment) };
  const writes = await writesOf(preparing, decidingComplaint, change, [assigned], unchangedSince);
  return keysIn(known).length === 0 ? writes : [...writes, keyWrite(host, before, { keys: known, startedAtMs: moment.atMs })];
}

/**
 * What is known only once it is assigned: what the schedule will do, which depends on flags that may be told of at night and on a desk that has it first (SLA-4,
 * NET-1), and whether it was handed on within the hour (OWN-4).
 */
function withPlan(before: Complaint, events: readonly ComplaintEvent[], takenInAtMs: EpochMs, pack: Pack, calendar: readonly CalendarYear[]): ComplaintEvent[] {
  const assigned = evolveAll(before, events);
  const clocks = reclock(assigned, assigned.clocks?.startAtMs ?? takenInAtMs, pack, calendar);
  const late = handOverOverdue(assigned, takenInAtMs).map((overdue): ComplaintEvent => ({ type: 'overdueNoted', atMs: takenInAtMs, overdue }));
  return [...events, ...late, ...(clocks ? [{ type: 'clocksSet' as const, atMs: clocks.startAtMs, clocks }] : [])];
}

function receivedEvent(
  earned: readonly string[],
  repeatOf: ComplaintId[],
  event: Pick<Extract<ComplaintEvent, { type: 'received' }>, 'type' | 'clocks'>,
  start: { atMs: number; trusted: boolean },
): ComplaintEvent {
  const flags = [...earned, ...(start.trusted ? [] : ['clock-untrusted']), ...(event.clocks.calendarCovered ? [] : ['calendar-not-covered'])];
  return { ...event, atMs: start.atMs, flags, repeatOf };
}

async function readContact(reader: Reader, complaintId: ComplaintId): Promise<PartialContact | null> {
  const stored = await reader.get(`complaints/${complaintId}/private/contact`);
  const parsed = partialContactSchema.safeParse(stored?.data);
  return parsed.success ? parsed.data : null;
}

/**
 * A page that shows another complaint is never overwritten. Usually nobody looks: the page is created, which fails where there is one, and only then is it tried
 * again without knowing the document's version.
 */
async function freePage(reader: Reader, { id, statusId }: Recording): Promise<string> {
  const page = await reader.get(`status/${statusId}`);
  return page && page.data['complaintId'] !== id ? pageWithoutLink(id) : statusId;
}

/**
 * Earlier complaints that the recorder confirmed (ATT-2) and that have not arrived: after an outage the later one may be sent first, and the
 * recorder's word is all there is then. Those that are there are judged by what they say.
 */
async function stillOnTheWay(reader: Reader, earlierIds: readonly string[]): Promise<string[]> {
  const ids = earlierIds.filter((id) => deviceIdPattern.test(id));
  const found = await Promise.all(ids.map((id) => reader.get(`complaints/${id}`)));
  return ids.filter((_id, index) => found[index] === null);
}
