import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import type { Host } from '../host.ts';
import { decideOn, system } from './decide-on.ts';
import type { ServedAggregate } from './served-aggregate.ts';
import { save } from '../transaction/write.ts';

/** Takes one of the product's own steps on an aggregate as it is now. @returns whether it changed anything. */
export async function takeStep<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  id: string,
  command: Command,
): Promise<boolean> {
  const after = await host.store.transaction(async (transaction) => {
    const stored = await transaction.get(`${aggregate.manifest.collection}/${id}`);
    if (!stored) return null;
    const decided = await decideOn({ host, reader: transaction }, aggregate, { state: aggregate.fromStored(id, stored.data), command, actor: system });
    save(transaction, decided.writes);
    return decided.ok && decided.isChanged ? decided.after : null;
  });
  if (after) await aggregate.afterCommit?.(host, after);
  return after !== null;
}
