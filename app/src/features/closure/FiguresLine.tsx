import type { ClosureFigures } from '@shouwen/domain/closure/figures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import './FiguresLine.css';

interface Props {
  figures: Pick<ClosureFigures, 'movesFen' | 'paidOutFen' | 'lapsesFen' | 'owedFen'>;
}

/** What a closing moves, pays out and lets lapse, the same three amounts wherever it is shown; a debt only where there is one. */
export function FiguresLine({ figures: { movesFen, paidOutFen, lapsesFen, owedFen } }: Props) {
  const { t } = useTranslation('closure');
  const { money } = useFormat();
  const shown = [
    t('figures.moves', { amount: money(movesFen) }),
    t('figures.paidOut', { amount: money(paidOutFen) }),
    t('figures.lapses', { amount: money(lapsesFen) }),
    ...(owedFen > 0 ? [t('figures.owed', { amount: money(owedFen) })] : []),
  ];
  return (
    <span className="figures">
      {shown.map((text) => (
        <span key={text} className="number">
          {text}
        </span>
      ))}
    </span>
  );
}
