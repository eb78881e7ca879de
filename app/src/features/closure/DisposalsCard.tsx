import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import type { Expected, ExpectedDisposal } from './closure-form.ts';
import { useClosureRefusal } from './closure-refusal.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './DisposalsCard.css';

/** What will happen, before anything is sent: each bucket with its amount and rule, the day, and what "at once" means; or why it cannot be (CLO-1, CLO-2). */
export function DisposalsCard({ expected }: { expected: Expected }) {
  const { t } = useTranslation('closure');
  const sentence = useClosureRefusal();
  const format = useFormat();
  if (!expected.ok) return <Notice tone="danger">{t('form.cannot', { reason: sentence(expected.code) })}</Notice>;
  const { lines, transferAtMs, lacks } = expected;
  const pays = lines.some((line) => line.action === 'refund' && line.amountFen > 0);
  const moves = lines.some((line) => line.action === 'transfer' && line.amountFen > 0);
  return (
    <Card isAsking title={t('plan.heading')}>
      <List isSpaced className="plan-lines">
        {lines.map((line) => (
          <DisposalLine key={line.bucket} line={line} />
        ))}
      </List>
      <p>
        <strong>{moves ? t('plan.transferAt', { moment: format.fullMoment(transferAtMs) }) : t('plan.nothingMoves')}</strong>
      </p>
      <p>{t('plan.now')}</p>
      {pays && <p>{t('plan.cashByClerk', { day: format.day(transferAtMs) })}</p>}
      {lacks !== null && <p className="warning-text">{t(lacks === 'target' ? 'plan.targetLater' : 'plan.identityLater')}</p>}
    </Card>
  );
}

function DisposalLine({ line }: { line: ExpectedDisposal }) {
  const { t } = useTranslation(['closure', 'ledger']);
  const format = useFormat();
  return (
    <li>
      <span className="plan-line-what">
        <strong>{t(`ledger:bucket.${line.bucket}`)}</strong>
        <span>{t(wayOf(line))}</span>
      </span>
      <span className="plan-line-amount">
        <strong className="number">{format.money(line.amountFen)}</strong>
        <small>{t('rule', { rule: line.rule })}</small>
      </span>
    </li>
  );
}

/** What may go neither way lapses, and a debt stays one. */
export function wayOf({ action, amountFen }: Pick<ExpectedDisposal, 'action' | 'amountFen'>) {
  if (amountFen < 0) return 'outcome.owed';
  if (amountFen === 0) return 'outcome.empty';
  return action === 'nothing' ? 'outcome.lapses' : (`action.${action}` as const);
}
