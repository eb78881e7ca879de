import { writtenUid } from '../kernel/written-id.ts';
import { z } from 'zod';
import { packIdSchema } from '../policy/pack-register.ts';

/** Jobs (ORG-3). */
export const roles = [
  'fieldStaff',
  'outletClerk',
  'outletManager',
  'hotlineAgent',
  'hotlineDutyLeader',
  'complaintSupervisor',
  'centreDirector',
  'departmentHandler',
  'departmentHead',
  'networkEngineer',
  'unitHead',
  'companyLeader',
  'refundClerk',
  'spokesperson',
  'qualityInspector',
  'knowledgeEditor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Why somebody does not come back with the next shift. */
export const awayReasons = ['leave', 'sick', 'training'] as const;
export type AwayReason = (typeof awayReasons)[number];

const awaySchema = z.strictObject({ reason: z.enum(awayReasons), fromMs: z.int(), untilMs: z.int().nullable() });
/** A time in which somebody holds no work (ADM-4); without an end nobody knows yet when they come back. */
export type Away = z.infer<typeof awaySchema>;

/** A member of staff as stored in `staff/{uid}`: the only source of authority. */
export const staffSchema = z.strictObject({
  uid: writtenUid,
  pack: packIdSchema,
  staffNumber: z.string(),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  email: z.email(),
  role: z.enum(roles),
  unitId: z.string(),
  /** Copy of the unit's `audience`, so that rules can check a new complaint against one document. */
  audience: z.array(z.string()),
  /** False once suspended or gone: such a person can do nothing at all. */
  active: z.boolean(),
  /** False while off shift or away: gets no new work (ORG-4). */
  onDuty: z.boolean(),
  /** Set ahead or in course; what they hold is released when it begins (ADM-4). */
  away: awaySchema.nullable().default(null),
  /** When whoever is off shift is back; null on shift, and while nobody knows when somebody who is away returns. */
  nextDutyAtMs: z.int().nullable().default(null),
  /** Until when all this holds by itself: then the sweep looks at them again. Null where nothing is to come. */
  standsUntilMs: z.int().nullable().default(null),
  /** True from a change of theirs until nothing is left to take off their hands: what the sweep asks for. */
  releaseDue: z.boolean().default(false),
  /** Who decides for them in these days (REF-6), named beforehand; null when nobody does. */
  deputy: z.strictObject({ uid: writtenUid, fromMs: z.int(), untilMs: z.int() }).nullable().default(null),
});
export type Staff = z.infer<typeof staffSchema>;
