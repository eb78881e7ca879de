import { type RecordedChange, changeFromStored, type FigureChange, type JobChange } from '@shouwen/domain/change/change';
import { puppetMs, refusalToConfirm } from '@shouwen/domain/change/second-person';
import { refused, type Refusal } from '@shouwen/domain/kernel/decision';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { changePolicy } from '@shouwen/domain/policy/change-policy';
import { nextVersion } from '@shouwen/domain/policy/version';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { yearOf } from '../policy/policy-effects.ts';
import { readBasis } from '../policy/policy-in-force.ts';
import { versionWrites } from '../policy/version-writes.ts';
import type { Reader } from '../store.ts';
import { save, type Write } from '../transaction/write.ts';
import { appliedNotices, jobWrites, refusedNotices, verdictWrite } from './change-writes.ts';

export interface Verdict {
  id: string;
  verdict: 'confirm' | 'refuse' | 'withdraw';
  reason: string;
  signedInAtMs: EpochMs;
}

/** `staff` is the person whose job has changed by it, for what follows outside the database. */
export type DecidedChange = { ok: true; state: RecordedChange['state']; staff: Staff | null } | { ok: false; refusal: Refusal };

/** What comes of a confirmation: writes and the person, or nothing where what it is about has changed meanwhile. */
interface Applied {
  writes: Write[];
  staff: Staff | null;
  version: string | null;
}

/**
 * A second person says yes or no to what waits for one (ADM-2), or whoever proposed it takes it back. Everything that it rests on is read in the deciding
 * transaction; of two who decide at once one wins, and the other reads who it was.
 *
 * @param readCaller the caller as their staff document says inside the transaction; throws when they are not active.
 */
export function decideChange(
  host: Host,
  readCaller: (reader: Reader) => Promise<Staff>,
  { id, verdict, reason, signedInAtMs }: Verdict,
): Promise<DecidedChange> {
  const nowMs = host.nowMs();
  return host.store.transaction(async (transaction): Promise<DecidedChange> => {
    const [by, stored] = await Promise.all([readCaller(transaction), transaction.get(`changes/${id}`)]);
    if (!stored) return refused('changeNotYours');
    const change = changeFromStored(id, stored.data);
    const said = { byUid: by.uid, byName: by.name, atMs: nowMs, reason };
    if (change.verdict?.byUid === by.uid && change.state === stateAfter[verdict]) return { ok: true, state: change.state, staff: null };
    if (verdict === 'withdraw') {
      if (by.uid !== change.byUid) return refused('changeNotYours');
      if (change.state !== 'awaitingConfirmation') return refused('changeDecided', change.verdict?.byName);
      save(transaction, [verdictWrite({ ...change, state: 'withdrawn', verdict: said })]);
      return { ok: true, state: 'withdrawn', staff: null };
    }
    const [proposer, madeByProposerAtMs] = await Promise.all([readStaff(transaction, change.byUid), readMade(transaction, change, by, nowMs)]);
    const refusal = refusalToConfirm(change, { by, proposer, madeByProposerAtMs, signedInAtMs, nowMs });
    if (refusal) return { ok: false, refusal };
    const applied = verdict === 'confirm' ? await applyChange(host, transaction, { ...change, verdict: said }) : null;
    if (!applied) {
      const isVoid = verdict === 'confirm';
      const ended: RecordedChange = { ...change, state: 'refused', verdict: isVoid ? { ...said, reason: 'changedMeanwhile' } : said };
      save(transaction, [verdictWrite(ended), ...refusedNotices(host, ended, by.uid)]);
      return isVoid ? refused('changedMeanwhile') : { ok: true, state: 'refused', staff: null };
    }
    const ended: RecordedChange = { ...change, ...(change.kind === 'policy' ? { version: applied.version } : {}), state: 'applied', verdict: said };
    const more = change.kind === 'policy' ? { version: applied.version } : {};
    const notices = await appliedNotices(host, transaction, ended, by.uid);
    save(transaction, [verdictWrite(ended, more), ...applied.writes, ...notices]);
    return { ok: true, state: 'applied', staff: applied.staff };
  });
}

const stateAfter = { confirm: 'applied', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** When the proposer last changed the job of whoever confirms now; null where not lately. */
async function readMade(reader: Reader, change: RecordedChange, by: Staff, nowMs: EpochMs): Promise<EpochMs | null> {
  const made = await reader.query({
    collection: 'changes',
    where: [
      ['byUid', '==', change.byUid],
      ['targetUid', '==', by.uid],
      ['kind', '==', 'job'],
      ['proposedAtMs', '>=', nowMs - puppetMs],
    ],
    limit: 1,
  });
  return made[0] ? Number(made[0].data['proposedAtMs']) : null;
}

function applyChange(host: Host, reader: Reader, change: RecordedChange): Promise<Applied | null> {
  if (change.kind === 'job') return applyJob(host, reader, change);
  if (change.kind === 'policy') return applyFigures(host, reader, change);
  return Promise.resolve(null);
}

async function applyJob(host: Host, reader: Reader, change: JobChange): Promise<Applied | null> {
  const [staff, units] = await Promise.all([readStaff(reader, change.targetUid), host.reference.units()]);
  const unit = units.get(change.after.unitId);
  const { active, role, unitId } = change.before;
  if (!staff || !unit || staff.active !== active || staff.role !== role || staff.unitId !== unitId) return null;
  return { ...jobWrites(host, staff, unit, change), version: null };
}

async function applyFigures(host: Host, reader: Reader, change: FigureChange): Promise<Applied | null> {
  const basis = await readBasis(reader, change.pack, change.basedOn);
  const wanted = change.differences.map(({ key, after }) => ({ key, value: after }));
  const changed = basis && changePolicy(basis, wanted, nextVersion(change.basedOn, yearOf(host)));
  if (!changed?.ok) return null;
  return { writes: versionWrites(host, changed.pack, change), staff: null, version: changed.pack.version };
}
