import '../../platform/device/schemas-without-eval.ts';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import { changeStates } from '@shouwen/domain/change/change';
import { type PolicyChange, policyChangeSchema } from '@shouwen/domain/policy/change-policy';
import { z } from 'zod';
import { call, CallRefused } from '../../platform/callable/callable.ts';

const value = policyChangeSchema.shape.value;
const dueMs = z.number().nullable();
const previewSchema = z.object({
  version: z.string(),
  changes: z.array(z.object({ key: z.string(), before: value, after: value })),
  open: z.object({ total: z.int(), lookedAt: z.int(), earlier: z.int(), later: z.int(), overdueNow: z.int() }),
  samples: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      moved: z.enum(['earlier', 'later', 'not']),
      isOverdueNow: z.boolean(),
      dueBeforeMs: dueMs,
      dueAfterMs: dueMs,
    }),
  ),
});
/** What a change of the policy would do to the complaints that are open. */
export type PolicyEffects = z.infer<typeof previewSchema>;

/** `code` is a refusal of the core; `detail` the figure or day that it is about. */
type Refused = { kind: 'refused'; code: string; detail: string | null } | { kind: 'failed' };

export interface PolicyWish {
  basedOn: string;
  changes: readonly PolicyChange[];
}

/** Asks what it would do. Changes nothing. */
export function previewPolicy(wish: PolicyWish): Promise<{ kind: 'preview'; preview: PolicyEffects } | Refused> {
  return asked(async () => ({ kind: 'preview', preview: previewSchema.parse(await call('previewPolicy', { ...wish })) }));
}

/** Publishes it under a version of its own; what waits for a second person has none yet. */
export function publishPolicy(
  wish: PolicyWish & { id: string; reason: string; applyToOpen: boolean },
): Promise<{ kind: 'published'; version: string | null } | Refused> {
  return asked(async () => ({
    kind: 'published',
    version: z.object({ version: z.string().nullable() }).parse(await call('publishPolicy', { ...wish })).version,
  }));
}

/** Has a published year of the public calendar taken in (SLA-3), or has it wait for a second person. */
export function importCalendar(year: CalendarYear): Promise<{ kind: 'imported'; isWaiting: boolean } | Refused> {
  return asked(async () => {
    const { state } = z.object({ state: z.enum(changeStates) }).parse(await call('importCalendar', { ...year }));
    return { kind: 'imported', isWaiting: state === 'awaitingConfirmation' };
  });
}

async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CallRefused)) return { kind: 'failed' };
    const details = z.object({ detail: z.string() }).safeParse(error.reason.details);
    return { kind: 'refused', code: error.reason.code, detail: details.data?.detail ?? null };
  }
}
