import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import type { Earlier } from './find-repeats.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { List } from '../../../ui/card/List.tsx';
import './RepeatWarning.css';

interface Props {
  repeats: readonly Earlier[];
  /** True once the person said that this is to be a complaint of its own, linked to the earlier ones. */
  isDecided: boolean;
  onAdd: (earlier: Earlier) => void;
  onRecordAnyway: () => void;
}

/** The same customer with the same problem again (ATT-2): one tap joins the matter there is, another records it as a repeat. */
export function RepeatWarning({ repeats, isDecided, onAdd, onRecordAnyway }: Props) {
  const { t } = useTranslation(['recording', 'vocabulary']);
  const format = useFormat();
  if (repeats.length === 0) return null;
  if (isDecided) return <p className="repeat-linked">{t('repeat.linked', { numbers: repeats.map((earlier) => earlier.number).join(', ') })}</p>;
  return (
    <section className="repeat-warning" role="alert" tabIndex={-1} data-field="repeat">
      <h2>
        <Icon name="repeat" size={20} />
        {t('repeat.title', { count: repeats.length })}
      </h2>
      <List>
        {repeats.slice(0, 3).map((earlier) => (
          <li key={earlier.id}>
            <p>
              <strong>{earlier.number}</strong> {format.moment(earlier.capturedAtMs)} · {t(`vocabulary:state.${earlier.state}`)}
              <br />
              {t('repeat.with', { name: earlier.handlerName ?? earlier.ownerName })}
            </p>
            <Button onClick={() => onAdd(earlier)}>{t('repeat.add')}</Button>
          </li>
        ))}
      </List>
      <Button onClick={onRecordAnyway}>{t('repeat.anyway')}</Button>
    </section>
  );
}
