import { z } from 'zod';
import { writtenMoment } from '../kernel/written-moment.ts';
import type { ServiceDutyKind } from '../policy/service-duties.ts';
import { mostBilledFen } from './cause-proof.ts';

export const places = ['urban', 'rural'] as const;
export type Place = (typeof places)[number];

/** The bill that is complained of and the three before it. */
export const billsAsked = 4;

/** What a duty of law depends on and only the customer or a bill can tell (Telecom Regulations 32–34); null where it is not known, or not asked. */
export const writtenParticulars = {
  place: z.enum(places).nullable(),
  paidAtMs: writtenMoment.nullable(),
  billsFen: z.array(z.int().min(0).max(mostBilledFen)).min(billsAsked).max(billsAsked).nullable(),
};

export const particularsSchema = z.object(writtenParticulars);
export type Particulars = z.infer<typeof particularsSchema>;

/** Which of them a duty asks for. */
export const askedBy: Record<ServiceDutyKind, keyof Particulars> = { lineRepair: 'place', restoration: 'paidAtMs', abnormalBill: 'billsFen' };
