import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '@shouwen/domain/calendar/day';
import { nowMs } from '../../platform/device/clock.ts';
import { momentOfWallTime, sometimeOn, wallTimeOf, yesterdayOf } from './recording-form.ts';
import { Chips } from '../../ui/action/Chip.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { DateField } from '../../parts/DateField.tsx';

const whens = ['now', 'today', 'yesterday', 'pick'] as const;
type When = (typeof whens)[number];

interface Props {
  occurredAtMs: number | null;
  /** A draft taken up again shows its moment: its "just now" is long ago. */
  isResumed: boolean;
  problem: string | null;
  onChange: (occurredAtMs: number | null) => void;
}

/** When it happened: nearly always just now, else a day, else a moment. */
export function WhenField({ occurredAtMs, isResumed, problem, onChange }: Props) {
  const { t } = useTranslation('recording');
  const [when, setWhen] = useState<When>(isResumed ? 'pick' : 'now');
  const choose = (chosen: When): void => {
    setWhen(chosen);
    const atMs = nowMs();
    if (chosen === 'now') onChange(atMs);
    if (chosen === 'today') onChange(sometimeOn(dayOf(atMs), atMs));
    if (chosen === 'yesterday') onChange(sometimeOn(yesterdayOf(atMs), atMs));
  };
  return (
    <FieldGroup label={t('when.label')} part="occurredAtMs" problem={when === 'pick' ? null : problem} isProblemQuiet>
      <Chips choices={whens.map((id) => ({ id, name: t(`when.${id}`) }))} chosen={[when]} onChoose={choose} />
      {when === 'pick' && (
        <DateField
          type="datetime-local"
          label={t('when.label')}
          isLabelHidden
          value={occurredAtMs === null ? '' : wallTimeOf(occurredAtMs)}
          max={wallTimeOf(nowMs())}
          problem={problem}
          isProblemQuiet
          onType={(typed) => onChange(momentOfWallTime(typed))}
        />
      )}
    </FieldGroup>
  );
}
