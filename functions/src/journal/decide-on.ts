import type { EntryActor } from '@shouwen/domain/journal/actor';
import type { AggregateChange, AggregateCommand, AggregateState, EntryMoments } from '@shouwen/domain/journal/aggregate';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Version } from '../store.ts';
import { changedFields } from './changed-fields.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Deciding, OwnEntry, AskedCommand } from './served-aggregate.ts';
import { systemEntry } from './system-entry.ts';
import type { Write } from '../transaction/write.ts';

/** What a decision comes to, and all that has to be written for it; a refusal may bring writes as well. */
export type Decided<State, Event> =
  { ok: true; after: State; events: readonly Event[]; isChanged: boolean; writes: Write[] } | { ok: false; refusal: Refusal; writes: Write[] };

interface Options<State> {
  /** The entry that is decided, for the moment that counts; without it the server's moment does. */
  entry?: EntryMoments;
  /** The entry before it of the same phone. */
  previous?: EntryMoments | null;
  /** The entry that a step of the product leaves, where it is not the aggregate's usual one. */
  ownEntry?: ((after: State) => OwnEntry) | undefined;
  /** Version of the document as decided upon, where the transaction did not read it. */
  unchangedSince?: Version;
}

export const system: EntryActor = { kind: 'system' };

/**
 * Decides a command on an aggregate as it is for this reader: gathers the facts, asks the rules, and works out everything that has to be written — state, notices,
 * entry, and what follows elsewhere. Nothing is written here, so decisions that span aggregates are complete before anything is saved (ADR 5).
 */
export async function decideOn<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  preparing: Preparing,
  aggregate: Deciding<State, Command, Event, Facts>,
  question: AskedCommand<State, Command, Facts>,
  { entry, previous = null, ownEntry, unchangedSince }: Options<State> = {},
): Promise<Decided<State, Event>> {
  const { state, command, actor } = question;
  const nowMs = preparing.host.nowMs();
  const facts = await aggregate.gather(preparing, question);
  const atMs = entry ? aggregate.momentOf({ state, actor, entry, previous }, facts, nowMs) : nowMs;
  const decision = aggregate.decide(state, command, { actor, atMs, receivedAtMs: entry?.receivedAtMs ?? nowMs, facts });
  if (!decision.ok) {
    const instead = aggregate.instead?.(state, facts, decision.refusal) ?? null;
    const followed = instead && (await decideOn(preparing, aggregate, { state, command: instead, actor: system }));
    return { ...decision, writes: followed?.writes ?? [] };
  }
  const after = aggregate.evolve(state, decision.events);
  if (after === state) return { ok: true, after, events: [], isChanged: false, writes: [] };
  const change = { before: state, after, events: decision.events, actorUid: actor.kind === 'staff' ? actor.staff.uid : null, facts };
  const own = ownEntry?.(after) ?? (actor.kind === 'system' ? aggregate.ownEntry?.(command, change) : undefined);
  const writes = await writesOf(preparing, aggregate, change, own ? [own] : [], unchangedSince);
  return { ok: true, after, events: decision.events, isChanged: true, writes };
}

/** Everything that has to be written for a change that has been decided. */
export async function writesOf<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  preparing: Preparing,
  aggregate: Deciding<State, Command, Event, Facts>,
  change: AggregateChange<State, Event, Facts>,
  ownEntries: readonly OwnEntry[],
  unchangedSince?: Version,
): Promise<Write[]> {
  const { host } = preparing;
  const { before, after } = change;
  const facts = (await aggregate.factsForNotices?.(preparing, change)) ?? change.facts;
  const elsewhere = await aggregate.consequences(preparing, change);
  const path = `${aggregate.manifest.collection}/${after.id}`;
  return [
    { do: 'update', path, content: changedFields(host, before, after), unchangedSince },
    ...ownEntries.map(({ id, type, payload }): Write => ({
      do: 'create',
      path: `${path}/journal/${id}`,
      content: systemEntry(host, type, payload, after.seq),
    })),
    ...elsewhere,
    ...noticesOf(host, aggregate, { ...change, facts }),
  ];
}

function noticesOf<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: Deciding<State, Command, Event, Facts>,
  change: AggregateChange<State, Event, Facts>,
): Write[] {
  const { after, facts } = change;
  const subject = { collection: aggregate.manifest.collection, id: after.id };
  return aggregate.noticesOf(change).map(({ uid, kind }) => ({
    do: 'set',
    path: `inbox/${uid}/items/${after.id}_${after.seq}_${kind}`,
    content: inboxItem(host, { kind, subject, ...aggregate.noticeContent(after, facts) }),
  }));
}
