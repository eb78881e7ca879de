import { z } from 'zod';
import { packIdSchema } from '../policy/pack-register.ts';
import { type Staff, staffSchema } from './staff.ts';
import { unitRecordSchema } from './unit.ts';

/** As much of a member of staff as every phone of the operator keeps: who they are and where, and neither whether they are there nor how to reach them. */
export const colleagueSchema = staffSchema.pick({ uid: true, staffNumber: true, name: true, nameEn: true, role: true, unitId: true, active: true }).strip();
export type Colleague = z.infer<typeof colleagueSchema>;

const count = z.int().nonnegative();

/** `directories/{pack}`: which version of an operator's directory there is, and in how many parts. */
export const directoryIndexSchema = z.object({
  pack: packIdSchema,
  /** Grows with each change; 0 until the directory has been compiled. */
  version: count,
  parts: count,
  /** Stands for all that the parts say: what is compiled anew and says the same changes nothing. */
  digest: z.string(),
  /** True once a member of staff has changed in what it says of them. */
  isDue: z.boolean(),
  /** When it was last compared with staff and units; null while somebody is at it. */
  checkedAtMs: count.nullable(),
});
export type DirectoryIndex = z.infer<typeof directoryIndexSchema>;

/** `directories/{pack}_{n}`, counted from 1: a part of an operator's units and staff, as small as a document has to be. */
export const directoryPartSchema = z.object({
  pack: packIdSchema,
  version: count,
  units: z.array(unitRecordSchema.extend({ path: z.array(z.string()), audience: z.array(z.string()) }).strip()),
  staff: z.array(colleagueSchema),
});
export type DirectoryPart = z.infer<typeof directoryPartSchema>;

export function colleagueOf({ uid, staffNumber, name, nameEn, role, unitId, active }: Colleague | Staff): Colleague {
  return { uid, staffNumber, name, nameEn, role, unitId, active };
}
