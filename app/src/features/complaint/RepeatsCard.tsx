import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { numberOf } from '@shouwen/domain/kernel/number';
import { useTranslation } from 'react-i18next';
import { earlierIdsOf, useRelatedComplaints } from './related-complaints.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

/** ATT-2: what the same customer complained of before, and what this one was merged into. The number is worked out from the id, so it is there offline too. */
export function RepeatsCard({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation('complaint');
  const earlier = earlierIdsOf(complaint);
  const mergedInto = complaint.mergedInto === null ? [] : [complaint.mergedInto];
  const found = useRelatedComplaints([...mergedInto, ...earlier]);
  return (
    <>
      {mergedInto.length > 0 && <LinkList heading={t('merged')} ids={mergedInto} found={found} />}
      {earlier.length > 0 && <LinkList heading={t('repeats.heading')} ids={earlier} found={found} />}
    </>
  );
}

function LinkList({ heading, ids, found }: { heading: string; ids: readonly string[]; found: ReadonlyMap<string, Complaint> }) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  return (
    <Card title={heading}>
      <List className="links">
        {ids.map((id) => {
          const state = found.get(id)?.state;
          return (
            <li key={id}>
              <AppLink to={`/complaint/${id}`}>
                <span className="number">{numberOf(id)}</span>
                {state && ` · ${t(`vocabulary:state.${state}`)}`}
              </AppLink>
            </li>
          );
        })}
      </List>
    </Card>
  );
}
