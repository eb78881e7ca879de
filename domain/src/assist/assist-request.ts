import { z } from 'zod';
import { outsideKinds } from '../complaint/assist-standing.ts';
import { requestFields } from '../kernel/request-fields.ts';
import { writtenDeviceId, writtenUnitId } from '../kernel/written-id.ts';
import { writtenMoment } from '../kernel/written-moment.ts';
import { sharedParts } from './assist-values.ts';

/** Longest question and name of whoever outside is asked; the form says so too. */
export const longestQuestion = 500;
export const longestOutsideName = 60;

/** What the asking side writes of an assist: what of the complaint goes with it, functions copy out of the complaint itself. */
export const assistRequestSchema = z.strictObject({
  ...requestFields,
  complaintId: writtenDeviceId,
  /** A unit of the operator, or somebody outside. */
  toUnitId: writtenUnitId.nullable(),
  outside: z.strictObject({ kind: z.enum(outsideKinds), name: z.string().trim().min(1).max(longestOutsideName) }).nullable(),
  question: z.string().trim().min(1).max(longestQuestion),
  shares: z.array(z.enum(sharedParts)).max(sharedParts.length),
  /** By when the asking side wants it; null where the rule says (AST-2). */
  wantedAtMs: writtenMoment.nullable(),
});
