import '../../i18n/later-texts.ts';
import { findCategory } from '@shouwen/domain/policy/category';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { appealOf } from '@shouwen/domain/complaint/view/appeal';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { named } from '../../platform/reference/named.ts';
import { timelinessOf, timingOf } from '../../platform/rows/time-left.ts';
import { FlagMark } from '../../parts/FlagMark.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { TimeMark } from '../../parts/TimeMark.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './ComplaintHead.css';

interface Props {
  complaint: Complaint;
  pack: Pack | null;
  isPredicted: boolean;
  nowMs: number;
}

/** What it is and by when: number, state, category, flags, and both clocks. */
export function ComplaintHead({ complaint, pack, isPredicted, nowMs }: Props) {
  const { t } = useTranslation('complaint');
  const language = useLanguage();
  const place = pack && findCategory(pack, complaint.category);
  return (
    <Card className="complaint-head">
      <p className="complaint-category">
        {place ? `${inLanguage(place.group.name, language)} · ${inLanguage(place.category.name, language)}` : named('category', null, language)}
      </p>
      <p className="complaint-states">
        <StateMark state={complaint.state} />
        {isPredicted && (
          <span className="unconfirmed">
            <Icon name="clock" size={16} />
            {t('unconfirmed')}
          </span>
        )}
      </p>
      {isPredicted && <p className="small-print">{t('unconfirmedText')}</p>}
      {complaint.flags.length > 0 && (
        <List className="flags" aria-label={t('flags')}>
          {complaint.flags.map((flag) => (
            <li key={flag}>
              <FlagMark flag={flag} />
            </li>
          ))}
        </List>
      )}
      <Deadlines complaint={complaint} pack={pack} nowMs={nowMs} />
    </Card>
  );
}

/** What was promised and how near that is, by words, colour and sign, and the law's time beside it. */
function Deadlines({ complaint, pack, nowMs }: Pick<Props, 'complaint' | 'pack' | 'nowMs'>) {
  const { t } = useTranslation(['complaint', 'clocks']);
  const format = useFormat();
  const { dueAtMs, clocks, open } = complaint;
  if (!clocks || !open) return null;
  const timeliness = timelinessOf({ ...complaint, ...timingOf(complaint) }, nowMs, pack?.board.escalatedFromLevel);
  const appeal = appealOf(complaint);
  return (
    <div className="deadlines">
      {timeliness !== null && dueAtMs !== null && (
        <p className={`deadline time-${timeliness}`}>
          <TimeMark timeliness={timeliness} size={20} />
          <span>
            {t(`clocks:timeliness.${timeliness}`)} · {t('due.promised')} <strong>{format.moment(dueAtMs)}</strong>{' '}
            {t(dueAtMs < nowMs ? 'due.over' : 'due.left', { distance: format.distance(dueAtMs, nowMs) })}
          </span>
        </p>
      )}
      {appeal && <p className="small-print">{t(`due.appeal.${appeal.fromMs > nowMs ? 'later' : appeal.ground}`, { moment: format.day(appeal.fromMs) })}</p>}
    </div>
  );
}
