import { type Assist, assistVersion } from './assist.ts';
import type { Addressing, AssistEvent } from './event.ts';
import { assistStepsAhead } from './steps-ahead.ts';

/** Of reminders to outsiders, and of facts, the oldest give way beyond this many, so that an assist cannot outgrow its document. */
const chasesKept = 20;
const overduesKept = 20;
const returnsKept = 10;

/** Applies the events of one journal entry. An entry that changed nothing leaves even `seq` alone. */
export function evolveAssist(assist: Assist, events: readonly AssistEvent[]): Assist {
  if (events.length === 0) return assist;
  const evolved = events.reduce(evolve, assist);
  return {
    ...evolved,
    isAwaited: evolved.state === 'asked' || evolved.state === 'accepted',
    schemaVersion: Math.max(assist.schemaVersion, assistVersion),
    seq: assist.seq + 1,
    updatedAtMs: Math.max(assist.updatedAtMs, ...events.map(({ atMs }) => atMs)),
    nextDueAtMs: assistStepsAhead(evolved)[0]?.atMs ?? null,
  };
}

/** What an assist is after one event. Pure and total. */
function evolve(assist: Assist, event: AssistEvent): Assist {
  switch (event.type) {
    case 'turnedAway':
      return { ...assist, state: 'refused', open: false, refusalCode: event.code };
    case 'asked':
      return withPeople(addressed({ ...assist, packVersion: event.packVersion, askerUids: event.askerUids, facts: event.facts }, event.addressing, event.atMs));
    case 'accepted':
      return withPeople({ ...assist, state: 'accepted', assistantUid: event.by.uid, assistantName: event.by.name, acceptedAtMs: event.atMs });
    case 'returned':
      return withPeople({
        ...assist,
        state: event.goesToArbitration ? 'inArbitration' : 'returned',
        returns: [...assist.returns, event.returned].slice(-returnsKept),
        ...nobodyYet,
      });
    case 'letGo':
    case 'readdressed':
      return withPeople(addressed(assist, event.addressing, event.atMs));
    case 'arbitrated':
      return withPeople({
        ...addressed(assist, event.addressing, event.atMs),
        arbitration: { unitId: event.addressing.toUnitId ?? '', reason: event.reason, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs },
      });
    case 'chased':
      return { ...assist, chases: [...assist.chases, { text: event.text, byUid: event.by.uid, byName: event.by.name, atMs: event.atMs }].slice(-chasesKept) };
    case 'answered':
      return { ...assist, state: 'answered', answer: event.answer, plan: [...assist.plan, event.closesBy] };
    case 'closed':
      return { ...assist, state: 'closed', open: false, closedAtMs: event.atMs };
    case 'cancelled':
      return { ...assist, state: 'cancelled', open: false, closedAtMs: event.atMs, cancelled: cancellationOf(event) };
    case 'overdueNoted':
      return { ...assist, overdues: [...assist.overdues, event.overdue].slice(-overduesKept) };
    case 'overdueTakenBack':
      return { ...assist, overdues: assist.overdues.filter(({ clock, dueAtMs }) => clock !== event.overdue.clock || dueAtMs !== event.overdue.dueAtMs) };
  }
}

const nobodyYet = { assistantUid: null, assistantName: null, acceptedAtMs: null } as const;

function addressed(assist: Assist, { toUnitId, path, audience, acceptDueAtMs, dueAtMs, plan, isGreen }: Addressing, atMs: number): Assist {
  return { ...assist, ...nobodyYet, state: 'asked', toUnitId, assistingPath: path, audience, addressedAtMs: atMs, acceptDueAtMs, dueAtMs, plan, isGreen };
}

function cancellationOf({ atMs, reason, by }: Extract<AssistEvent, { type: 'cancelled' }>): Assist['cancelled'] {
  return { reason, byUid: by?.uid ?? null, byName: by?.name ?? null, atMs };
}

/** Who sees it by name: those who ask, and whoever has accepted it. */
function withPeople(assist: Assist): Assist {
  const people = [...assist.askerUids, ...(assist.assistantUid === null ? [] : [assist.assistantUid])];
  return { ...assist, people: [...new Set(people)] };
}
