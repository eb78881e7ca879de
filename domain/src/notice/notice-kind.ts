import { manifests } from '../aggregates.ts';
import type { NoticeManifest } from '../journal/manifest.ts';
import { officeNotices } from './office-notices.ts';

type KindsOf<Known> = Known extends { notices: infer Notices } ? keyof Notices & string : never;

/** Every kind of notice that can lie in an inbox, whichever aggregate it comes from. */
export type AnyNoticeKind = KindsOf<(typeof manifests)[number]> | keyof typeof officeNotices;

const wording: Readonly<Record<string, Omit<NoticeManifest, 'push'> & { push: NoticeManifest['push'] | null }>> = Object.assign(
  {},
  ...manifests.map(({ notices }) => notices),
  officeNotices,
);

export const allNoticeKinds = Object.keys(wording) as [AnyNoticeKind, ...AnyNoticeKind[]];

/** How a kind of notice is grouped and put into words. */
export function noticeManifest(kind: AnyNoticeKind): (typeof wording)[string] {
  const known = wording[kind];
  if (!known) throw new Error(`no notice ${kind}`);
  return known;
}
