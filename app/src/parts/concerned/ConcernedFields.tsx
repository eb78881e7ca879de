import '../../i18n/later-texts.ts';
import { dayOf, endOfDayMs } from '@shouwen/domain/calendar/day';
import { concernedNumber } from '@shouwen/domain/customer/concerned-number';
import type { RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { useTranslation } from 'react-i18next';
import { Chips } from '../../ui/action/Chip.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { DateField } from '../DateField.tsx';

/** What is said of the number concerned. */
export type Concerned = Pick<RecordingForm, 'isAboutAnother' | 'concerned' | 'isOfFormerOwner' | 'ownedUntilMs'>;

interface Props {
  said: Concerned;
  /** When it happened, where that is told in the same form. */
  occurredAtMs?: number | null;
  nowMs: number;
  problems: Readonly<Record<'concerned' | 'ownedUntilMs', string | null>>;
  onChange: (part: Concerned) => void;
}

/** REC-2: whether it is about the number to call or another number or account, and of a former owner's until when it was theirs (CLO-6). */
export function ConcernedFields({ said, occurredAtMs = null, nowMs, problems, onChange }: Props) {
  const { t } = useTranslation('recording');
  const isAboutAnother = said.isAboutAnother === true;
  const { ownedUntilMs = null } = said;
  return (
    <>
      <FieldGroup label={t('concerned.label')}>
        <Chips
          choices={(['own', 'another'] as const).map((id) => ({ id, name: t(`concerned.${id}`) }))}
          chosen={[isAboutAnother ? 'another' : 'own']}
          onChoose={(id) => onChange({ isAboutAnother: id === 'another' })}
        />
      </FieldGroup>
      {isAboutAnother && (
        <>
          <TextField
            label={t('concerned.number')}
            part="concerned"
            problem={problems.concerned}
            isProblemQuiet
            hint={said.concerned && concernedNumber(said.concerned) === null ? t('concerned.unfinished') : null}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            longest={60}
            value={said.concerned ?? ''}
            onType={(concerned) => onChange({ concerned })}
          />
          <Chips
            label={t('concerned.owner')}
            choices={[{ id: 'former', name: t('concerned.former') }]}
            chosen={said.isOfFormerOwner ? ['former'] : []}
            onChoose={() => onChange({ isOfFormerOwner: !said.isOfFormerOwner })}
          />
          {said.isOfFormerOwner && (
            <DateField
              type="date"
              label={t('concerned.until')}
              part="ownedUntilMs"
              problem={problems.ownedUntilMs}
              isProblemQuiet
              hint={isAfter(occurredAtMs, ownedUntilMs) ? t('concerned.later') : null}
              max={dayOf(nowMs)}
              value={ownedUntilMs === null ? '' : dayOf(ownedUntilMs)}
              onType={(day) => onChange({ ownedUntilMs: lastMomentOf(day, nowMs) })}
            />
          )}
        </>
      )}
    </>
  );
}

/** CLO-6: what happened when the number was no longer theirs is somebody else's matter; it is told, and recorded all the same. */
function isAfter(occurredAtMs: number | null, ownedUntilMs: number | null): boolean {
  return occurredAtMs !== null && ownedUntilMs !== null && occurredAtMs > ownedUntilMs;
}

/** The day's end, and of today until now. */
function lastMomentOf(day: string, nowMs: number): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  return day === dayOf(nowMs) ? nowMs : endOfDayMs(day);
}
