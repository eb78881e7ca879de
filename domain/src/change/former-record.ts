import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields } from '../kernel/state-document.ts';
import { roles, type Staff } from '../organisation/staff.ts';
import { changeVersion, type Job, type RecordedChange } from './change.ts';

const { moment, uid, unitId } = brands;

const formerSchema = fields({
  byUid: uid,
  atMs: moment,
  active: z.boolean().optional(),
  role: z.enum(roles).optional(),
  unitId: unitId.optional(),
  onDuty: z.boolean().optional(),
  deputy: fields({ uid, fromMs: moment, untilMs: moment }).nullable().optional(),
});
type FormerRecord = z.infer<typeof formerSchema> & { id: string };

/** A record as it lay beside the person, `staff/{uid}/changes/{id}`, before there was one of all acts; null of what is none. */
export function formerRecordOf(id: string, stored: Record<string, unknown>): FormerRecord | null {
  const parsed = formerSchema.safeParse({ ...stored, atMs: millisOf(stored['at']) });
  return parsed.success ? { ...parsed.data, id } : null;
}

function millisOf(at: unknown): unknown {
  return typeof at === 'object' && at !== null && 'toMillis' in at && typeof at.toMillis === 'function' ? at.toMillis() : null;
}

interface About {
  target: Pick<Staff, 'uid' | 'name' | 'pack' | 'active' | 'role' | 'unitId'>;
  unitIds: RecordedChange['unitIds'];
  nameOf: (uid: string) => string;
}

/**
 * Former records of one person as changes, in the order in which they were written. What each names is what was so afterwards; what was so before, the one before it
 * says, and of the first of all nobody can tell. Jobs that a record does not name were then as they were until somebody changed them.
 */
export function changesOfFormer(records: readonly FormerRecord[], about: About): RecordedChange[] {
  const sorted = [...records].sort((one, other) => one.atMs - other.atMs);
  const jobs = jobsAfter(sorted.filter(isOfJob), about.target);
  return sorted.flatMap((record) => {
    const common = commonOf(record, about);
    const job = jobs.get(record.id);
    if (job) return { ...common, kind: 'job' as const, before: job.before, after: job.after, effects: null };
    if (record.onDuty !== undefined) return { ...common, kind: 'duty' as const, onDuty: record.onDuty, nextDutyAtMs: null, away: null };
    if (record.deputy !== undefined) {
      const deputy = record.deputy && { ...record.deputy, name: about.nameOf(record.deputy.uid) };
      return { ...common, kind: 'deputy' as const, deputy };
    }
    return [];
  });
}

function isOfJob({ active, role, unitId: unit }: FormerRecord): boolean {
  return active !== undefined || role !== undefined || unit !== undefined;
}

/** From the person as they are now backwards: what a record named came about by it, all else was there already. */
function jobsAfter(sorted: readonly FormerRecord[], target: Job): Map<string, { before: Job | null; after: Job }> {
  const jobs = new Map<string, { before: Job | null; after: Job }>();
  const standing: Job = { active: target.active, role: target.role, unitId: target.unitId };
  for (const [index, record] of [...sorted.entries()].reverse()) {
    Object.assign(standing, namedBy(record));
    const after = { ...standing };
    const before = beforeOf(record, sorted.slice(0, index));
    jobs.set(record.id, { before: before && { ...after, ...before }, after });
    Object.assign(standing, before);
  }
  return jobs;
}

/** What stood, before a record, in what it names; null where none of the earlier ones says so. */
function beforeOf(record: FormerRecord, earlier: readonly FormerRecord[]): Partial<Job> | null {
  const names = Object.keys(namedBy(record)) as (keyof Job)[];
  const entries = names.map((name) => [name, earlier.findLast((one) => one[name] !== undefined)?.[name]] as const);
  return entries.every(([, value]) => value !== undefined) ? Object.fromEntries(entries) : null;
}

function namedBy({ active, role, unitId: unit }: FormerRecord): Partial<Job> {
  return { ...(active === undefined ? {} : { active }), ...(role === undefined ? {} : { role }), ...(unit === undefined ? {} : { unitId: unit }) };
}

function commonOf({ id, byUid, atMs }: FormerRecord, { target, unitIds, nameOf }: About) {
  return {
    id: `former-${target.uid}-${id}`,
    schemaVersion: changeVersion,
    pack: target.pack,
    reason: '',
    byUid,
    byName: nameOf(byUid),
    proposedAtMs: atMs,
    unitIds,
    needs: 'none' as const,
    state: 'applied' as const,
    verdict: null,
    expiresAtMs: null,
    targetUid: target.uid,
    targetName: target.name,
  };
}
