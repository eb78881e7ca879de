import { z } from 'zod';
import type { AccountNo, AssistId, ClosureId, ComplaintId, EpochMs, Fen, PackId, PostingId, RefundId, Uid, UnitId } from './brand.ts';

interface Brands {
  fen: z.ZodType<Fen>;
  moment: z.ZodType<EpochMs>;
  uid: z.ZodType<Uid>;
  unitId: z.ZodType<UnitId>;
  complaintId: z.ZodType<ComplaintId>;
  refundId: z.ZodType<RefundId>;
  closureId: z.ZodType<ClosureId>;
  assistId: z.ZodType<AssistId>;
  postingId: z.ZodType<PostingId>;
  accountNo: z.ZodType<AccountNo>;
  packId: z.ZodType<PackId>;
}

const text = z.string();

/**
 * What a field of a state document counts or names. How long an id may be, and in which century a moment lies, is a question for whoever creates it: what is stored has been let in, and stays readable
 * when its operator stands in the register no more.
 */
export const brands: Brands = {
  fen: z.int(),
  moment: z.number(),
  uid: text,
  unitId: text,
  complaintId: text,
  refundId: text,
  closureId: text,
  assistId: text,
  postingId: text,
  accountNo: text,
  packId: text,
};
