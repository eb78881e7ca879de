import { manifests } from '@shouwen/domain/aggregates';
import type { Manifest } from '@shouwen/domain/journal/manifest';
import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../platform/device/language.ts';
import type { ScheduledItem } from '../records/preview-schedule.ts';
import { refusalOf } from './refusal-sentence.ts';

interface ScheduleWording {
  /** What it is, and the page that shows it. */
  title(item: ScheduledItem): string;
  pagePath(item: ScheduledItem): string;
  would(item: ScheduledItem | undefined): string | null;
  reason(item: ScheduledItem): string;
}

/** Puts what the schedule would do, and why it would leave something alone, into words; a newer server may know more than this app. */
export function useScheduleWording(): ScheduleWording {
  const { t } = useTranslation('closure');
  const reader = useLanguage();
  const said = (words: Bilingual | null | undefined): string | null => (words ? inLanguage(words, reader) : null);
  return {
    title: ({ kind }) => said(manifestOf(kind)?.title) ?? '',
    pagePath: ({ kind, id }) => manifestOf(kind)?.pagePath(id) ?? '/schedule',
    would: (item) => (item?.would ? said(manifestOf(item.kind)?.schedule.does[item.would]) : null),
    reason: ({ kind, skip }) => {
      if (skip === 'nothingDue') return t('schedule.notDue');
      return said(manifestOf(kind)?.schedule.leaves[skip ?? '']) ?? said(refusalOf(skip ?? undefined)) ?? t('schedule.skipOther');
    },
  };
}

function manifestOf(kind: string): Manifest | undefined {
  return manifests.find(({ name }) => name === kind);
}
