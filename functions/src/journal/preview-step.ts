import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { numberOf } from '@shouwen/domain/kernel/number';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store.ts';
import { system } from './decide-on.ts';
import { type DueItem, plainItem } from './due-item.ts';
import type { DueStep, ServedAggregate } from './served-aggregate.ts';

/** More than can be due of one document before it repeats itself. */
const mostRuns = 40;

/**
 * What the schedule would do with each document up to a moment if nobody did anything, in the order of time: the same facts and the same decisions, run after run, each of what
 * the one before has left, and nothing is written. What cannot be decided is what the schedule puts aside for a person to look at; the others are shown all the same.
 */
export async function previewStep<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  due: readonly StoredDocument[],
  step: DueStep<State, Command, Event, Facts>,
  untilMs: EpochMs,
): Promise<DueItem[]> {
  const items = await Promise.all(
    due.map(async (document) => {
      const nothing = nothingOf(aggregate, document);
      try {
        return await playForward(host, aggregate, { state: aggregate.fromStored(document.id, document.data), nothing }, step, untilMs);
      } catch {
        return [{ ...nothing, skip: 'failing' }];
      }
    }),
  );
  return items.flat().toSorted((one, other) => one.dueAtMs - other.dueAtMs);
}

function nothingOf<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  { manifest }: ServedAggregate<State, Command, Event, Facts>,
  { id, data }: StoredDocument,
): DueItem {
  const dueAtMs = (data['nextDueAt'] as { toMillis(): number }).toMillis();
  return { ...plainItem, kind: manifest.name, id, number: numberOf(id), dueAtMs, would: null, skip: null };
}

/** Until nothing more is due by then, or the same would come again and again: a reminder of each day is told once. */
async function playForward<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  { state: first, nothing }: { state: State; nothing: DueItem },
  { command, describe }: DueStep<State, Command, Event, Facts>,
  untilMs: EpochMs,
): Promise<DueItem[]> {
  const items: DueItem[] = [];
  let state = first;
  let dueAtMs: EpochMs | null = nothing.dueAtMs;
  while (dueAtMs !== null && dueAtMs <= untilMs && items.length < mostRuns) {
    const atMs = Math.max(dueAtMs, Math.min(host.nowMs(), untilMs));
    const facts = await aggregate.gather({ host, reader: host.store }, { state, command, actor: system });
    const decision = aggregate.decide(state, command, { actor: system, atMs, receivedAtMs: atMs, facts });
    const events = decision.ok ? decision.events : [];
    const item = { ...nothing, number: aggregate.noticeContent(state, facts).number, dueAtMs, ...describe(state, events, facts) };
    const before = items.at(-1);
    if (before && before.would === item.would && before.skip === item.skip) break;
    if (events.length > 0 || items.length === 0) items.push(item);
    if (events.length === 0) break;
    state = aggregate.evolve(state, events);
    dueAtMs = state.nextDueAtMs ?? null;
  }
  return items;
}
