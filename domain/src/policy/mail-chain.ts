import { z } from 'zod';

/** The chain of a mail item and where it breaks (PST-2), for operators that carry mail. */
export const mailChainSchema = z.strictObject({
  /** Groups of categories whose answers name the responsible link. */
  groups: z.array(z.string().regex(/^[A-Z]\d{2}$/)).min(1),
  /** An item that shows nothing for longer than that is held to have lain where it was. */
  gapHours: z.int().positive(),
});
export type MailChain = z.infer<typeof mailChainSchema>;

/** Whether an answer about this category has to name the responsible link (PST-2). */
export function wantsLink(category: string, { mailChain }: { mailChain: MailChain | null }): boolean {
  return mailChain !== null && mailChain.groups.some((group) => category.startsWith(`${group}-`));
}
