import { useEffect, useEffectEvent, useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../frame/Loading.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Fact, Facts } from '../../ui/card/Facts.tsx';
import { type CentreCounts, type MessageCount, countedStates, countMessages, mostCounted } from './centre-messages.ts';

/** How today's messages stand, counted by the server. */
export function CountsCard({ pack }: Pick<Staff, 'pack'>) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const [counts, setCounts] = useState<CentreCounts | 'counting' | 'unknown'>('counting');
  const count = (): void => {
    setCounts('counting');
    countMessages(pack).then(setCounts, () => setCounts('unknown'));
  };
  const begin = useEffectEvent(count);
  useEffect(() => begin(), [pack]);
  const wordsOf = (number: number): string => (number >= mostCounted ? t('centre.most', { number: format.number(mostCounted) }) : format.number(number));
  return (
    <Card title={t('centre.today')} aria-busy={counts === 'counting'}>
      {counts === 'counting' && <Loading rows={2} />}
      {counts === 'unknown' && <p className="warning-text">{t('centre.unknown')}</p>}
      {typeof counts === 'object' && (
        <Facts>
          {(Object.keys(countedStates) as MessageCount[]).map((name) => (
            <Fact key={name} name={t(`centre.counts.${name}`)}>
              {wordsOf(counts[name])}
            </Fact>
          ))}
        </Facts>
      )}
      <Button disabled={counts === 'counting'} onClick={count}>
        {t('centre.recount')}
      </Button>
    </Card>
  );
}
