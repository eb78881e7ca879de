import { z } from 'zod';
import { maskName } from '../customer/mask.ts';
import { writtenNumber } from '../kernel/written-id.ts';
import { canonicalIdentifier, type IdentifierForm } from '../kernel/identifier.ts';

/** By what whoever took the cash showed who they are. */
export const shownPapers = ['idCard', 'passport', 'residencePermit', 'authorisation'] as const;

export type ShownPaper = (typeof shownPapers)[number];

/** What the clerk takes down when cash changes hands (REF-5): who took it, what they showed, the voucher that they signed. */
export const cashHandOverSchema = z.strictObject({
  payee: z.string().trim().min(1).max(60),
  shownPaper: z.enum(shownPapers),
  voucherNo: writtenNumber,
  isSigned: z.literal(true),
});
export type CashHandOver = z.infer<typeof cashHandOverSchema>;

/** The same as it stands in the refund: the name masked, the voucher in the one spelling by which it is compared. */
export function recordedHandOver({ payee, shownPaper, voucherNo }: CashHandOver, form: IdentifierForm) {
  return { payeeMasked: maskName(payee), shownPaper, voucherNo: canonicalIdentifier(voucherNo, form) };
}
