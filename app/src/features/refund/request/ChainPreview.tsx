import { isProved } from '@shouwen/domain/complaint/cause-proof';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Chain, workOutChain } from '@shouwen/domain/refund/chain';
import { covers } from '@shouwen/domain/refund/sum/covers';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { Reference } from '../../../platform/reference/reference.ts';
import type { RelatedRefunds } from '../../../records/related-refunds.ts';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { chainLinks } from '../chain-links.ts';
import { useChainWording } from '../chain-wording.ts';
import { Card } from '../../../ui/card/Card.tsx';
import { List } from '../../../ui/card/List.tsx';
import '../ChainPanel.css';

interface Props {
  amountFen: number;
  /** What REF-4 adds, as far as it is known. */
  related: RelatedRefunds;
  cause: Complaint['cause'];
  staff: Staff;
  reference: Reference;
}

/** REF-2: who will decide, worked out before anything is sent, by the rules that the server decides by. */
export function ChainPreview({ amountFen, related, cause, staff, reference }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const { limitText, postText, holdersText } = useChainWording();
  if (reference.staff.length === 0) return <Notice tone="info">{t('request.noDirectory')}</Notice>;
  const { pack, units } = reference;
  const { earlierFen, aloneFen } = related.status === 'known' ? related : { earlierFen: 0, aloneFen: 0 };
  const sumFen = amountFen + earlierFen;
  const isOwn = cause?.byUid === staff.uid;
  const word = { cumulatedFen: sumFen, aloneFen: amountFen + aloneFen, isCauseOwn: isOwn };
  const chain = workOutChain({ requester: staff, ...word, pack, units, staff: reference.staff });
  return (
    <Card title={t('request.chain')} aria-live="polite">
      {earlierFen > 0 && <p>{t('request.earlierTotal', { total: format.money(sumFen) })}</p>}
      {!chain.ok && <p className="warning-text">{t('request.noApprover')}</p>}
      {chain.ok && chain.steps.length === 0 && <p>{t('request.chainSelf', { limit: limitText(chain.ownLimitFen) })}</p>}
      {chain.ok && chain.steps.length > 0 && (
        <>
          <p>{t('request.chainNeeds')}</p>
          <List isOrdered className="chain-preview">
            <li>
              {t('chain.you')} {limitText(chain.ownLimitFen)}
            </li>
            {chainLinks(chain.steps, reference.staff).map((link) => (
              <li key={`${link.role}${link.unitId}`}>
                <p>{postText(link)}</p>
                <p className="small-print">{holdersText(link)}</p>
              </li>
            ))}
          </List>
        </>
      )}
      {chain.ok && isForTheDay(chain, sumFen) && (
        <p className="warning-text">{t(isOwn ? 'request.ownCause' : 'request.dayFull', { sum: format.money(amountFen + aloneFen) })}</p>
      )}
      {cause && sumFen > pack.refunds.proofAboveFen && !isProved(cause) && (
        <p className="warning-text">{t('request.needsProof', { sum: format.money(pack.refunds.proofAboveFen) })}</p>
      )}
      {related.status !== 'known' && <p className="small-print">{t('request.chainMayGrow')}</p>}
    </Card>
  );
}

/** Whether somebody else is asked for no other reason than what the requester has decided alone that day. */
function isForTheDay({ ownLimitFen, steps }: Extract<Chain, { ok: true }>, sumFen: number): boolean {
  return steps.length > 0 && covers(ownLimitFen, sumFen);
}
