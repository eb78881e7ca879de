import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useWaitingCount } from '../../records/live-refunds.ts';
import { useSession } from '../../platform/session/session.ts';
import { EntryCard } from '../../ui/card/LinkCard.tsx';

const mostCounted = 20;

/** The way to the refunds that wait for this person, with their number, while there are any. */
export function WaitingRefunds() {
  const staff = useSession()?.staff;
  return staff ? <Entry staff={staff} /> : null;
}

function Entry({ staff }: { staff: Staff }) {
  const { t } = useTranslation('approvals');
  const count = useWaitingCount(staff.role === 'refundClerk' ? 'toPay' : 'waiting', staff, mostCounted);
  if (count === null || count === 0) return null;
  const text = count > mostCounted ? t('entryMore', { count: mostCounted }) : t('entryCount', { count });
  return <EntryCard to="/approvals" icon="check" title={t('entry')} text={text} />;
}
