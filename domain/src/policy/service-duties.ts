import { z } from 'zod';
import { bilingualSchema } from '../kernel/bilingual.ts';

const hours = z.int().positive();
const about = { categories: z.array(z.string()).min(1), basis: bilingualSchema };

/** What law wants done besides an answer, by what a complaint is about: an operator may do it sooner, never later (Telecom Regulations 32–34). */
export const serviceDutiesSchema = z.strictObject({
  lineRepair: z.strictObject({ ...about, urbanHours: hours, ruralHours: hours }),
  restoration: z.strictObject({ ...about, hours }),
  /** How many times the mean of the three months before it a bill may be before its customer is told at once. */
  abnormalBill: z.strictObject({ ...about, factor: z.int().min(2) }),
});
export type ServiceDuties = z.infer<typeof serviceDutiesSchema>;
export type ServiceDutyKind = keyof ServiceDuties;

/** The duty that goes with a category; null where none does. */
export function dutyKindOf(category: string, { duties }: { duties: ServiceDuties | null }): ServiceDutyKind | null {
  if (duties === null) return null;
  const kinds = Object.keys(duties) as ServiceDutyKind[];
  return kinds.find((kind) => duties[kind].categories.includes(category)) ?? null;
}
