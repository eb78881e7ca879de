import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isUntold } from '@shouwen/domain/complaint/told';
import { findCategory } from '@shouwen/domain/policy/category';
import { inLanguage, useLanguage } from '../platform/device/language.ts';
import { usePendingFor } from '../platform/outbox/outbox.ts';
import { named } from '../platform/reference/named.ts';
import { regionName, unitName, useReference } from '../platform/reference/reference.ts';
import type { Row } from '../platform/rows/row.ts';
import { FlagMark } from './FlagMark.tsx';
import { StateMark } from './StateMark.tsx';
import { DueLine } from './DueLine.tsx';
import { useNow } from './use-now.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import { useFormat } from '../i18n/format.ts';
import { LinkCard } from '../ui/card/LinkCard.tsx';
import './ComplaintCard.css';

/** One complaint in a list. Few elements on purpose: a dozen of these are mounted at any time while thousands are scrolled through. */
export const ComplaintCard = memo(function ComplaintCard({ row }: { row: Row }) {
  return (
    <LinkCard className="card" to={`/complaint/${row.id}`}>
      <span className="card-number">{row.number}</span>
      <StateMark state={row.state} />
      <CardNames row={row} />
      {isUntold(row) && <Untold />}
      <Unsent complaintId={row.id} local={row.local} />
      {row.flags.map((flag) => (
        <FlagMark key={flag} flag={flag} />
      ))}
      <DueLine row={row} />
      {row.nextContactAtMs !== null && <NextContact atMs={row.nextContactAtMs} />}
    </LinkCard>
  );
});

function CardNames({ row }: { row: Row }) {
  const reference = useReference();
  const reader = useLanguage();
  const holder = useHolder(row);
  const category = reference && findCategory(reference.pack, row.category)?.category.name;
  const tier = reference?.pack.tiers.find((candidate) => candidate.id === row.tier)?.name;
  const facts = [row.homeRegion === null ? null : regionName(row.homeRegion), tier ? inLanguage(tier, reader) : null, row.contactMasked.name, holder];
  return (
    <>
      <strong>{named('category', category, reader)}</strong>
      <span className="card-facts">{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </>
  );
}

/** A complaint is never with nobody: a person, a unit's pool, or the assignment that is under way. */
function useHolder(row: Row): string {
  const { t } = useTranslation('worklist');
  if (row.handlerName !== null) return row.handlerName;
  return row.handlingUnitId === null ? t('nobodyYet') : t('pool', { unit: unitName(row.handlingUnitId) });
}

/** SLA-4: when the customer was promised to be contacted; one that has passed says so by colour and sign. */
function NextContact({ atMs }: { atMs: number }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const isOver = atMs < useNow();
  return (
    <span className={`due time-${isOver ? 'overdue' : 'promised'}`}>
      <Icon name="phone" size={16} />
      {t(isOver ? 'contact.over' : 'contact.next', { moment: format.moment(atMs) })}
    </span>
  );
}

/** TEL-5: the answer is there, and the customer does not know. */
function Untold() {
  const { t } = useTranslation('worklist');
  return <span className="flag flag-unsent">{t('untold')}</span>;
}

function Unsent({ complaintId, local }: { complaintId: string; local: boolean }) {
  const { t } = useTranslation('worklist');
  const pending = usePendingFor('complaints', complaintId);
  if (pending.some((item) => item.state === 'notAccepted')) return <span className="flag flag-not-accepted">{t('notAccepted')}</span>;
  return pending.length > 0 || local ? <span className="flag flag-unsent">{t('unsent')}</span> : null;
}
