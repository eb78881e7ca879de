import { type LineFigure, signedFigureFen } from '@shouwen/domain/closure/figures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import type { Expected } from './closure-form.ts';
import { FiguresLine } from './FiguresLine.tsx';
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
  const { figures, transferAtMs, lacks, reasons } = expected;
  return (
    <Card isAsking title={t('plan.heading')}>
      <List isSpaced className="plan-lines">
        {figures.lines.map((line) => (
          <DisposalLine key={line.bucket} line={line} />
        ))}
      </List>
      <p>
        <FiguresLine figures={figures} />
      </p>
      <p>
        <strong>{figures.movesFen > 0 ? t('plan.transferAt', { moment: format.fullMoment(transferAtMs) }) : t('plan.nothingMoves')}</strong>
      </p>
      <p>{t(reasons.length > 0 ? 'plan.later' : 'plan.now')}</p>
      {figures.paidOutFen > 0 && <p>{t('plan.cashByClerk', { day: format.day(transferAtMs) })}</p>}
      {reasons.length > 0 && (
        <Notice tone="info">{t('second.needed', { reasons: reasons.map((reason) => t(`second.reason.${reason}`)).join(t('second.and')) })}</Notice>
      )}
      {lacks !== null && <p className="warning-text">{t(lacks === 'target' ? 'plan.targetLater' : 'plan.identityLater')}</p>}
    </Card>
  );
}

function DisposalLine({ line }: { line: LineFigure }) {
  const { t } = useTranslation(['closure', 'ledger']);
  const format = useFormat();
  return (
    <li>
      <span className="plan-line-what">
        <strong>{t(`ledger:bucket.${line.bucket}`)}</strong>
        <span>{t(`fate.${line.fate}`)}</span>
      </span>
      <span className="plan-line-amount">
        <strong className="number">{format.money(signedFigureFen(line))}</strong>
        <small>{t('rule', { rule: line.rule })}</small>
      </span>
    </li>
  );
}
