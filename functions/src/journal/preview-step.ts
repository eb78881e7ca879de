import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import { numberOf } from '@shouwen/domain/kernel/number';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store.ts';
import { system } from './decide-on.ts';
import { type DueItem, plainItem } from './due-item.ts';
import type { DueStep, ServedAggregate } from './served-aggregate.ts';

/**
 * What a step of the schedule would do with each document at a moment: the same facts and the same decision, with that clock, and nothing is written. What cannot
 * be decided is what the schedule puts aside for a person to look at; the others are shown all the same.
 */
export function previewStep<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  due: readonly StoredDocument[],
  { command, describe }: DueStep<State, Command, Event, Facts>,
  atMs: number,
): Promise<DueItem[]> {
  return Promise.all(
    due.map(async ({ id, data }) => {
      const dueAtMs = (data['nextDueAt'] as { toMillis(): number }).toMillis();
      const nothing = { ...plainItem, kind: aggregate.manifest.name, id, number: numberOf(id), dueAtMs, would: null, skip: null };
      try {
        const state = aggregate.fromStored(id, data);
        const facts = await aggregate.gather({ host, reader: host.store }, { state, command, actor: system });
        const decision = aggregate.decide(state, command, { actor: system, atMs, receivedAtMs: atMs, facts });
        const { number } = aggregate.noticeContent(state, facts);
        return { ...nothing, number, ...describe(state, decision.ok ? decision.events : [], facts) };
      } catch {
        return { ...nothing, skip: 'failing' };
      }
    }),
  );
}
