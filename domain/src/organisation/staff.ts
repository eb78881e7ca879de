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

/** A member of staff as stored in `staff/{uid}`: the only source of authority. */
export const staffSchema = z.strictObject({
  uid: z.string().regex(/^[A-Za-z0-9-]{3,40}$/),
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
  /** False while off shift or on leave: gets no new work (ORG-4). */
  onDuty: z.boolean(),
  /** Who decides for them in these days (REF-6), named beforehand; null when nobody does. */
  deputy: z
    .strictObject({ uid: z.string().regex(/^[A-Za-z0-9-]{3,40}$/), fromMs: z.int(), untilMs: z.int() })
    .nullable()
    .default(null),
});
export type Staff = z.infer<typeof staffSchema>;
