import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/telling/Notice.tsx';
import { ChangeEffects } from './ChangeEffects.tsx';
import { type Foreseen, previewChange } from './change-record.ts';

/** What would become of the work in hand if it were confirmed now (ADM-3), or that it cannot be any more. */
export function ChangeForesight({ id }: { id: string }) {
  const { t } = useTranslation('changes');
  const [foreseen, setForeseen] = useState<Foreseen | 'asking' | 'unknown'>('asking');
  useEffect(() => {
    let isOver = false;
    previewChange(id).then(
      (found) => !isOver && setForeseen(found),
      () => !isOver && setForeseen('unknown'),
    );
    return () => {
      isOver = true;
    };
  }, [id]);
  return (
    <div role="status">
      {typeof foreseen === 'string' && <p className="small-print">{t(`foresight.${foreseen}`)}</p>}
      {typeof foreseen === 'object' && foreseen.isOvertaken && <Notice tone="warning">{t('foresight.overtaken')}</Notice>}
      {typeof foreseen === 'object' && !foreseen.isOvertaken && foreseen.effects === null && <p className="small-print">{t('foresight.nothingOpen')}</p>}
      {typeof foreseen === 'object' && foreseen.effects && <ChangeEffects label={t('foresight.label')} effects={foreseen.effects} />}
    </div>
  );
}
