import '../../i18n/later-texts.ts';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { CauseProofLines } from '../../parts/CauseProofLines.tsx';
import { Card } from '../../ui/card/Card.tsx';

/** REF-1: what was confirmed to be the cause, by whom and on what evidence. */
export function CauseCard({ complaint: { cause } }: { complaint: Complaint }) {
  const { t } = useTranslation('refund');
  if (!cause) return null;
  return (
    <Card title={t('fact.cause')}>
      <p className="told">{cause.text}</p>
      <h2>{t('fact.evidence')}</h2>
      <p className="told">{cause.evidence}</p>
      <CauseProofLines proof={cause} by={{ name: cause.byName, atMs: cause.atMs }} />
    </Card>
  );
}
