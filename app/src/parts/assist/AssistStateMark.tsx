import '../../i18n/later-texts.ts';
import type { Assist } from '@shouwen/domain/assist/assist';
import type { AssistStanding } from '@shouwen/domain/complaint/assist-standing';
import { useTranslation } from 'react-i18next';
import { Mark, type MarkTone } from '../../ui/telling/Mark.tsx';

const tones: Partial<Record<Assist['state'], MarkTone>> = {
  asked: 'warning',
  returned: 'warning',
  inArbitration: 'warning',
  answered: 'success',
  closed: 'quiet',
  cancelled: 'quiet',
  refused: 'danger',
};

interface Props {
  state: Assist['state'] | AssistStanding['standing'];
  isOutside: boolean;
  /** Whether a clock that runs has run out. */
  isLate: boolean;
}

/** Where an assist stands, in words. Nobody outside accepts anything: what they are asked is to be answered. */
export function AssistStateMark({ state, isOutside, isLate }: Props) {
  const { t } = useTranslation('assist');
  return (
    <>
      <Mark tone={tones[state] ?? 'info'}>{t(`state.${state === 'asked' && isOutside ? 'chased' : state}`)}</Mark>
      {isLate && <Mark tone="danger">{t('late')}</Mark>}
    </>
  );
}
