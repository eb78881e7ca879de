import { z } from 'zod';
import { noticeGroups } from '../journal/notice-group.ts';
import { type AnyNoticeKind, noticeManifest } from './notice-kind.ts';

/** What a person wants to be told by push, on whichever of their devices. A group that is not named is wanted. */
export const preferencesSchema = z.strictObject({
  push: z.boolean(),
  kinds: z.partialRecord(z.enum(noticeGroups), z.boolean()),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Of whoever never said: registering a device is what turns push on. */
export const defaultPreferences: Preferences = { push: true, kinds: {} };

export function wantsPush({ push, kinds }: Preferences, kind: AnyNoticeKind): boolean {
  const { group, isAlwaysTold = false } = noticeManifest(kind);
  return push && (isAlwaysTold || kinds[group] !== false);
}
