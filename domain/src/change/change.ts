import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument } from '../kernel/state-document.ts';
import { awayReasons, roles } from '../organisation/staff.ts';
import { policyChangeSchema } from '../policy/change-policy.ts';

const { moment, packId, uid, unitId } = brands;

export const changeStates = ['applied', 'awaitingConfirmation', 'refused', 'withdrawn', 'expired'] as const;
export type ChangeState = (typeof changeStates)[number];

/** What of a staff document an administrator changes. */
const jobSchema = fields({ active: z.boolean(), role: z.enum(roles), unitId });
export type Job = z.infer<typeof jobSchema>;

const value = policyChangeSchema.shape.value;

const common = {
  id: z.string(),
  schemaVersion,
  pack: packId,
  reason: z.string(),
  byUid: uid,
  byName: z.string(),
  proposedAtMs: moment,
  /** Who has to say yes besides whoever proposed it (ADM-2). */
  needs: z.enum(['none', 'second', 'money']),
  state: z.enum(changeStates),
  /** Who confirmed, refused or withdrew it, when, and why; null while nobody has. */
  verdict: fields({ byUid: uid, byName: z.string(), atMs: moment, reason: z.string() }).nullable(),
  expiresAtMs: moment.nullable(),
};

const changeSchema = z.discriminatedUnion('kind', [
  fields({ ...common, kind: z.literal('job'), targetUid: uid, targetName: z.string(), before: jobSchema, after: jobSchema }),
  fields({
    ...common,
    kind: z.literal('policy'),
    basedOn: z.string(),
    differences: z.array(fields({ key: z.string(), before: value, after: value })),
    applyToOpen: z.boolean(),
    /** The version that it became; null until it is in force. */
    version: z.string().nullable(),
  }),
  /** What needs nobody's word and is on record all the same: who is on duty, and who decides for whom. */
  fields({
    ...common,
    kind: z.literal('duty'),
    targetUid: uid,
    targetName: z.string(),
    onDuty: z.boolean(),
    /** Until when they are off shift, and the leave that was set or is in course; absent in records from before there was any. */
    nextDutyAtMs: moment.nullable().default(null),
    away: fields({ reason: z.enum(awayReasons), fromMs: moment, untilMs: moment.nullable() })
      .nullable()
      .default(null),
  }),
  fields({
    ...common,
    kind: z.literal('deputy'),
    targetUid: uid,
    targetName: z.string(),
    deputy: fields({ uid, name: z.string(), fromMs: moment, untilMs: moment }).nullable(),
  }),
]);
/** One act of administration (ADM-1): `changes/{id}`, with before, after, reason and who. */
export type RecordedChange = z.infer<typeof changeSchema>;
export type JobChange = Extract<RecordedChange, { kind: 'job' }>;
export type FigureChange = Extract<RecordedChange, { kind: 'policy' }>;

const changeDocument: StateDocument<RecordedChange> = { collection: 'changes', schema: changeSchema, upcasts: [] };

/**
 * Reads a change as stored.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function changeFromStored(id: string, stored: Record<string, unknown>): RecordedChange {
  return readDocument(changeDocument, { id }, stored);
}
