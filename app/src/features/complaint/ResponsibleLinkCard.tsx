import '../../i18n/later-texts.ts';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { Card } from '../../ui/card/Card.tsx';

/** PST-2: where on its way the item came to harm, and which unit answers for it. */
export function ResponsibleLinkCard({ complaint: { responsible } }: { complaint: Complaint }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  if (!responsible) return null;
  const { link, unitId, cause, evidence, byName, atMs } = responsible;
  return (
    <Card title={t('heading')}>
      <p>
        <strong>{t('named', { link: t(`of.${link}`), cause: t(`causeOf.${cause}`) })}</strong>
        {unitId !== null && ` · ${unitName(unitId)}`}
      </p>
      <p className="told">{evidence}</p>
      <p className="small-print">{t('by', { name: byName, moment: format.moment(atMs) })}</p>
    </Card>
  );
}
