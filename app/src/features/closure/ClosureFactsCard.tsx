import type { ReactNode } from 'react';
import type { Closure, Disposal } from '@shouwen/domain/closure/closure';
import { closureFigures, type LineFigure, signedFigureFen } from '@shouwen/domain/closure/figures';
import { numberOf } from '@shouwen/domain/kernel/number';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { FiguresLine } from './FiguresLine.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Facts } from '../../ui/card/Facts.tsx';
import { List } from '../../ui/card/List.tsx';
import './DisposalsCard.css';

interface Props {
  closure: Closure;
}

/** What becomes of each bucket, with what has been posted; and who closed which account when. */
export function ClosureFactsCard({ closure }: Props) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const figures = closureFigures(closure);
  const { closedAtMs, transferAtMs, targetMasked, targetAccountNo } = closure;
  const target = targetMasked ? `${targetMasked.phone} ${targetMasked.holder}` : (targetAccountNo ?? t('fact.noTarget'));
  const hasTarget = targetAccountNo !== null || closure.lines.some((line) => line.action === 'transfer');
  return (
    <>
      {closure.lines.length > 0 && (
        <Card title={t('plan.heading')}>
          <List isSpaced className="plan-lines">
            {figures.lines.map((line) => (
              <DisposalLine key={line.bucket} line={line} />
            ))}
          </List>
          <p>
            <FiguresLine figures={figures} />
          </p>
        </Card>
      )}
      <Card label={t('fact.account')}>
        <Facts>
          <Fact name={t('fact.number')}>
            <span className="number">{numberOf(closure.id)}</span>
          </Fact>
          <Fact name={t('fact.account')}>{closure.accountNo}</Fact>
          <Fact name={t('fact.kind')}>{t(`kind.${closure.kind}`)}</Fact>
          {hasTarget && <Fact name={t('fact.target')}>{targetMasked && targetAccountNo ? `${target} · ${targetAccountNo}` : target}</Fact>}
          <Fact name={t('fact.identity')}>{t(closure.identityChecked ? 'fact.identityYes' : 'fact.identityNo')}</Fact>
          {closedAtMs !== null && <Fact name={t('fact.closedAt')}>{format.fullMoment(closedAtMs)}</Fact>}
          {transferAtMs !== null && <Fact name={t('fact.transferAt')}>{format.fullMoment(transferAtMs)}</Fact>}
          <Fact name={t('fact.requester')}>{`${closure.requesterName} · ${unitName(closure.requesterUnitId)}`}</Fact>
        </Facts>
      </Card>
    </>
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
        {line.postingId !== null && <small className="posting-id">{t('fact.posting', { id: line.postingId })}</small>}
      </span>
      <span className="plan-line-amount">
        <strong className="number">{format.money(signedFigureFen(line))}</strong>
        {line.fate !== 'empty' && <small>{t(disposalStateOf(line))}</small>}
        <small>{t('rule', { rule: line.rule })}</small>
      </span>
    </li>
  );
}

/** Cash waits for the clerk, and all else for its day. */
export function disposalStateOf({ action, state }: Pick<Disposal, 'action' | 'state'>) {
  return action === 'refund' && state === 'waiting' ? 'state.awaitingCash' : (`lineState.${state}` as const);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
