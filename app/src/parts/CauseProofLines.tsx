import '../i18n/later-texts.ts';
import { type CauseProof, isProved } from '@shouwen/domain/complaint/cause-proof';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';

interface Props {
  /** Null where it was confirmed before there was more than words. */
  proof: CauseProof | null;
  by: { name: string; atMs: number } | null;
  /** Whether whoever asks for the money has confirmed the cause too. */
  isByAsker?: boolean;
}

/** REF-1: on what a cause was confirmed beside words, and by whom. */
export function CauseProofLines({ proof, by, isByAsker = false }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  return (
    <>
      {proof?.bill && (
        <p>
          {t('proof.bill', {
            month: format.month(Date.parse(`${proof.bill.period}-01T00:00:00+08:00`)),
            item: proof.bill.item,
            amount: format.money(proof.bill.amountFen),
          })}
        </p>
      )}
      {proof?.photoId && <p>{t('proof.photo')}</p>}
      {proof && !isProved(proof) && <p className="small-print">{t('proof.wordsOnly')}</p>}
      {by && <p className="small-print">{t('proof.by', { name: by.name, moment: format.moment(by.atMs) })}</p>}
      {by && isByAsker && <p className="warning-text">{t('proof.byAsker')}</p>}
    </>
  );
}
