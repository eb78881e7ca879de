import { z } from 'zod';
import type { RefusalCode } from '../kernel/decision.ts';
import { refusals } from '../kernel/refusals.ts';

const refusalCodes = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]];

export const outcomes = ['pending', 'applied', 'refused'] as const;

/** What a customer shows before they are heard: the secret of their link, or the ticket that number and phone give, or the number that a reply by message comes from. */
export const proofWays = ['link', 'ticket', 'sms'] as const;
export type ProofWay = (typeof proofWays)[number];

/** A journal entry as people create it: `{type, payload}` is the command, the rest says who, when, and what became of it. Moments in milliseconds. */
export const entrySchema = z.object({
  type: z.string().max(30),
  payload: z.record(z.string(), z.unknown()),
  actor: z.strictObject({
    kind: z.enum(['staff', 'customer', 'system']),
    uid: z.string().nullable(),
    name: z.string().nullable(),
    unitId: z.string().nullable(),
  }),
  /** The phone's previous entry on the same complaint: it is applied first, in whatever order the two are delivered. */
  after: z.string().nullable(),
  capturedAtMs: z.int(),
  clockOffsetMs: z.int(),
  receivedAtMs: z.int(),
  outcome: z.enum(outcomes),
  reason: z.object({ code: z.enum(refusalCodes), detail: z.string().optional() }).nullish(),
  seq: z.int().nullish(),
  /** Of a customer: what they spoke by. Nothing in what was said before that was kept. */
  saidBy: z.enum(proofWays).nullish(),
});
export type Entry = z.infer<typeof entrySchema>;
