import { type Refund, type Approval } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { chainLinks } from './chain-links.ts';
import { useChainWording } from './chain-wording.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './ChainPanel.css';

/** Who has to say yes, who did, for whom, and when (REF-2, REF-6); last, who pays (REF-5). */
export function ChainPanel({ refund, uid }: { refund: Refund; uid: string }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const { limitText, postText, holdersText } = useChainWording();
  const staff = useReference()?.staff ?? [];
  const { steps, execution, state } = refund;
  if (state === 'requested' || refund.refusalCode !== null || refund.closureId !== null) return null;
  const links = chainLinks(steps, staff);
  const isPayable = ['approved', 'executing', 'posted', 'reversed'].includes(state);
  return (
    <Card title={t('chain.heading')}>
      {steps.length === 0 && <p>{t('chain.requesterDecided', { limit: limitText(refund.ownLimitFen) })}</p>}
      <List isOrdered className="chain">
        {steps.map((step, index) => {
          const link = links[index];
          return (
            <li key={`${step.unitId}${step.roles.join()}`} className={`step-${step.state}`}>
              {link && <p>{postText(link)}</p>}
              {link && <p className="small-print">{holdersText(link)}</p>}
              <ApprovalStateText step={step} uid={uid} />
            </li>
          );
        })}
        {isPayable && (
          <li className={state === 'approved' ? 'step-open' : 'step-approved'}>
            <p>{t('chain.pays')}</p>
            {execution && (
              <p className="small-print">
                {execution.rejected === null ? t('chain.paid', { name: execution.byName }) : t('chain.rejected', { reason: execution.rejected })} ·{' '}
                {format.moment(execution.atMs)}
              </p>
            )}
          </li>
        )}
      </List>
    </Card>
  );
}

function ApprovalStateText({ step, uid }: { step: Approval; uid: string }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  if (step.state !== 'approved' && step.state !== 'refused') return <p className="small-print">{t(`chain.${step.state}`)}</p>;
  const name = step.decidedByUid === uid ? t('chain.you') : (step.decidedByName ?? '');
  const who = step.forName === null ? name : t('chain.forOther', { name, other: step.forName });
  return (
    <p className="small-print">
      {t(`chain.${step.state}`, { who })}
      {step.deputyCapFen !== null && t('chain.cap', { cap: format.money(step.deputyCapFen) })}
      {step.decidedAtMs !== null && ` · ${format.moment(step.decidedAtMs)}`}
    </p>
  );
}
