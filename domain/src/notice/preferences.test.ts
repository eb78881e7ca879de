import { expect, test } from 'vitest';
import { noticeGroups } from '../journal/notice-group.ts';
import { allNoticeKinds, noticeManifest } from './notice-kind.ts';
import { defaultPreferences, preferencesSchema, wantsPush } from './preferences.ts';

test('whoever never said wants every kind', () => {
  for (const kind of allNoticeKinds) expect(wantsPush(defaultPreferences, kind)).toBe(true);
});

test('a group that is turned off takes its kinds along and no other, but for what nobody may miss (CRI-4)', () => {
  for (const off of noticeGroups) {
    const preferences = { push: true, kinds: { [off]: false } };
    for (const kind of allNoticeKinds) expect(wantsPush(preferences, kind)).toBe(noticeManifest(kind).group !== off || kind === 'lifeThreatened');
  }
});

test('push turned off is off for everything, whatever the groups say', () => {
  const preferences = { push: false, kinds: { overdue: true } };
  for (const kind of allNoticeKinds) expect(wantsPush(preferences, kind)).toBe(false);
});

test('every group has a kind', () => {
  expect(new Set(allNoticeKinds.map((kind) => noticeManifest(kind).group))).toEqual(new Set(noticeGroups));
});

test.each([
  ['a group that there is not', { push: true, kinds: { gossip: false } }],
  ['a switch that is no switch', { push: 'yes', kinds: {} }],
  ['something more', { push: true, kinds: {}, uid: 't-leader-1' }],
  ['nothing about kinds', { push: true }],
])('%s is refused', (_what, wrong) => {
  expect(preferencesSchema.safeParse({ push: true, kinds: { overdue: false } }).success).toBe(true);
  expect(preferencesSchema.safeParse(wrong).success).toBe(false);
});
