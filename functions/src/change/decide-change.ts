import { changeFromStored, type RecordedChange } from '@shouwen/domain/change/change';
import { type ConfirmationFacts, puppetMs } from '@shouwen/domain/change/second-person';
import { calendarAfter, changeAfterVerdict, isSaidAlready, packAfter, type SpokenVerdict, personAfter, voided } from '@shouwen/domain/change/verdict';
import { refused, type Refusal } from '@shouwen/domain/kernel/decision';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { nextVersion } from '@shouwen/domain/policy/version';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { yearOf } from '../policy/policy-effects.ts';
import { calendarWrites } from '../policy/calendar-writes.ts';
import { readBasis, readCalendarYear } from '../policy/policy-in-force.ts';
import { versionWrites } from '../policy/version-writes.ts';
import type { Reader } from '../store.ts';
import { save, type Write } from '../transaction/write.ts';
import { appliedNotices, refusedNotices, verdictWrite } from './change-writes.ts';
import { type ForeseenChange, foreseeStored } from './foresee-change.ts';
import { isOverseen } from './is-overseen.ts';

export interface Verdict extends Pick<SpokenVerdict, 'verdict' | 'reason'> {
  id: string;
  signedInAtMs: EpochMs;
}

/** `staff` is the person whose job has changed by it, for what follows outside the database. */
export type DecidedChange = { ok: true; state: RecordedChange['state']; staff: Staff | null } | { ok: false; refusal: Refusal };

/** What comes of a confirmation: the change as it is noted, what else is written, and the person whom it is about. */
interface Applied {
  change: RecordedChange;
  writes: Write[];
  staff: Staff | null;
}

/**
 * A second person says yes or no to what waits for one (ADM-2), or whoever proposed it takes it back. Everything that it rests on is read in the deciding
 * transaction; of two who decide at once one wins, and the other reads who it was. What it does to the work in hand is noted with it (ADM-3).
 *
 * @param readCaller the caller as their staff document says inside the transaction; throws when they are not active.
 */
export async function decideChange(
  host: Host,
  readCaller: (reader: Reader) => Promise<Staff>,
  { id, verdict, reason, signedInAtMs }: Verdict,
): Promise<DecidedChange> {
  const foreseen = verdict === 'confirm' ? await foreseeStored(host, id) : null;
  return host.store.transaction(async (transaction): Promise<DecidedChange> => {
    const [by, stored] = await Promise.all([readCaller(transaction), transaction.get(`changes/${id}`)]);
    if (!stored) return refused('changeNotYours');
    const change = changeFromStored(id, stored.data);
    const said: SpokenVerdict = { verdict, reason, by, atMs: host.nowMs() };
    if (isSaidAlready(change, said)) return { ok: true, state: change.state, staff: null };
    const decided = changeAfterVerdict(change, said, await readFacts(host, transaction, change, by, signedInAtMs));
    if (!decided.ok) return decided;
    if (verdict !== 'confirm') return end(host, transaction, decided.change, by);
    const applied = await carryOut(host, transaction, decided.change);
    if (!applied) {
      await end(host, transaction, voided(decided.change), by);
      return refused('changedMeanwhile');
    }
    const notices = await appliedNotices(host, transaction, applied.change, by.uid);
    save(transaction, [verdictWrite(applied.change, notedOf(applied.change, foreseen)), ...applied.writes, ...notices]);
    return { ok: true, state: 'applied', staff: applied.staff };
  });
}

async function readFacts(host: Host, reader: Reader, change: RecordedChange, by: Staff, signedInAtMs: EpochMs): Promise<ConfirmationFacts> {
  const nowMs = host.nowMs();
  const [proposer, madeByProposerAtMs, overseen] = await Promise.all([
    readStaff(reader, change.byUid),
    readMade(reader, change, by, nowMs),
    change.needs === 'moneyAtOpening' ? isOverseen(reader, change.pack) : true,
  ]);
  return { by, proposer, madeByProposerAtMs, isOverseen: overseen, signedInAtMs, nowMs };
}

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

/** What was refused or taken back, or came to nothing: whoever proposed it is told, unless it was they. */
async function end(host: Host, transaction: Parameters<typeof save>[0], change: RecordedChange, by: Staff): Promise<DecidedChange> {
  save(transaction, [verdictWrite(change), ...refusedNotices(host, change, by.uid)]);
  return { ok: true, state: change.state, staff: null };
}

/** What is known of a change only once it is in force. */
function notedOf(change: RecordedChange, foreseen: ForeseenChange | null): Record<string, unknown> {
  const effects = foreseen?.effects ?? null;
  if (change.kind === 'policy') return { version: change.version, effects };
  return change.kind === 'job' ? { effects } : {};
}

/** Null where what it is about has changed meanwhile. */
async function carryOut(host: Host, reader: Reader, change: RecordedChange): Promise<Applied | null> {
  if (change.kind === 'job') {
    const [staff, units] = await Promise.all([readStaff(reader, change.targetUid), host.reference.units()]);
    const changed = personAfter(change, staff, units.get(change.after.unitId));
    return changed && { change, writes: [{ do: 'set', path: `staff/${changed.uid}`, content: { ...changed } }], staff: changed };
  }
  if (change.kind === 'calendar') {
    const year = calendarAfter(change, await readCalendarYear(reader, change.after.year));
    return year && { change, writes: calendarWrites(host, change), staff: null };
  }
  if (change.kind !== 'policy') return null;
  const pack = packAfter(change, await readBasis(reader, change.pack, change.basedOn), nextVersion(change.basedOn, yearOf(host)));
  if (!pack) return null;
  const inForce = { ...change, version: pack.version };
  return { change: inForce, writes: versionWrites(host, pack, inForce), staff: null };
}
