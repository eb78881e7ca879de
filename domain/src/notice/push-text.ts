import { type StepNotice, stepNotices } from '../complaint/time/taken-step.ts';
import type { Bilingual } from '../kernel/bilingual.ts';
import { type AnyNoticeKind, noticeManifest } from './notice-kind.ts';
import { type Counted, countedPhrases, type PushLanguage, separators, unreadInAll } from './push-wording.ts';
import { noticePath, type NoticeSubject } from './subject.ts';

/** A notice as it is told by push. */
export interface PushNotice {
  id: string;
  kind: AnyNoticeKind;
  subject: NoticeSubject | null;
  /** What the person knows it by. */
  number: string;
  /** Of a digest of the schedule's steps: how many of each. */
  counts: Partial<Record<StepNotice, number>> | null;
}

export interface PushText {
  title: string;
  body: string;
  /** The page that a tap opens. */
  url: string;
}

/**
 * What one person is told at once: a sentence for one notice, counts for several (SLA-6: a digest, not a storm), and how many are unread if that is more.
 * `notices` has at least one element.
 */
export function pushTextOf(notices: readonly PushNotice[], unread: number, language: PushLanguage): PushText {
  const [first, ...others] = notices;
  const paths = new Set(notices.map(noticePath));
  const sentence = first && others.length === 0 ? noticeManifest(first.kind).push : null;
  return {
    title: first && sentence ? fill(sentence, { number: first.number }, language) : countsIn(notices, language),
    body: unread > notices.length ? fill(unreadInAll, { count: unread }, language) : '',
    url: paths.size === 1 ? ([...paths][0] ?? '/inbox') : '/inbox',
  };
}

function countsIn(notices: readonly PushNotice[], language: PushLanguage): string {
  const counts = countsOf(notices);
  const phrases = (Object.keys(countedPhrases) as Counted[]).flatMap((counted) => {
    const count = counts.get(counted);
    return count === undefined ? [] : [fill(countedPhrases[counted], { count }, language)];
  });
  return phrases.length > 0 ? phrases.join(inLanguage(separators, language)) : fill(unreadInAll, { count: notices.length }, language);
}

/** One matter counts once, however often it was told of in the same way. */
function countsOf(notices: readonly PushNotice[]): Map<Counted, number> {
  const counts = new Map<Counted, number>();
  const add = (counted: Counted, count: number): void => void counts.set(counted, (counts.get(counted) ?? 0) + count);
  const seen = new Set<string>();
  for (const notice of notices) {
    const subject = `${countedAs(notice)}/${noticePath(notice)}/${notice.number}`;
    if (notice.kind === 'digest') for (const telling of stepNotices) add(telling, notice.counts?.[telling] ?? 0);
    else if (!seen.has(subject)) add(countedAs(notice), 1);
    seen.add(subject);
  }
  return new Map([...counts].filter(([, count]) => count > 0));
}

function countedAs({ kind }: PushNotice): Counted {
  if (kind === 'chased') return 'chased';
  if (kind === 'raisedToYou') return 'raised';
  const telling = stepNotices.find((known) => known === kind);
  if (telling) return telling;
  const { group } = noticeManifest(kind);
  return group === 'overdue' ? 'overdue' : group;
}

function fill(text: Bilingual, values: Record<string, string | number>, language: PushLanguage): string {
  return inLanguage(text, language).replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ''));
}

function inLanguage(text: Bilingual, language: PushLanguage): string {
  return language === 'en' ? text.en : text.zh;
}
