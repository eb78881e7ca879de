import type { Staff } from '@shouwen/domain/organisation/staff';
import { workOutChain } from '@shouwen/domain/refund/chain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { Reference } from '../../../platform/reference/reference.ts';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { chainLinks } from '../chain-links.ts';
import { useChainWording } from '../chain-wording.ts';
import { Card } from '../../../ui/card/Card.tsx';
import { List } from '../../../ui/card/List.tsx';
import '../ChainPanel.css';

interface Props {
  amountFen: number;
  /** What REF-4 adds, as far as the phone knows. */
  earlierFen: number;
  isEarlierKnown: boolean;
  staff: Staff;
  reference: Reference;
}

/** REF-2: who will decide, worked out before anything is sent, by the rules that the server decides by. */
export function ChainPreview({ amountFen, earlierFen, isEarlierKnown, staff, reference }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const { limitText, postText, holdersText } = useChainWording();
  if (reference.staff.length === 0) return <Notice tone="info">{t('request.noDirectory')}</Notice>;
  const { pack, units } = reference;
  const sumFen = amountFen + earlierFen;
  const chain = workOutChain({ requester: staff, cumulatedFen: sumFen, pack, units, staff: reference.staff });
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
      {!isEarlierKnown && <p className="small-print">{t('request.chainMayGrow')}</p>}
    </Card>
  );
}
