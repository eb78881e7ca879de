import type { Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card/Card.tsx';

const remarks = ['question', 'reply', 'refusal', 'withdrawal', 'reversal'] as const;

/** What people said to each other about it: asked, answered, refused, withdrawn, reversed. */
export function RemarkPanels({ refund }: { refund: Refund }) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  return remarks.map((name) => {
    const remark = refund[name];
    return (
      remark && (
        <Card key={name} title={t(`remark.${name}`)} isAsking={name === 'question' && refund.state === 'awaitingAnswer'}>
          <p className="told">{remark.text}</p>
          <p className="small-print">{t('remark.by', { name: remark.byName, moment: format.moment(remark.atMs) })}</p>
        </Card>
      )
    );
  });
}
