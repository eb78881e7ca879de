import { dayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import { type Complaint, complaintFromRecording } from '../../complaint/complaint.ts';
import type { Staff } from '../../organisation/staff.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { at, telecom } from '../organisation.ts';
import { pickCategory, planLook } from './acts.ts';
import { Agenda } from './agenda.ts';
import { receive } from './apply.ts';
import { homeRegions, newStaff, cityUnits } from './city.ts';
import { deliver } from './deliveries.ts';
import { capture, newPhone } from './phones.ts';
import { planPresence } from './presence.ts';
import { planRuns } from './schedule.ts';
import { writeMessages } from './telling.ts';
import { watchAssistsAtEnd } from './watch-assists.ts';
import { watchEnd } from './watch-end.ts';
import type { World } from './world.ts';

const days = 30;
const complaintCount = 2000;
const customerCount = 1700;
/** Phones come back, and the schedule catches up. */
const restDays = 4;

/**
 * Plays a month of a city in memory: its staff come and go, phones are offline and wrong, events are lost, doubled and late, handlers and runs of the schedule
 * die, and the real core decides. After each commit and at the end it is looked at whether what must be true is true.
 *
 * @returns what happened, by name.
 * @throws Error naming the seed and what was wrong, with the journal of the complaint.
 */
export function playMonth(seed: number): ReadonlyMap<string, number> {
  const chance = chanceOf(seed);
  const startMs = at('2026-01-01 00:00') + chance.below(300) * dayMs;
  const world = newWorld(seed, chance, startMs);
  world.tell = (before, after, events) => writeMessages(world, before, after, events);
  for (const staff of world.staff.values()) planPresence(world, staff, startMs, days);
  for (let index = 0; index < complaintCount; index += 1) planComplaint(world, index, startMs);
  planRuns(world, world.endMs + restDays * dayMs + 10 * hourMs);
  while (world.agenda.nextAtMs < Number.POSITIVE_INFINITY) {
    world.nowMs = world.agenda.nextAtMs;
    world.hasFaults = world.nowMs < world.endMs + (restDays - 1) * dayMs;
    world.agenda.take()?.();
  }
  watchEnd(world);
  watchAssistsAtEnd(world);
  return world.seen;
}

function newWorld(seed: number, chance: Chance, startMs: number): World {
  const staff = new Map(newStaff().map((person) => [person.uid, person]));
  return {
    seed,
    chance,
    nowMs: startMs,
    endMs: startMs + days * dayMs,
    restUntilMs: startMs + (days + restDays) * dayMs,
    hasFaults: true,
    agenda: new Agenda(),
    staff,
    directory: null,
    phones: new Map([...staff.keys()].map((uid) => [uid, newPhone(chance, startMs, days)])),
    complaints: new Map(),
    assists: new Map(),
    byCustomer: new Map(),
    pending: new Map(),
    due: new Agenda(),
    held: new Map(),
    owned: new Map(),
    messages: new Map(),
    numbers: new Map(),
    optedOut: new Set(),
    movedNumbers: new Map(),
    sentKeys: new Set(),
    centreAwayUntilMs: 0,
    tell: () => undefined,
    seen: new Map(),
  };
}

/** By day mostly, and some at night. */
function planComplaint(world: World, index: number, startMs: number): void {
  const { chance } = world;
  const hour = chance.percent(85) ? 8 + chance.below(12) : chance.below(24);
  const toldAtMs = startMs + chance.below(days) * dayMs + hour * hourMs + chance.below(60 * minuteMs);
  world.agenda.add(toldAtMs, () => recordComplaint(world, `complaint-${index}`));
}

/** Somebody who is in the city records it, with or without a network. */
function recordComplaint(world: World, id: string): void {
  const { chance, nowMs: toldAtMs } = world;
  const recorder = chance.pick([...world.staff.values()].filter(({ active }) => active));
  const phone = world.phones.get(recorder.uid);
  if (!phone) throw new Error(`${recorder.uid} has no phone`);
  const captured = capture(phone, toldAtMs);
  const complaint = complaintOf(world, id, recorder, captured);
  world.agenda.add(captured.receivedAtMs, () => {
    world.complaints.set(id, {
      complaint,
      version: 1,
      journal: new Map(),
      stepIds: new Set(),
      legalTellings: 0,
      ranOutAtMs: null,
      hasDisagreed: false,
      toldAtMs,
    });
    const earlier = world.byCustomer.get(complaint.contactLast4) ?? [];
    world.byCustomer.set(complaint.contactLast4, [...earlier, complaint]);
    world.pending.set(id, { sinceMs: world.nowMs, work: () => receive(world, id) });
    deliver(world, () => receive(world, id));
    if (!chance.percent(8)) planLook(world, id, chance.pick([1, 2, 3, 30]) * hourMs);
  });
}

function complaintOf({ chance }: World, id: string, recorder: Staff, captured: Pick<Complaint, 'capturedAtMs' | 'clockOffsetMs' | 'receivedAtMs'>): Complaint {
  const category = pickCategory(chance);
  return complaintFromRecording(
    {
      id,
      number: id,
      pack: telecom.id,
      packVersion: telecom.version,
      channel: chance.percent(90) ? 'hotline' : chance.pick(telecom.channels).id,
      category,
      tier: chance.percent(70) ? telecom.defaultTier : chance.pick(telecom.tiers).id,
      homeRegion: chance.percent(5) ? null : chance.pick(homeRegions),
      urgency: category.startsWith('T04') ? chance.pick(['critical', 'urgent', 'normal']) : null,
      mailItem: null,
      mailService: null,
      what: '话费里有一笔代收费,没有订过。',
      occurredAtMs: captured.receivedAtMs - dayMs,
      asks: ['explanation'],
      contactMasked: { name: '王*', phone: '138****1001' },
      contactLast4: String(1000 + chance.below(customerCount)),
      statusId: id,
      photoCount: 0,
      earlierIds: [],
      ownerUid: recorder.uid,
      ownerName: recorder.name,
      receivingUnitId: recorder.unitId,
      recordedInUnitId: recorder.unitId,
      ...captured,
    },
    [...(cityUnits.get(recorder.unitId)?.audience ?? [])],
  );
}
