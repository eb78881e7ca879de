import { type Assist, untouchedAssist } from '../../assist/assist.ts';
import { assistAggregate } from '../../assist/aggregate.ts';
import type { AssistFacts } from '../../assist/assist-context.ts';
import type { AssistCommand, AssistSystemCommand } from '../../assist/command.ts';
import { decideAssist } from '../../assist/decide.ts';
import type { AssistEvent } from '../../assist/event.ts';
import { evolveAssist } from '../../assist/evolve.ts';
import { assistNoticesOf } from '../../assist/notices.ts';
import type { AssistActor } from '../../assist/relation.ts';
import { assistStandingOf } from '../../assist/standing.ts';
import { dayMs, hourMs } from '../../calendar/day.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import { evolveAll } from '../../complaint/evolve.ts';
import type { Captured } from '../../complaint/time/clocks.ts';
import type { Staff } from '../../organisation/staff.ts';
import { calendar, systemActor, telecom } from '../organisation.ts';
import { decideNow, productEntry } from './apply.ts';
import { cityUnits } from './city.ts';
import { type Change, transact } from './commit.ts';
import { deliver, survives } from './deliveries.ts';
import { isAtWork } from './people.ts';
import { capture } from './phones.ts';
import { watchAssist } from './watch-assists.ts';
import { note, type World } from './world.ts';

const toAsk = ['network', 'billing', 'centre', 'west'];
const answered: AssistCommand = { type: 'answer', text: '已核实', saidBy: null };

/** Whoever has a complaint asks a unit or somebody outside to assist with it (AST-1); the request may be late, doubled or lost like everything else. */
export function askForAssistance(world: World, { id: complaintId, pack, packVersion }: Complaint, { uid, name, unitId, audience }: Staff): void {
  const { chance, assists, phones } = world;
  const phone = phones.get(uid);
  if (!phone) return;
  const captured = capture(phone, world.nowMs);
  const id = `assist-${assists.size}`;
  const isOutside = chance.percent(15);
  const request = { toUnitId: isOutside ? null : chance.pick(toAsk), outside: isOutside ? { kind: 'carrier' as const, name: '承运方' } : null };
  const asked = { id, pack, packVersion, complaintId, ...request, question: '请核实', shares: [], wantedAtMs: null, ...captured };
  const by = { requesterUid: uid, requesterName: name, requesterUnitId: unitId, people: [uid], audience: [...audience] };
  assists.set(id, { assist: { ...untouchedAssist, ...asked, ...by }, version: 1, tellings: 0 });
  world.agenda.add(captured.receivedAtMs, () => {
    arrive(world, id, () => actOnAssist(world, id, { type: 'receive' }, { kind: 'system' }));
    planLookAtAssist(world, id);
  });
}

function arrive(world: World, key: string, work: () => void): void {
  const doOnce = () => {
    if (!world.pending.has(key)) return;
    work();
    world.pending.delete(key);
  };
  world.pending.set(key, { sinceMs: world.nowMs, work: doOnce });
  deliver(world, doOnce);
}

function planLookAtAssist(world: World, id: string): void {
  const atMs = world.nowMs + world.chance.below(world.chance.pick([1, 3, 30]) * hourMs);
  if (atMs < world.endMs) world.agenda.add(atMs, () => look(world, id));
}

/** Somebody whose it is looks at it and does the next thing; what they do arrives when their phone has a network. */
function look(world: World, id: string): void {
  const { chance, phones } = world;
  const { assist } = assistIn(world, id);
  const person = whoActs(world, assist);
  const phone = person && phones.get(person.uid);
  if (person && phone) {
    const command = commandOf(world, assist);
    const captured = capture(phone, world.nowMs);
    const key = `${id}/${chance.below(2 ** 30)}`;
    if (command)
      world.agenda.add(captured.receivedAtMs, () => arrive(world, key, () => actOnAssist(world, id, command, { kind: 'staff', staff: person }, captured)));
  }
  if (assist.open && !chance.percent(8)) planLookAtAssist(world, id);
}

function whoActs({ chance, staff, nowMs, complaints }: World, { state, toUnitId, complaintId }: Assist): Staff | null {
  const ofAsked = [...staff.values()].filter((person) => person.unitId === toUnitId && isAtWork(person, nowMs));
  const arbiters = [...staff.values()].filter(({ role }) => role === 'complaintSupervisor' || role === 'centreDirector');
  const complaint = complaints.get(complaintId)?.complaint;
  const asking = staff.get(complaint?.handlerUid ?? complaint?.ownerUid ?? '') ?? null;
  if (state === 'inArbitration') return chance.pick(arbiters);
  const isTheirs = (state === 'asked' || state === 'accepted') && toUnitId !== null && !chance.percent(5);
  return isTheirs ? (ofAsked.length > 0 ? chance.pick(ofAsked) : null) : asking;
}

function commandOf({ chance }: World, { state, outside }: Assist): AssistCommand | null {
  const elsewhere = { toUnitId: chance.pick(toAsk), reason: '请核实' };
  switch (state) {
    case 'asked':
      if (outside) return chance.pick([answered, { type: 'chase', text: '请尽快' }]);
      return chance.pick([{ type: 'accept' }, { type: 'accept' }, answered, { type: 'return', reason: '不属本部门' }, { type: 'return', reason: '无此业务' }]);
    case 'accepted':
      return chance.pick([answered, answered, { type: 'accept' }]);
    case 'returned':
      return chance.pick<AssistCommand>([
        { type: 'readdress', ...elsewhere },
        { type: 'readdress', ...elsewhere },
        { type: 'cancel', reason: '不用了' },
      ]);
    case 'inArbitration':
      return { type: 'arbitrate', ...elsewhere };
    case 'answered':
      return { type: 'close' };
    default:
      return null;
  }
}

/** What the schedule does with assists, whenever and however often it runs. */
export function takeAssistSteps(world: World): void {
  for (const { assist } of world.assists.values())
    if (assist.nextDueAtMs !== null && assist.nextDueAtMs <= world.nowMs)
      survives(world, () => actOnAssist(world, assist.id, { type: 'stepDue' }, { kind: 'system' }));
}

/** Decides about an assist and what its complaint is told, and commits both or neither. */
function actOnAssist(world: World, id: string, command: AssistCommand | AssistSystemCommand, actor: AssistActor, captured: Captured | null = null): void {
  const { complaintId } = assistIn(world, id).assist;
  // A complaint that has yet to arrive is waited for.
  if (!world.complaints.has(complaintId)) return;
  transact(world, complaintId, ({ complaint }) => changeOf(world, id, complaint, command, { actor, captured }));
}

interface Act {
  actor: AssistActor;
  captured: Captured | null;
}

function changeOf(world: World, id: string, complaint: Complaint, command: AssistCommand | AssistSystemCommand, { actor, captured }: Act): Change | null {
  const { assist, version } = assistIn(world, id);
  const facts = factsOf(world, assist, complaint);
  const entryActor = actor.kind === 'staff' ? { kind: 'staff' as const, staff: actor.staff as Staff } : { kind: 'system' as const };
  const atMs = captured ? assistAggregate.momentOf({ state: assist, actor: entryActor, entry: captured, previous: null }, facts, world.nowMs) : world.nowMs;
  const decision = decideAssist(assist, command, { actor, atMs, facts });
  if (!decision.ok) note(world, `assist refused ${decision.refusal.code}`);
  if (!decision.ok || decision.events.length === 0) return null;
  const after = evolveAssist(assist, decision.events);
  const beside = besideOf(world, {
    id,
    before: assist,
    after,
    version,
    events: decision.events,
    facts,
    actorUid: actor.kind === 'staff' ? actor.staff.uid : null,
  });
  const standing = assistStandingOf(after, world.nowMs);
  const noted = standing && decideNow(world, complaint, { type: 'noteAssist', assist: standing }, systemActor, world.nowMs);
  const events = noted?.ok ? noted.events : [];
  const entry = productEntry(world, `assist_${id}_${after.seq}`, 'noteAssist', events);
  return { after: evolveAll(complaint, events), events, created: events.length > 0 ? [entry] : [], beside };
}

interface Written {
  id: string;
  before: Assist;
  after: Assist;
  version: number;
  events: readonly AssistEvent[];
  facts: AssistFacts;
  actorUid: string | null;
}

function besideOf(world: World, { id, before, after, version, events, facts, actorUid }: Written): NonNullable<Change['beside']> {
  return {
    isStale: () => assistIn(world, id).version !== version,
    write: () => {
      const stored = assistIn(world, id);
      Object.assign(stored, { assist: after, version: version + 1 });
      for (const { type } of events) note(world, `assist ${type}`);
      watchAssist(world, stored, before, events, assistNoticesOf(before, after, events, actorUid, facts));
    },
  };
}

function factsOf({ staff }: World, assist: Assist, complaint: Complaint): AssistFacts {
  const requester = staff.get(assist.requesterUid) ?? null;
  return { pack: telecom, calendar, units: cityUnits, complaint, requester, headUid: cityUnits.get(assist.toUnitId ?? '')?.headUid ?? null, arbiterUids: [] };
}

function assistIn({ assists }: World, id: string) {
  const found = assists.get(id);
  if (!found) throw new Error(`there is no assist ${id}`);
  return found;
}

/** Whether somebody would ask for assistance with it: it is in hand, and young enough for an answer to come. */
export function mayNeedAssistance({ endMs, nowMs }: World, { state }: Complaint): boolean {
  return ['accepted', 'inProgress'].includes(state) && nowMs < endMs - 2 * dayMs;
}
