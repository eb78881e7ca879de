import { holdReasons } from '@shouwen/domain/closure/closure';
import { refusalCodes } from '@shouwen/domain/kernel/decision';
import { useTranslation } from 'react-i18next';

const deeds = ['transfer', 'moveUp', 'remind'] as const;

/** Puts what the schedule would do, and why it would leave something alone, into words; a newer server may know more than this app. */
export function useScheduleWording(): { would: (deed: string | null) => string | null; reason: (told: string) => string } {
  const { t } = useTranslation(['closure', 'refusal']);
  const would = (told: string | null): string | null => {
    const deed = deeds.find((known) => known === told);
    return deed ? t(`schedule.would.${deed}`) : null;
  };
  const reason = (told: string): string => {
    const hold = holdReasons.find((known) => known === told);
    if (hold) return t(`hold.${hold}`);
    if (told === 'nothingDue') return t('schedule.notDue');
    const code = refusalCodes.find((known) => known === told);
    return code ? t(`refusal:${code}`) : t('schedule.skipOther');
  };
  return { would, reason };
}
