import { useTranslation } from 'react-i18next';
import { machineMoment } from '@shouwen/domain/kernel/moment';
import { useFormat } from '../../i18n/format.ts';
import type { JournalEntry } from '../../records/live-aggregate.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useRefundRefusal } from '../../parts/RefundOutcome.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './ChainPanel.css';

const worded = [
  'received',
  'approve',
  'refuse',
  'askMore',
  'handToDeputy',
  'execute',
  'amend',
  'withdraw',
  'reverse',
  'reworkChain',
  'applyPolicy',
  'refreshHolders',
  'stepDue',
  'confirmPosting',
  'rejectPosting',
] as const;

/** Everything that was done about it, by whom and when, also what came to nothing. */
export function RefundHistory({ journal, uid }: { journal: readonly JournalEntry[]; uid: string }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const refusal = useRefundRefusal();
  const staff = useReference()?.staff;
  if (journal.length === 0) return null;
  const nameOf = ({ actor }: JournalEntry): string => {
    if (actor.kind !== 'staff') return t('entry.system');
    if (actor.uid === uid) return t('entry.me');
    return actor.name ?? staff?.find((person) => person.uid === actor.uid)?.name ?? t('entry.someone');
  };
  return (
    <Card title={t('history')}>
      <List isOrdered className="chain">
        {journal.map((entry) => {
          const title = worded.find((type) => type === (entry.type === 'receive' ? 'received' : entry.type)) ?? 'unknown';
          const look = entry.outcome === 'applied' ? 'approved' : entry.outcome === 'refused' ? 'refused' : 'open';
          return (
            <li key={entry.id} className={`step-${look}`}>
              <p>{t(`entry.${title}`)}</p>
              <p className="small-print">
                {nameOf(entry)} · <time dateTime={machineMoment(entry.receivedAtMs)}>{format.moment(entry.receivedAtMs)}</time>
              </p>
              {entry.outcome === 'pending' && <p className="warning-text">{t('entry.pending')}</p>}
              {entry.outcome === 'refused' && <p className="danger-text">{t('entry.refused', { reason: refusal(entry.reason) })}</p>}
            </li>
          );
        })}
      </List>
    </Card>
  );
}
