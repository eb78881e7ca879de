import { heldReasons } from '@shouwen/domain/closure/closure';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../platform/device/language.ts';
import { refusalOf } from './refusal-sentence.ts';

const moneyDeeds = ['transfer', 'moveUp', 'remind'] as const;
/** What the schedule does with complaints (SLA-6, ATT-4, SLA-5, NET-1). */
const complaintDeeds = ['tell', 'reassign', 'endWait', 'dispatch'] as const;
const complaintReasons = ['quietHours', 'nobodyToTell', 'failing'] as const;

/** Puts what the schedule would do, and why it would leave something alone, into words; a newer server may know more than this app. */
export function useScheduleWording(): { would: (deed: string | null) => string | null; reason: (told: string) => string } {
  const { t } = useTranslation(['closure', 'board']);
  const reader = useLanguage();
  const would = (told: string | null): string | null => {
    const money = moneyDeeds.find((known) => known === told);
    if (money) return t(`closure:schedule.would.${money}`);
    const deed = complaintDeeds.find((known) => known === told);
    return deed ? t(`board:schedule.would.${deed}`) : null;
  };
  const reason = (told: string): string => {
    const hold = heldReasons.find((known) => known === told);
    if (hold) return t(`closure:hold.${hold}`);
    if (told === 'nothingDue') return t('closure:schedule.notDue');
    const known = complaintReasons.find((candidate) => candidate === told);
    if (known) return t(`board:schedule.reason.${known}`);
    const refusal = refusalOf(told);
    return refusal ? inLanguage(refusal, reader) : t('closure:schedule.skipOther');
  };
  return { would, reason };
}
