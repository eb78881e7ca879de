import type { Uid } from '../kernel/brand.ts';
import type { Decision } from '../kernel/decision.ts';
import { numberOf } from '../kernel/number.ts';
import type { Aggregate, AggregateContext } from '../journal/aggregate.ts';
import { type Closure, closureFromStored } from './closure.ts';
import { type ClosureCommand, closureCommandOf, type ClosureSystemCommand } from './command.ts';
import type { ClosureFacts } from './closure-context.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { decideClosure } from './decide.ts';
import type { ClosureEvent } from './event.ts';
import { evolveClosure } from './evolve.ts';
import { closureManifest } from './manifest.ts';
import { closureNoticesOf } from './notices.ts';

export interface ClosureAggregateFacts extends ClosureFacts {
  /** The public calendar, for whoever is reminded to pay on working days. */
  calendar: readonly CalendarYear[];
  /** False where a billing system of the operator's own keeps the books. */
  isLedgerOurs: boolean;
  /** Who heads the unit that opened it, or the next above who is still there (CLO-3, ORG-4). */
  headUid: Uid | null;
  /** Who could say the second word at the outlet, or above it where nobody else can. */
  confirmerUids: readonly Uid[];
}

type Context = AggregateContext<ClosureAggregateFacts>;

/** Money counts by the server's time, never by a phone's. */
export const closureAggregate: Aggregate<Closure, ClosureCommand | ClosureSystemCommand, ClosureEvent, ClosureAggregateFacts> = {
  manifest: closureManifest,
  fromStored: closureFromStored,
  commandOf: closureCommandOf,
  momentOf: (_entry, _facts, nowMs) => nowMs,
  decide: decideAndConfirm,
  evolve: evolveClosure,
  noticesOf: ({ after, events, facts }) => closureNoticesOf(after, events, facts.headUid, facts.confirmerUids),
  noticeContent: ({ id }) => ({ number: numberOf(id), category: null, amountFen: null, isCritical: false }),
};

/** Where our own ledger is the books, what is ordered is posted by the same decision (CLO-4). */
function decideAndConfirm(closure: Closure, command: ClosureCommand | ClosureSystemCommand, { actor, atMs, facts }: Context): Decision<ClosureEvent> {
  const decision = decideClosure(closure, command, { actor: actor.kind === 'staff' ? actor : { kind: 'system' }, nowMs: atMs, facts });
  const order = decision.ok ? decision.events.find((event) => event.type === 'transferOrdered') : undefined;
  if (!decision.ok || !order || !facts.isLedgerOurs) return decision;
  const ordered = evolveClosure(closure, decision.events);
  const context = { actor: { kind: 'system' as const }, nowMs: atMs, facts: { ...facts, ordered: order.postings } };
  const confirmation = decideClosure(ordered, { type: 'confirmPosting' }, context);
  return confirmation.ok ? { ok: true, events: [...decision.events, ...confirmation.events] } : decision;
}
