import { hourMs, minuteMs } from '../../calendar/day.ts';
import { nextAllowedMs } from '../../calendar/quiet-hours.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/event.ts';
import { evolveAll } from '../../complaint/evolve.ts';
import { groupedBy } from '../../kernel/grouped-by.ts';
import { toldBySteps } from '../../complaint/time/taken-step.ts';
import { digestOf, type DigestItem } from '../../notice/digest.ts';
import { systemActor, telecom } from '../organisation.ts';
import { takeAssistSteps } from './assists.ts';
import { decideNow, productEntry } from './apply.ts';
import { type Change, commit } from './commit.ts';
import { survives } from './deliveries.ts';
import { releaseStranded } from './release.ts';
import { note, storedIn, type World } from './world.ts';
import { watchRun } from './watch-run.ts';

const everyMs = 5 * minuteMs;
const pageSize = 300;
/** Younger ones are most likely just being handled by their event. */
const graceMs = 2 * minuteMs;

/** Runs every five minutes until the month has come to rest: now and then late, not for hours, twice at once, or dying on the way. */
export function planRuns(world: World, untilMs: number): void {
  const { agenda, chance } = world;
  const slotMs = world.nowMs + everyMs;
  const run = () => {
    const { hasFaults } = world;
    if (hasFaults && chance.below(1000) < 4) {
      note(world, 'hours without a run');
      agenda.add(world.nowMs + chance.below(12 * hourMs), run);
      return;
    }
    if (hasFaults && chance.percent(2)) agenda.add(world.nowMs + chance.below(4 * minuteMs), () => sweep(world));
    sweep(world);
    if (world.nowMs < untilMs) agenda.add(Math.min(untilMs, world.nowMs + everyMs + (hasFaults ? chance.below(20_000) : 0)), run);
  };
  agenda.add(slotMs, run);
}

/** One run: takes the steps that are due, and does what no event ever brought about. */
function sweep(world: World): void {
  if (world.due.nextAtMs <= world.nowMs) {
    const page = duePage(world);
    takeSteps(world, page);
    for (const id of page) putBack(world, id);
  }
  takeAssistSteps(world);
  const repaired = [...world.pending].filter(([, { sinceMs }]) => sinceMs <= world.nowMs - graceMs);
  for (const [, { work }] of repaired) survives(world, work);
  survives(world, () => releaseStranded(world));
}

/** Those that are due, oldest first, as a query finds them. */
function duePage({ due, nowMs, complaints }: World): string[] {
  const page = new Set<string>();
  while (page.size < pageSize && due.nextAtMs <= nowMs) {
    const id = due.take() ?? '';
    const nextDueAtMs = complaints.get(id)?.complaint.nextDueAtMs ?? Number.POSITIVE_INFINITY;
    if (nextDueAtMs <= nowMs) page.add(id);
  }
  return [...page];
}

/** What is still due is found again by the next run, at night by the first of the morning. */
function putBack(world: World, id: string): void {
  const { nextDueAtMs, urgency } = storedIn(world, id).complaint;
  if (nextDueAtMs === null || nextDueAtMs > world.nowMs) return;
  world.due.add(urgency === 'critical' ? world.nowMs + 1 : Math.max(world.nowMs + 1, nextAllowedMs(world.nowMs, telecom.clocks.quietHours)), id);
}

interface Planned {
  id: string;
  version: number;
  change: Change;
  told: (DigestItem & { uid: string })[];
}

/**
 * Decides from what the query brought, tells people first and commits then, so that whoever dies in between tells again and never loses. Another run may have
 * been faster, or this one may die half way.
 */
function takeSteps(world: World, page: readonly string[]): void {
  const { chance, hasFaults } = world;
  const planned = page.flatMap((id) => planOf(world, id));
  for (const [uid, told] of groupedBy(
    planned.flatMap((one) => one.told),
    (one) => one.uid,
  ))
    watchRun(world, uid, told, digestOf(told));
  if (hasFaults && chance.percent(5)) takeSteps(world, page);
  const dies = hasFaults && chance.percent(3);
  if (dies) note(world, 'run died');
  for (const { id, version, change } of planned.slice(0, dies ? chance.below(planned.length + 1) : planned.length)) commit(world, id, version, change);
}

function planOf(world: World, id: string): Planned[] {
  const { complaint, version } = storedIn(world, id);
  const decision = decideNow(world, complaint, { type: 'takeSteps' }, systemActor, world.nowMs);
  if (!decision.ok || decision.events.length === 0) return [];
  const after = evolveAll(complaint, decision.events);
  const created = stepsIn(decision.events).map((step) => productEntry(world, step.id, 'takeStep', decision.events));
  return [{ id, version, change: { after, events: decision.events, created }, told: toldIn(complaint, decision.events) }];
}

function stepsIn(events: readonly ComplaintEvent[]) {
  return events.flatMap((event) => (event.type === 'stepsTaken' ? event.taken : []));
}

function toldIn(complaint: Complaint, events: readonly ComplaintEvent[]): Planned['told'] {
  return toldBySteps(stepsIn(events)).map(({ toldUid, telling }) => ({ uid: toldUid, telling, complaint }));
}
