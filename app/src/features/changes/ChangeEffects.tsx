import type { FigureEffects, JobEffects } from '@shouwen/domain/change/change';
import { useTranslation } from 'react-i18next';

const ofJob = ['kept', 'released', 'declined'] as const;
const ofFigures = ['total', 'earlier', 'later', 'overdueNow'] as const;

/** What a change does to the work in hand, in one sentence: the same before it is confirmed and on record afterwards (ADM-3). */
export function ChangeEffects({ label, effects }: { label: string; effects: JobEffects | FigureEffects }) {
  const { t } = useTranslation('changes');
  const parts =
    'kept' in effects
      ? ofJob.filter((part) => effects[part] > 0).map((part) => t(`effects.${part}`, { count: effects[part] }))
      : ofFigures.map((part) => t(`effects.${part}`, { count: effects[part] }));
  return (
    <p className="small-print">
      {label}
      {parts.length === 0 ? t('effects.none') : parts.join(t('effects.and'))}
    </p>
  );
}
