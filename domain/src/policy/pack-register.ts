import { z } from 'zod';
import register from '../../packs/register.json' with { type: 'json' };
import type { PackId } from '../kernel/brand.ts';

/** The operators that the product serves: one line of packs/register.json for each, and beside it a pack of that name. Nothing else lists them. */
export const registeredPacks: readonly PackId[] = register;

/** An operator of the register. */
export const packIdSchema: z.ZodType<PackId> = z
  .string()
  .max(20)
  .refine((id) => registeredPacks.includes(id));
