import '../i18n/later-texts.ts';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { PolicyValue } from '@shouwen/domain/policy/policy-field';
import { policyFields } from '@shouwen/domain/policy/policy-fields';
import { useTranslation } from 'react-i18next';
import { useFigureWords } from './figure-wording.ts';
import { List } from '../ui/card/List.tsx';
import './FigureChanges.css';

type Shown = PolicyValue | CalendarYear | null;

interface Props {
  pack: Pack;
  changes: readonly { key: string; before: Shown; after: Shown }[];
}

/** Each figure with what stood there and what stands there now. One that the pack no longer has is told by its key. */
export function FigureChanges({ pack, changes }: Props) {
  const { t } = useTranslation('policy');
  const words = useFigureWords();
  const fields = new Map(policyFields(pack).map((field) => [field.key, field]));
  const told = (key: string, value: Shown): string => {
    if (value === null) return t('none');
    if (typeof value === 'object' && 'year' in value) return t('calendar.days', { holidays: value.holidays.length, makeUps: value.makeUpWorkingDays.length });
    const field = fields.get(key);
    return field ? words.value(field, value) : JSON.stringify(value);
  };
  return (
    <List isSpaced className="change-list" aria-label={t('changes')}>
      {changes.map(({ key, before, after }) => {
        const field = fields.get(key);
        return (
          <li key={key}>
            <span>{field ? words.name(field) : key}</span>
            <span className="figure-before">{told(key, before)}</span>
            <strong className="figure-after">{t('becomes', { value: told(key, after) })}</strong>
          </li>
        );
      })}
    </List>
  );
}
