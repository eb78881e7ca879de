import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Skeleton } from '../../ui/telling/Skeleton.tsx';

interface Props<Value> {
  list: FollowedList<Value>;
  empty: string;
  idOf: (value: Value) => string;
  /** From so many on, there may be more than are shown. */
  most: number;
  children: (value: Value) => ReactNode;
}

/** A list of records with all that can keep it from being there. */
export function RecordList<Value>({ list, empty, idOf, most, children }: Props<Value>) {
  const { t } = useTranslation(['access', 'shell']);
  if (list.status === 'loading') return <Skeleton label={t('shell:loading')} rows={4} />;
  if (list.status !== 'here') return <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} />;
  return (
    <>
      {list.isFromCache && <Notice tone="info">{t('cached')}</Notice>}
      {list.values.length === 0 && <Blank icon="check" title={empty} text="" />}
      <List isSpaced>
        {list.values.map((value) => (
          <li key={idOf(value)}>
            <CardBoundary>{children(value)}</CardBoundary>
          </li>
        ))}
      </List>
      {list.values.length >= most && <p className="small-print">{t('cut', { count: most })}</p>}
    </>
  );
}
