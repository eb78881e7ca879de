import type { UnitId } from '../kernel/brand.ts';
import { writtenUnitId } from '../kernel/written-id.ts';
import { z } from 'zod';
import { bilingualSchema } from '../kernel/bilingual.ts';
import { packIdSchema } from '../policy/pack-register.ts';

/** Kinds of unit (ORG-1). */
export const unitKinds = [
  'cityCompany',
  'branch',
  'outlet',
  'complaintCentre',
  'customerService',
  'network',
  'dataBusiness',
  'billing',
  'marketing',
  'generalOffice',
  'delivery',
] as const;

/** A unit as the operator describes it: one row of the organisation. */
export const unitRecordSchema = z.strictObject({
  id: writtenUnitId,
  pack: packIdSchema,
  kind: z.enum(unitKinds),
  name: bilingualSchema,
  parentId: z.string().nullable(),
  /** Codes of the home regions that this unit is the first responsible unit for (OWN-2); only branches have any. */
  homeRegions: z.array(z.string().regex(/^\d{6}$/)),
  headUid: z.string().nullable(),
  /** Designated handlers (ORG-2); an empty list of categories means all of them, an entry may be a group ("T04") or one category. Those at the desk pre-handle (NET-1); those for certain tiers have their complaints first (GRN-1). */
  handlers: z.array(
    z.strictObject({ uid: z.string(), categories: z.array(z.string()), desk: z.literal(true).optional(), tiers: z.array(z.string()).min(1).optional() }),
  ),
  /** What customers reach it by; nobody's secret, and so left in what they are told. */
  phone: z
    .string()
    .regex(/^[\d-]{5,20}$/)
    .optional(),
  /** Sees everything that the company receives or handles: the complaint centre and customer service (CRI-2). */
  oversight: z.boolean(),
});
export type UnitRecord = z.infer<typeof unitRecordSchema>;

/** A unit as stored: with the way up to its company and with who sees what it receives or handles. */
export interface Unit extends UnitRecord {
  /** This unit first, then each unit above it, the company last. */
  path: string[];
  /** `path` and the company's oversight units: copied onto each complaint that the unit receives or handles. */
  audience: UnitId[];
}
