import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card/Card.tsx';

interface Props {
  number: string;
  contactMasked: Complaint['contactMasked'];
  cause: Pick<NonNullable<Complaint['cause']>, 'text' | 'evidence'> | null;
}

/** REF-1: what was confirmed to be the cause, and by what evidence. */
export function CausePanel({ number, contactMasked, cause }: Props) {
  const { t } = useTranslation('refund');
  return (
    <Card label={t('fact.cause')}>
      <p className="small-print">
        {t('request.forComplaint', { number })} · {contactMasked.name} {contactMasked.phone}
      </p>
      <h2>{t('fact.cause')}</h2>
      <p className="told">{cause?.text}</p>
      <h2>{t('fact.evidence')}</h2>
      <p className="told">{cause?.evidence}</p>
    </Card>
  );
}
