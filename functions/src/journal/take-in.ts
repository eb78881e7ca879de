import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import type { Host } from '../host.ts';
import { ChangedMeanwhile, type StoredDocument, type Version } from '../store.ts';
import { decideOn, system } from './decide-on.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { ServedAggregate } from './served-aggregate.ts';
import { save, type Write } from '../transaction/write.ts';

/**
 * Takes in a new document in one transaction. One that has been taken in already is left alone, so it may be called any number of times.
 *
 * @param known the document as its creation event brought it: saves reading it again, and a precondition notices if it has changed since.
 * @returns whether there was something to do.
 * @throws UnreadableDocument when it is not what it should be at all; the caller counts tries and puts it aside.
 */
export async function takeIn<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  id: string,
  known?: StoredDocument,
): Promise<boolean> {
  const asked = await aggregate.askBefore?.(host, id);
  try {
    return await host.store.transaction(async (transaction) => {
      const stored = known ?? (await transaction.get(`${aggregate.manifest.collection}/${id}`));
      if (!stored || isTakenIn(stored)) return false;
      const writes = await writesOfIntake({ host, reader: transaction }, aggregate, { stored, unchangedSince: known?.version, asked });
      save(transaction, writes);
      return writes.length > 0;
    });
  } catch (error) {
    if (!known || !(error instanceof ChangedMeanwhile)) throw error;
    return takeIn(host, aggregate, id);
  }
}

/** A document with a `seq` has been taken in; whoever creates one cannot write it. */
export function isTakenIn(stored: StoredDocument): boolean {
  return typeof stored.data['seq'] === 'number';
}

interface Intaken<Facts> {
  stored: StoredDocument;
  unchangedSince: Version;
  /** What the world outside has said, where it was asked. */
  asked: Partial<Facts> | undefined;
}

async function writesOfIntake<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  preparing: Preparing,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  { stored, unchangedSince, asked }: Intaken<Facts>,
): Promise<Write[]> {
  const { intake } = aggregate;
  if ('prepare' in intake) return intake.prepare(preparing, stored, unchangedSince);
  const question = { state: aggregate.fromStored(stored.id, stored.data), command: intake.command, actor: system, ...(asked && { known: asked }) };
  return (await decideOn(preparing, aggregate, question, { unchangedSince })).writes;
}
