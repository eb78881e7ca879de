import type { EpochMs, Uid } from '@shouwen/domain/kernel/brand';
import { hourMs } from '@shouwen/domain/calendar/day';
import { standingAt } from '@shouwen/domain/organisation/presence';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { aggregates } from '../aggregates.ts';
import type { Host } from '../host.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { AnyAggregate } from '../journal/served-aggregate.ts';
import { staffFrom } from '../organisation/read-staff.ts';
import { ChangedMeanwhile, type StoredDocument } from '../store.ts';
import { save } from '../transaction/write.ts';

const pageSize = 200;

/**
 * Takes off a person's hands what they can no longer do (ORG-4), whatever it is: each aggregate says how. Looks at each document as it is now, so it may run any
 * number of times and does nothing for a person who is at work. One that cannot be decided does not keep the others. Where nothing was found, the person is not
 * looked at again until they change or something that they hold falls due.
 *
 * @returns how many steps were taken.
 * @throws the first failure, after all documents have had their turn.
 */
export async function releaseWork(host: Host, uid: Uid): Promise<number> {
  const person = await host.store.get(`staff/${uid}`);
  const failures: unknown[] = [];
  const dueAtMs: EpochMs[] = [];
  let count = 0;
  for (const aggregate of aggregates) {
    for await (const held of heldBy(host, aggregate, uid)) {
      try {
        count += await releaseAll(host, aggregate, held.id, uid);
        dueAtMs.push(...dueOf(aggregate, held, uid));
      } catch (error) {
        failures.push(error);
      }
    }
  }
  if (failures.length > 0) throw failures[0];
  if (count === 0 && person) await putDown(host, person, dueAtMs);
  return count;
}

async function* heldBy(host: Host, { manifest, release }: AnyAggregate, uid: Uid): AsyncGenerator<StoredDocument> {
  if (!release) return;
  const where = [
    [release.holderField, 'array-contains', uid],
    ['open', '==', true],
  ] as const;
  for (let afterId: string | null = ''; afterId !== null;) {
    const page: StoredDocument[] = await host.store.query({ collection: manifest.collection, where, afterId, limit: pageSize });
    yield* page;
    afterId = page.length === pageSize ? (page.at(-1)?.id ?? null) : null;
  }
}

function dueOf({ release, fromStored }: AnyAggregate, { id, data }: StoredDocument, uid: Uid): EpochMs[] {
  const state = release?.dueAtMs ? readableOrNull(fromStored, id, data) : null;
  return state === null ? [] : [release?.dueAtMs?.(state, uid) ?? []].flat();
}

/** Only of the person as they were when their work was looked at: whoever has changed since is looked at anew. */
async function putDown(host: Host, { path, data, version }: StoredDocument, dueAtMs: readonly EpochMs[]): Promise<void> {
  const person = staffFrom(data);
  if (!person) return;
  const standsUntilMs = standingAt(person, host.nowMs()) === 'offShift' ? soonest(host.nowMs(), [person.standsUntilMs, ...dueAtMs]) : person.standsUntilMs;
  if (!person.releaseDue && standsUntilMs === person.standsUntilMs) return;
  try {
    await host.store.transaction((transaction) => Promise.resolve(transaction.update(path, { releaseDue: false, standsUntilMs }, version)));
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
  }
}

/** What was due already and had to stay, because nobody was there to take it, is looked at again after an hour. */
function soonest(nowMs: EpochMs, moments: readonly (EpochMs | null)[]): EpochMs | null {
  const ahead = moments.flatMap((atMs) => (atMs === null ? [] : [atMs > nowMs ? atMs : nowMs + hourMs]));
  return ahead.length === 0 ? null : Math.min(...ahead);
}

async function releaseAll(host: Host, aggregate: AnyAggregate, id: string, uid: Uid): Promise<number> {
  let count = 0;
  while (count < (aggregate.release?.mostSteps ?? 0) && (await releaseOnce(host, aggregate, id, uid))) count += 1;
  return count;
}

function releaseOnce(host: Host, aggregate: AnyAggregate, id: string, uid: Uid): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(`${aggregate.manifest.collection}/${id}`);
    if (!stored) return false;
    const preparing = { host, reader: transaction };
    const state = aggregate.fromStored(id, stored.data);
    const step = await aggregate.release?.stepFor(preparing, state, uid);
    if (!step) return false;
    const decided = await decideOn(preparing, aggregate, { state, command: step.command, actor: system }, { ownEntry: step.ownEntry });
    save(transaction, decided.writes);
    return decided.ok && decided.isChanged;
  });
}
