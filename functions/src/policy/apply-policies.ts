import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { ComplaintId, PackId } from '@shouwen/domain/kernel/brand';
import { isOlder } from '@shouwen/domain/policy/version';
import { decidingComplaint } from '../complaint/deciding-complaint.ts';
import type { Host } from '../host.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import { isTakenIn } from '../journal/take-in.ts';
import { save } from '../transaction/write.ts';
import { ChangedMeanwhile, type StoredDocument } from '../store.ts';
import { openOf } from './policy-effects.ts';

const pageSize = 100;
const atOnce = 8;
const mostChanges = 20;

/**
 * Puts open complaints under the versions for which an administrator asked that, page by page in the order of their ids. A run that is cut off is gone on with by the
 * next one; early, twice or beside itself it leaves each complaint with one entry `policy-{version}`. Those that are closed are never touched.
 *
 * @param untilMs begins nothing more then; what is left is for the next run.
 * @returns how many complaints were put under another version.
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
  while (host.nowMs() < untilMs) {
    const page = await host.store.query({ ...openOf(data['pack'] as PackId), afterId, limit: pageSize });
    const applied = await applyToPage(host, page, version, untilMs);
    count += applied.count;
    if (!applied.isWhole) break;
    const isDone = page.length < pageSize;
    afterId = page.at(-1)?.id ?? afterId;
    await host.store.transaction(async (transaction) => transaction.update(path, { afterId, ...(isDone ? { applying: 'done' } : {}) }));
    if (isDone) return { count, isDone: true };
  }
  return { count, isDone: false };
}

/** A page counts as done when each of its complaints is, or has failed so often that a person has to look at it. */
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

async function applyToOne(host: Host, { id, path }: StoredDocument, version: string): Promise<'applied' | 'nothingToDo' | 'failed'> {
  const result = { isApplied: false };
  try {
    await withDeadLetter(host, `${path} ${version}`, async () => void (result.isApplied = await applyPolicy(host, id, version)));
  } catch {
    // Counted and logged by withDeadLetter, which keeps to itself what has failed five times.
    return 'failed';
  }
  return result.isApplied ? 'applied' : 'nothingToDo';
}

async function applyPolicy(host: Host, complaintId: ComplaintId, version: string): Promise<boolean> {
  try {
    return await host.store.transaction(async (transaction) => {
      const stored = await transaction.get(`complaints/${complaintId}`);
      if (!stored) return false;
      const complaint = complaintFromStored(complaintId, stored.data);
      if (!isOlder(complaint.packVersion, version)) return false;
      const pack = await host.reference.pack(complaint.pack, version);
      if (pack.version !== version) throw new Error(`the policy ${version} cannot be read`);
      const payload = { version, fromVersion: complaint.packVersion };
      const ownEntry = () => ({ id: `policy-${version}`, type: 'applyPolicy', payload });
      const question = { state: complaint, command: { type: 'applyPolicy' as const, version }, actor: system };
      const decided = await decideOn({ host, reader: transaction }, decidingComplaint, question, { ownEntry });
      save(transaction, decided.writes);
      return decided.ok && decided.isChanged;
    });
  } catch (error) {
    // Its entry exists: another run was faster.
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}
