import { type Board, inTimeOfAnsweredPercent, inTimeToldPercent, unansweredLate } from '@shouwen/domain/board/board';
import type { linkQuestions, QuestionName } from '@shouwen/domain/board/board-question';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import { inTimeVerdict, listPath } from './board-view.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import { LinkCard } from '../../ui/card/LinkCard.tsx';
import './BoardTiles.css';

const tiles: readonly {
  name: Exclude<QuestionName, 'answeredInTime' | 'answeredInTimeTold' | 'answeredLate' | (typeof linkQuestions)[number]>;
  icon: IconName;
  tone: 'danger' | 'warning' | 'calm';
}[] = [
  { name: 'overdue', icon: 'warning', tone: 'danger' },
  { name: 'escalated', icon: 'raised', tone: 'danger' },
  { name: 'nearDue', icon: 'halfClock', tone: 'warning' },
  { name: 'unaccepted', icon: 'inbox', tone: 'warning' },
  { name: 'promisedAnew', icon: 'calendar', tone: 'warning' },
  { name: 'reportedLater', icon: 'offline', tone: 'warning' },
  { name: 'waiting', icon: 'pausedClock', tone: 'calm' },
  { name: 'untold', icon: 'phone', tone: 'warning' },
  { name: 'open', icon: 'worklist', tone: 'calm' },
];

/** The unit's numbers, each leading to the complaints behind it. Sign and words say what the colour says. */
export function BoardTiles({ board }: { board: Board }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <>
      <List className="board-tiles" aria-label={t('now')}>
        {tiles.map(({ name, icon, tone }) => (
          <li key={name}>
            <LinkCard className={`board-tile tone-${board.total[name] === 0 ? 'calm' : tone}`} to={listPath(board.unitId, name, null)}>
              <Icon name={icon} size={20} />
              <strong className="number">{format.number(board.total[name])}</strong>
              <span>{t(`question.${name}`, { hours: board.rules.nearDueHours })}</span>
            </LinkCard>
          </li>
        ))}
      </List>
      <InTimePanel board={board} />
    </>
  );
}

/** SLA-7: the month's share of what was due beside its target, that of what was answered, and the share of what was in time and is known to its customers (TEL-1). */
function InTimePanel({ board }: { board: Board }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { answered, answeredInTime } = board.total;
  const told = inTimeToldPercent(board.total);
  const ofAnswered = inTimeOfAnsweredPercent(board.total);
  const unanswered = unansweredLate(board.total);
  const target = board.rules.inTimePercent;
  const verdict = inTimeVerdict(board.total, target);
  const tone = verdict === null ? 'calm' : verdict.met ? 'success' : 'danger';
  return (
    <Card title={t('inTime.title')}>
      <p className={`board-in-time tone-${tone}`}>
        <Icon name={verdict === null ? 'clock' : verdict.met ? 'check' : 'alert'} size={24} />
        <strong>{verdict === null ? t('inTime.none') : t(verdict.met ? 'inTime.met' : 'inTime.notMet', { percent: verdict.percent, target })}</strong>
      </p>
      {unanswered > 0 && (
        <p>{t('inTime.due', { inTime: format.number(answeredInTime), due: format.number(answered + unanswered), unanswered: format.number(unanswered) })}</p>
      )}
      {ofAnswered !== null && <p>{t('inTime.ofAnswered', { percent: ofAnswered })}</p>}
      {told !== null && <p>{t('inTime.told', { percent: told })}</p>}
      {answered > 0 && (
        <p className="small-print">
          {t('inTime.of', { answered: format.number(answered), inTime: format.number(answeredInTime), told: format.number(board.total.answeredInTimeTold) })}
        </p>
      )}
      {answered > answeredInTime && (
        <p className="links">
          <AppLink to={listPath(board.unitId, 'answeredLate', null)}>
            {t('countIn', { question: t('question.answeredLate'), count: answered - answeredInTime })}
          </AppLink>
        </p>
      )}
    </Card>
  );
}
