import { isAwayAt } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { nowMs } from '../../platform/device/clock.ts';

type Said = Pick<Staff, 'onDuty' | 'away' | 'nextDutyAtMs'>;

/** Somebody's standing in words, and the leave that lies ahead where there is any. */
export function usePresenceWording(): (said: Said) => string[] {
  const { t } = useTranslation('presence');
  const format = useFormat();
  const awayText = ({ away }: Said, when: 'now' | 'ahead'): string => {
    if (away === null) return '';
    // The end is a midnight: the last day is the one before it.
    const until = away.untilMs === null ? '' : format.day(away.untilMs - 1);
    const key = away.untilMs === null ? (`away.${when}Open` as const) : (`away.${when}` as const);
    return t(key, { reason: t(`reason.${away.reason}`), from: format.day(away.fromMs), until });
  };
  return (said) => {
    if (isAwayAt(said, nowMs())) return [awayText(said, 'now')];
    const { onDuty, nextDutyAtMs } = said;
    const standing = onDuty ? t('there') : nextDutyAtMs === null ? t('offShiftOpen') : t('offShift', { back: format.moment(nextDutyAtMs) });
    return said.away === null ? [standing] : [standing, awayText(said, 'ahead')];
  };
}
