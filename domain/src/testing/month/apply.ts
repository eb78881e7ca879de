import { flagsOfRecording, repeatsOf } from '../../complaint/intake/attention.ts';
import { momentOfAct } from '../../complaint/time/act-moment.ts';
import { honestMoment, reclock, startClocks } from '../../complaint/time/clocks.ts';
import type { Command } from '../../complaint/command.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import { decide } from '../../complaint/decide.ts';
import type { CommandFacts } from '../../complaint/context.ts';
import type { ComplaintEvent } from '../../complaint/event.ts';
import { evolveAll } from '../../complaint/evolve.ts';
import type { Actor } from '../../complaint/relation.ts';
import { actorOf, calendar, customer, systemActor, telecom } from '../organisation.ts';
import { cityUnits } from './city.ts';
import { type Change, transact } from './commit.ts';
import { directoryOf } from './people.ts';
import { canGoOn, placeAgain, placeCorrected, placeDispatched, placeHigher, placeNew } from './placing.ts';
import { type MonthEntry, type Stored, storedIn, type World } from './world.ts';

/** Takes in a new complaint: flags, repeats, clocks from the honest start, and whoever handles it. One that has been taken in is left alone. */
export function receive(world: World, id: string): void {
  transact(world, id, ({ complaint }) => {
    if (complaint.seq > 0) return null;
    const start = honestMoment(complaint, telecom);
    const repeatOf = repeatsOf(complaint, world.byCustomer.get(complaint.contactLast4) ?? [], telecom).map((earlier) => earlier.id);
    const flags = [...flagsOfRecording(complaint, telecom), ...(repeatOf.length > 0 ? ['repeat'] : []), ...(start.trusted ? [] : ['clock-untrusted'])];
    const events: ComplaintEvent[] = [
      { type: 'received', atMs: start.atMs, flags, repeatOf, clocks: startClocks(complaint, start, telecom, calendar) },
      { type: 'assigned', atMs: world.nowMs, assignment: placeNew(world, { ...complaint, flags }) },
    ];
    const assigned = evolveAll(complaint, events);
    const clocks = assigned.preHandleUntilAtMs === null ? null : reclock(assigned, start.atMs, telecom, calendar);
    if (clocks) events.push({ type: 'clocksSet', atMs: start.atMs, clocks });
    return { after: evolveAll(complaint, events), events, created: [productEntry(world, 'assigned', 'assign', events)] };
  });
  world.pending.delete(id);
}

/** Applies an entry that somebody wrote, after what it builds upon. One that has an outcome is left alone. */
export function applyInMonth(world: World, id: string, entryId: string): void {
  const stored = storedIn(world, id);
  if (stored.complaint.seq === 0) receive(world, id);
  const before = stored.journal.get(stored.journal.get(entryId)?.after ?? '');
  if (before?.outcome === 'pending') applyInMonth(world, id, before.id);
  transact(world, id, (read) => {
    const entry = read.journal.get(entryId);
    return entry?.outcome === 'pending' && entry.command ? applied(world, read, entry, entry.command) : null;
  });
}

function applied(world: World, { complaint, journal }: Stored, entry: MonthEntry, command: NonNullable<MonthEntry['command']>): Change {
  const staff = world.staff.get(entry.uid ?? '');
  const actor = staff ? actorOf(staff) : customer;
  const previous = journal.get(entry.after ?? '')?.captured ?? null;
  const atMs = momentOfAct({ entry: entry.captured, previous }, complaint, actor, telecom);
  const decision = decideNow(world, complaint, command, actor, atMs, entry.captured.receivedAtMs);
  if (!decision.ok) return { after: complaint, events: [], created: [], settled: { entry, outcome: decision.refusal.code } };
  return { after: evolveAll(complaint, decision.events), events: decision.events, created: [], settled: { entry, outcome: 'applied' } };
}

/** What a command does now, with the facts as they are now. */
export function decideNow(world: World, complaint: Complaint, command: Command, actor: Actor, atMs: number, receivedAtMs = atMs) {
  return decide(complaint, command, { actor, atMs, receivedAtMs, pack: telecom, calendar, facts: factsOf(world, complaint, command) });
}

function factsOf(world: World, complaint: Complaint, command: Command): CommandFacts {
  switch (command.type) {
    case 'handOver':
      return { receiver: { unit: cityUnits.get(command.toUnitId) ?? null, staff: world.staff.get(command.toUid ?? '') ?? null } };
    case 'acceptHandOver':
      return { receiver: { unit: cityUnits.get(complaint.handOver?.toUnitId ?? '') ?? null, staff: null } };
    case 'return':
    case 'releaseHandler':
      return { assignment: placeAgain(world, complaint) };
    case 'reopen':
    case 'disagree':
      return factsOfReopening(world, complaint);
    case 'correct': {
      const assignment = placeCorrected(world, complaint, command.category);
      return assignment ? { assignment } : {};
    }
    case 'escalate':
      return { directory: directoryOf(world) };
    case 'takeSteps':
      return { directory: directoryOf(world), ...(complaint.preHandleUntilAtMs === null ? {} : { assignment: placeDispatched(world, complaint) }) };
    default:
      return {};
  }
}

function factsOfReopening(world: World, complaint: Complaint): CommandFacts {
  if (complaint.handlerUid === null) return {};
  const above = placeHigher(world, complaint, complaint.reopenCount + 1);
  if (above) return { handlerAvailable: false, assignment: above };
  return canGoOn(world, complaint) ? { handlerAvailable: true } : { handlerAvailable: false, assignment: placeAgain(world, complaint) };
}

/** Does something that only the product does, and writes its entry, whose id can exist once. @returns whether anything changed. */
export function act(world: World, id: string, commandFor: (complaint: Complaint) => Command | null): boolean {
  let hasChanged = false;
  transact(world, id, ({ complaint }) => {
    hasChanged = false;
    const command = commandFor(complaint);
    const decision = command && decideNow(world, complaint, command, systemActor, world.nowMs);
    if (!command || !decision?.ok || decision.events.length === 0) return null;
    hasChanged = true;
    const after = evolveAll(complaint, decision.events);
    return { after, events: decision.events, created: [productEntry(world, `${command.type}-${after.seq}`, command.type, decision.events)] };
  });
  return hasChanged;
}

export function productEntry({ nowMs }: World, id: string, type: string, events: readonly ComplaintEvent[]): MonthEntry {
  return {
    id,
    type,
    uid: null,
    command: null,
    after: null,
    captured: { capturedAtMs: nowMs, clockOffsetMs: 0, receivedAtMs: nowMs },
    outcome: 'applied',
    events,
  };
}
