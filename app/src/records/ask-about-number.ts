import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { complaintStates } from '@shouwen/domain/complaint/complaint-values';
import { call, CallRefused } from '../platform/callable/callable.ts';

const customerSchema = z.object({ nameMasked: z.string(), tier: z.string(), homeRegion: z.string().nullable() });
const lineSchema = z.object({
  id: z.string(),
  number: z.string(),
  category: z.string(),
  contactMasked: z.object({ name: z.string(), phone: z.string() }),
  capturedAtMs: z.number(),
  state: z.enum(complaintStates),
  handlerName: z.string().nullable(),
  ownerName: z.string(),
});
const answerSchema = z.object({ customer: customerSchema.nullable(), complaints: z.array(lineSchema), accounts: z.array(z.record(z.string(), z.unknown())) });

export type AskFailure = { kind: 'notAllowed' | 'tooMany' | 'unreachable' };

/** What the operator knows of a number, or why that is not known now. */
export type NumberAnswer = ({ kind: 'told' } & z.infer<typeof answerSchema>) | AskFailure;

/** Asks about a number, which travels in the body of a request and is kept nowhere on the way (RET-2). */
export async function askAboutNumber(phone: string): Promise<NumberAnswer> {
  try {
    return { kind: 'told', ...answerSchema.parse(await call('findByPhone', { phone })) };
  } catch (error) {
    return askFailureOf(error);
  }
}

export function askFailureOf(error: unknown): AskFailure {
  if (!(error instanceof CallRefused)) return { kind: 'unreachable' };
  if (error.status === 'RESOURCE_EXHAUSTED') return { kind: 'tooMany' };
  return { kind: error.status === 'PERMISSION_DENIED' ? 'notAllowed' : 'unreachable' };
}
