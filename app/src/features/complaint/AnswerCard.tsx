import type { ChecklistItem, Complaint } from '@shouwen/domain/complaint/complaint';
import { moneyBehind } from '@shouwen/domain/complaint/money-lines';
import { isUntold } from '@shouwen/domain/complaint/told';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './AnswerCard.css';

const signs: Record<ChecklistItem['result'], IconName> = { met: 'check', partly: 'warning', notMet: 'close' };

/** How it ended so far: the answer with what became of each thing asked for (KNO-3), where else to turn (OWN-5), and what the customer makes of it. */
export function AnswerCard({ complaint: { answer, refunds, outOfScope, rating, open, state, told } }: { complaint: Complaint }) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  const format = useFormat();
  return (
    <>
      {answer && (
        <Card title={t('answered.heading')}>
          {open && state !== 'answered' && <p className="warning-text">{t('answered.outdated')}</p>}
          <p className="told">{answer.text}</p>
          <List className="checklist">
            {answer.checklist.map(({ ask, result }) => (
              <li key={ask} className={`checklist-${result}`}>
                <Icon name={signs[result]} size={16} />
                {t(`vocabulary:ask.${ask}`)}: {t(`vocabulary:checklistResult.${result}`)}
                {result === 'met' && answer.howGiven === undefined && <MoneyMark money={moneyBehind(ask, refunds)} />}
              </li>
            ))}
          </List>
          {answer.howGiven !== undefined && <p>{t('answered.howGiven', { how: answer.howGiven })}</p>}
          {told && <p>{t(`told.${told.by}`, { moment: told.by === 'page' ? format.day(told.atMs) : format.moment(told.atMs) })}</p>}
          {isUntold({ state, told }) && <p className="warning-text">{t('told.notYet')}</p>}
          <p className="small-print">{t('answered.by', { name: answer.byName, moment: format.moment(answer.atMs) })}</p>
        </Card>
      )}
      {outOfScope && (
        <Card title={t('outOfScope.heading')}>
          <p className="told">{outOfScope.reason}</p>
          <p>{t('outOfScope.whereToTurn', { where: outOfScope.whereToTurn })}</p>
        </Card>
      )}
      {rating && (
        <Card title={t('rating.heading')}>
          <p>
            {t('rating.stars', { stars: rating.stars })} · {t(rating.solved ? 'rating.solved' : 'rating.notSolved')}
          </p>
        </Card>
      )}
    </>
  );
}

/** What really became of money that the answer says was given. */
function MoneyMark({ money }: { money: ReturnType<typeof moneyBehind> }) {
  const { t } = useTranslation('complaint');
  return (money === 'none' || money === 'notYetPaid') && <span className="warning-text"> · {t(`money.${money}`)}</span>;
}
