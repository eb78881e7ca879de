import { randomUUID } from 'node:crypto';
import { dayMs, hourMs } from '@shouwen/domain/calendar/day';
import { type Complaint, complaintFromRecording } from '@shouwen/domain/complaint/complaint';
import { complaintStates, toldWays } from '@shouwen/domain/complaint/complaint-values';
import { linkReasons, ownLinks } from '@shouwen/domain/complaint/responsible-link';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Unit } from '@shouwen/domain/organisation/unit';
import { Timestamp } from 'firebase-admin/firestore';
import { buildUnits } from '@shouwen/domain/organisation/units';
import type { TestCity } from './city.ts';
import { makeRecording } from './recorder.ts';

const ended: readonly string[] = ['closed', 'outOfScope', 'merged', 'withdrawn'];
const answeredStates: readonly string[] = ['answered', 'closed', 'reopened'];

/** Puts complaints in all states and at all ages, of all units of both operators, straight into the database, as chance has it. */
export async function fillWithComplaints(city: TestCity, count: number, nowMs: number, chance: () => number): Promise<void> {
  const units = [...buildUnits(city.told.units).values()];
  const recorded = new Map([makeRecording(city), makeRecording(city, { recorderUid: 'p-ha-huaicheng-manager-1' })].map((made) => [made.recording.pack, made]));
  const writer = city.firestore.bulkWriter();
  for (let index = 0; index < count; index += 1) {
    const unit = pick(units, chance);
    const made = recorded.get(unit.pack);
    if (!made) continue;
    const { recording, recorder } = made;
    const complaint = { ...complaintFromRecording(recording, recorder.audience), ...standing(unit, units, nowMs, chance) };
    const { id: _id, ...stored } = toStored(complaint, (atMs) => Timestamp.fromMillis(atMs));
    void writer.create(city.firestore.doc(`complaints/${randomUUID()}`), stored);
  }
  await writer.close();
}

/** All complaints there are, one by one: what a number of a board is checked against. */
export async function readAllComplaints({ firestore }: TestCity): Promise<Complaint[]> {
  return (await firestore.collection('complaints').get()).docs.map((document) => complaintFromStored(document.id, document.data()));
}

/** Where it stands: handled by the unit, received by any of the same operator. */
function standing(unit: Unit, units: readonly Unit[], nowMs: number, chance: () => number): Partial<Complaint> {
  const receiving = pick(
    units.filter(({ pack }) => pack === unit.pack),
    chance,
  );
  const state = pick(complaintStates, chance);
  const isAnswered = answeredStates.includes(state) && chance() < 0.8;
  const inTime = chance() < 0.9;
  const answeredAtMs = isAnswered ? Math.round(nowMs - chance() * 40 * dayMs) : null;
  const replyOf = (atMs: number | null, isInTime: boolean) =>
    atMs === null ? null : { dueAtMs: nowMs, inTime: isInTime, atMs, unitId: unit.id, elapsedMs: hourMs, withoutNightsMs: hourMs, pausedMs: 0 };
  // Now and then one that was answered in time now was late before.
  const lateBeforeMs = chance() < 0.1 ? Math.round(nowMs - chance() * 40 * dayMs) : null;
  const reportedAtMs = chance() < 0.1 ? Math.round(nowMs - chance() * 40 * dayMs) : null;
  return {
    state,
    open: !ended.includes(state),
    handlingUnitId: unit.id,
    handlingAudience: unit.audience,
    receivingUnitId: receiving.id,
    audience: [...new Set([...receiving.audience, ...unit.audience])],
    // Now and then to the millisecond, for that is where mistakes are.
    dueAtMs: ended.includes(state) ? null : chance() < 0.05 ? nowMs : Math.round(nowMs + (chance() - 0.5) * 4 * dayMs),
    escalationLevel: Math.floor(chance() * 6),
    answeredAtMs,
    replyTime: replyOf(answeredAtMs, inTime),
    lateReply: inTime ? replyOf(lateBeforeMs, false) : replyOf(answeredAtMs, false),
    brokenPromise: chance() < 0.2 ? { dueAtMs: nowMs - dayMs, unitId: unit.id } : null,
    reportedLater: reportedAtMs === null ? null : { act: 'answer', atMs: reportedAtMs - hourMs, receivedAtMs: reportedAtMs, unitId: unit.id },
    responsible: unit.pack === 'post' && chance() < 0.5 ? linkNamed(unit, nowMs, chance) : null,
    told: isAnswered && state !== 'reopened' && chance() < 0.6 ? { by: pick(toldWays, chance), atMs: nowMs } : null,
  };
}

/** PST-2: one of the operator's own links, now and then one of last month. */
function linkNamed(unit: Unit, nowMs: number, chance: () => number): Complaint['responsible'] {
  const atMs = Math.round(nowMs - chance() * 40 * dayMs);
  return { link: pick(ownLinks, chance), unitId: unit.id, cause: pick(linkReasons, chance), evidence: '班次记录', byUid: 'p-handler', byName: '池佳宁', atMs };
}

function pick<Value>(values: readonly Value[], chance: () => number): Value {
  const value = values[Math.floor(chance() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}
