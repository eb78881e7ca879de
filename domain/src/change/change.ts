import { z } from 'zod';
import { calendarYearSchema } from '../calendar/working-days.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import { awayReasons, roles } from '../organisation/staff.ts';
import { policyChangeSchema } from '../policy/change-policy.ts';

const { moment, packId, uid, unitId } = brands;

export const changeKinds = ['policy', 'calendar', 'job', 'duty', 'deputy'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeStates = ['applied', 'awaitingConfirmation', 'refused', 'withdrawn', 'expired'] as const;
export type ChangeState = (typeof changeStates)[number];

/** What of a staff document an administrator changes. */
const jobSchema = fields({ active: z.boolean(), role: z.enum(roles), unitId });
export type Job = z.infer<typeof jobSchema>;

const count = z.int();
const jobEffectsSchema = fields({ kept: count, released: count, declined: count });
const figureEffectsSchema = fields({ total: count, lookedAt: count, earlier: count, later: count, overdueNow: count });
/** What a change does to the work in hand (ADM-3): to complaints that somebody holds and hand-overs offered to them, or to the clocks of open complaints. */
export const changeEffectsSchema = z.union([jobEffectsSchema, figureEffectsSchema]);
export type JobEffects = z.infer<typeof jobEffectsSchema>;
export type FigureEffects = z.infer<typeof figureEffectsSchema>;

const value = policyChangeSchema.shape.value;

/** `moneyAtOpening` is a figure of money where there has never been a leader or an auditor yet: then two administrators have to do. */
export const changeNeeds = ['none', 'second', 'money', 'moneyAtOpening'] as const;
export type ChangeNeeds = (typeof changeNeeds)[number];

const common = {
  id: z.string(),
  schemaVersion,
  pack: packId,
  reason: z.string(),
  byUid: uid,
  byName: z.string(),
  proposedAtMs: moment,
  /** The units that whoever it is about was and is in, and those above: their heads read it (ADM-7). None where it is about nobody. */
  unitIds: z.array(unitId),
  /** Who has to say yes besides whoever proposed it (ADM-2). */
  needs: z.enum(changeNeeds),
  state: z.enum(changeStates),
  /** Who confirmed, refused or withdrew it, when, and why; null while nobody has. */
  verdict: fields({ byUid: uid, byName: z.string(), atMs: moment, reason: z.string() }).nullable(),
  expiresAtMs: moment.nullable(),
};

const changeSchema = z.discriminatedUnion('kind', [
  fields({
    ...common,
    kind: z.literal('job'),
    targetUid: uid,
    targetName: z.string(),
    /** Null in records from before it was kept, where nobody can tell any more. */
    before: jobSchema.nullable(),
    after: jobSchema,
    /** Worked out when it came into force; null until then. */
    effects: jobEffectsSchema.nullable(),
  }),
  fields({
    ...common,
    kind: z.literal('policy'),
    basedOn: z.string(),
    differences: z.array(fields({ key: z.string(), before: value, after: value })),
    applyToOpen: z.boolean(),
    /** The version that it became; null until it is in force. */
    version: z.string().nullable(),
    /** Worked out when it came into force, where it holds for open matters; null until then and where it does not. */
    effects: figureEffectsSchema.nullable(),
  }),
  /** A year of the public calendar, by which working days are counted (SLA-3). */
  fields({ ...common, kind: z.literal('calendar'), before: calendarYearSchema.nullable(), after: calendarYearSchema }),
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
export type CalendarChange = Extract<RecordedChange, { kind: 'calendar' }>;
export type FigureChange = Extract<RecordedChange, { kind: 'policy' }>;

/** Whose heads read it, and what it did, was not noted at first. */
const withReaders: Upcast = (document) => ({ unitIds: [], effects: null, ...document });

const changeDocument: StateDocument<RecordedChange> = { collection: 'changes', schema: changeSchema, upcasts: [withReaders] };

export const changeVersion = versionOf(changeDocument);

/**
 * Reads a change as stored.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function changeFromStored(id: string, stored: Record<string, unknown>): RecordedChange {
  return readDocument(changeDocument, { id }, stored);
}
