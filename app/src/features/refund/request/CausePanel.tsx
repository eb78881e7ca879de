import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { CauseProofLines } from '../../../parts/CauseProofLines.tsx';
import { Card } from '../../../ui/card/Card.tsx';

interface Props {
  number: string;
  contactMasked: Complaint['contactMasked'];
  cause: Complaint['cause'];
  staff: Pick<Staff, 'uid'>;
}

/** REF-1: what was confirmed to be the cause, by what evidence and by whom. */
export function CausePanel({ number, contactMasked, cause, staff }: Props) {
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
      {cause && <CauseProofLines proof={cause} by={{ name: cause.byName, atMs: cause.atMs }} isByAsker={cause.byUid === staff.uid} />}
    </Card>
  );
}
