import { findCategory } from '@shouwen/domain/policy/category';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/language.ts';
import { FlagMark } from '../../ui/FlagMark.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StateMark } from '../../ui/StateMark.tsx';

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
    <div className="complaint-head">
      <p className="complaint-category">
        {place ? `${inLanguage(place.group.name, language)} · ${inLanguage(place.category.name, language)}` : complaint.category}
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
        <ul className="flags" aria-label={t('flags')}>
          {complaint.flags.map((flag) => (
            <li key={flag}>
              <FlagMark flag={flag} />
            </li>
          ))}
        </ul>
      )}
      <Deadlines complaint={complaint} nowMs={nowMs} />
    </div>
  );
}

function Deadlines({ complaint: { dueAtMs, clocks, state, flags, open }, nowMs }: { complaint: Complaint; nowMs: number }) {
  const { t } = useTranslation('complaint');
  const format = useFormat();
  if (!clocks || !open) return null;
  const isOver = dueAtMs !== null && dueAtMs < nowMs;
  const statutory = { moment: format.day(clocks.statutoryDueAtMs + 1) };
  return (
    <div className="deadlines">
      {dueAtMs !== null && state !== 'answered' && (
        <p className={isOver ? 'deadline deadline-over' : 'deadline'}>
          <Icon name={isOver ? 'alert' : 'clock'} size={20} />
          <span>
            {t('due.promised')} <strong>{format.moment(dueAtMs)}</strong> {t(isOver ? 'due.over' : 'due.left', { distance: format.distance(dueAtMs, nowMs) })}
          </span>
        </p>
      )}
      <p className="small-print">{t(clocks.statutoryDueAtMs < nowMs ? 'due.statutoryPassed' : 'due.statutory', statutory)}</p>
      {flags.includes('clock-untrusted') && <p className="small-print">{t('due.untrusted')}</p>}
      {!clocks.calendarCovered && <p className="small-print">{t('due.notCovered')}</p>}
    </div>
  );
}
