import type { PackId } from '@shouwen/domain/kernel/brand';
import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import { isOlder } from '@shouwen/domain/policy/version';
import { decidingComplaint } from '../complaint/deciding-complaint.ts';
import type { Host } from '../host.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { Deciding } from '../journal/served-aggregate.ts';
import { isTakenIn } from '../journal/take-in.ts';
import { decidingRefund } from '../refund/deciding-refund.ts';
import { save } from '../transaction/write.ts';
import { ChangedMeanwhile, type StoredDocument } from '../store.ts';
import { openOf } from './policy-effects.ts';

const pageSize = 100;
const atOnce = 8;
const mostChanges = 20;

/** What keeps the version that it was opened or asked for under, in the order in which a newer one reaches it. */
const collections = ['complaints', 'refunds'] as const;
type Versioned = (typeof collections)[number];

/**
 * Puts open complaints and refunds under the versions for which an administrator asked that, page by page in the order of their ids. A run that is cut off is gone on
 * with by the next one; early, twice or beside itself it leaves each with one entry `policy-{version}`. Those that are closed, and refunds that have been decided, are
 * never touched.
 *
 * @param untilMs begins nothing more then; what is left is for the next run.
 * @returns how many were put under another version.
 */
export async function applyPolicies(host: Host, untilMs = Number.MAX_SAFE_INTEGER): Promise<number> {
  const running = await host.store.query({ collection: 'policyChanges', where: [['applying', '==', 'running']], limit: mostChanges });
  const unfinished = new Set<unknown>();
  let count = 0;
  // An operator's versions one after the other, so that nothing goes back to an older one.
  for (const change of running.sort((one, other) => (isOlder(one.id, other.id) ? -1 : 1))) {
    if (unfinished.has(change.data['pack'])) continue;
    const result = await applyChange(host, change, untilMs);
    count += result.count;
    if (!result.isDone) unfinished.add(change.data['pack']);
  }
  return count;
}

async function applyChange(host: Host, { id: version, path, data }: StoredDocument, untilMs: number): Promise<{ count: number; isDone: boolean }> {
  let count = 0;
  let afterId = String(data['afterId']);
  // A change from before refunds kept their version says nothing here: its complaints come first as well.
  let at = Math.max(0, collections.indexOf(data['reached'] as Versioned));
  while (host.nowMs() < untilMs) {
    const collection = collections[at];
    if (collection === undefined) return { count, isDone: true };
    const page = await host.store.query({ ...openOf(data['pack'] as PackId, collection), afterId, limit: pageSize });
    const applied = await applyToPage(host, page, version, untilMs);
    count += applied.count;
    if (!applied.isWhole) break;
    const isLastPage = page.length < pageSize;
    at += Number(isLastPage);
    afterId = isLastPage ? '' : (page.at(-1)?.id ?? afterId);
    const progress = { afterId, reached: collections[at] ?? collection, ...(at === collections.length ? { applying: 'done' } : {}) };
    await host.store.transaction(async (transaction) => transaction.update(path, progress));
  }
  return { count, isDone: at === collections.length };
}

/** A page counts as done when each of its documents is, or has failed so often that a person has to look at it. */
async function applyToPage(host: Host, page: readonly StoredDocument[], version: string, untilMs: number): Promise<{ count: number; isWhole: boolean }> {
  const waiting = page.filter((document) => isTakenIn(document) && isOlder(String(document.data['packVersion']), version));
  const result = { count: 0, isWhole: true };
  const worker = async (): Promise<void> => {
    for (let document = waiting.shift(); document; document = waiting.shift()) {
      const outcome = host.nowMs() < untilMs ? await applyToOne(host, document, version) : 'failed';
      if (outcome === 'applied') result.count += 1;
      if (outcome === 'failed') result.isWhole = false;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return result;
}

async function applyToOne(host: Host, { path }: StoredDocument, version: string): Promise<'applied' | 'nothingToDo' | 'failed'> {
  const result = { isApplied: false };
  try {
    await withDeadLetter(host, `${path} ${version}`, async () => void (result.isApplied = await applyPolicy(host, path, version)));
  } catch {
    // Counted and logged by withDeadLetter, which keeps to itself what has failed five times.
    return 'failed';
  }
  return result.isApplied ? 'applied' : 'nothingToDo';
}

async function applyPolicy(host: Host, path: string, version: string): Promise<boolean> {
  try {
    return await (path.startsWith('refunds/') ? applyTo(host, decidingRefund, path, version) : applyTo(host, decidingComplaint, path, version));
  } catch (error) {
    // Its entry exists: another run was faster.
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}

type Anew = { type: 'applyPolicy'; version: string };

function applyTo<State extends AggregateState & { packVersion: string }, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: Deciding<State, Command | Anew, Event, Facts>,
  path: string,
  version: string,
): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(path);
    if (!stored) return false;
    const state = aggregate.fromStored(stored.id, stored.data);
    if (!isOlder(state.packVersion, version)) return false;
    if ((await host.reference.pack(state.pack, version)).version !== version) throw new Error(`the policy ${version} cannot be read`);
    const ownEntry = () => ({ id: `policy-${version}`, type: 'applyPolicy', payload: { version, fromVersion: state.packVersion } });
    const command: Anew = { type: 'applyPolicy', version };
    const decided = await decideOn({ host, reader: transaction }, aggregate, { state, command, actor: system }, { ownEntry });
    save(transaction, decided.writes);
    return decided.ok && decided.isChanged;
  });
}
