import '../../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import type { PresenceCommand } from '@shouwen/domain/organisation/presence';
import { call } from '../../platform/callable/callable.ts';

const effectSchema = z.object({ kept: z.int(), released: z.int(), declined: z.int() });
/** What becomes of the work in somebody's hands. */
export type PresenceEffect = z.infer<typeof effectSchema>;

/** Says of oneself, or of somebody below, whether they are there. */
export async function sayPresence(uid: string, presence: PresenceCommand): Promise<void> {
  await call('setAvailability', { uid, presence });
}

/** What that would come to, without doing it (ADM-3). */
export async function previewPresence(uid: string, presence: PresenceCommand): Promise<PresenceEffect> {
  return effectSchema.parse(await call('setAvailability', { uid, presence, isPreview: true }));
}
