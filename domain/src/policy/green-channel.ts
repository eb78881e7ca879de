import { z } from 'zod';

/** GRN-1: whose hand-overs and assistance are marked, come first and have a short clock. */
export const greenChannelSchema = z.strictObject({
  tiers: z.array(z.string()),
  /** Kinds of attention (ATT-1). */
  flags: z.array(z.string()),
  acceptMinutes: z.int().positive(),
});
export type GreenChannel = z.infer<typeof greenChannelSchema>;

/** Whether a complaint goes by the green channel (绿色通道, GRN-1): by whose it is, or by the attention that it has. */
export function isGreen({ tier, flags }: { tier: string; flags: readonly string[] }, { greenChannel }: { greenChannel: GreenChannel | null }): boolean {
  return greenChannel !== null && (greenChannel.tiers.includes(tier) || greenChannel.flags.some((flag) => flags.includes(flag)));
}
