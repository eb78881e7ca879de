import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asked, customerLink } from '../../records/closure-identity.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { QrCode } from '../../ui/icon/QrCode.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useClosureRefusal } from './closure-refusal.ts';

/** The way for the customer to see what was done with their account; showing it is an act of its own, on record. */
export function CustomerLinkCard({ closureId }: { closureId: string }) {
  const { t } = useTranslation('closure');
  const sentence = useClosureRefusal();
  const [link, setLink] = useState<Asked<string> | null>(null);
  return (
    <Card label={t('link.show')}>
      <p className="small-print">{t('link.hint')}</p>
      {link?.kind === 'done' ? (
        <QrCode text={link.answer} label={t('link.label')} />
      ) : (
        <Button onClick={() => void customerLink(closureId).then(setLink)}>{t('link.show')}</Button>
      )}
      {link?.kind === 'refused' && <Notice tone="danger">{t('second.failed', { reason: sentence(link.code) })}</Notice>}
      {link?.kind === 'unreachable' && <Notice tone="danger">{t('second.unreachable')}</Notice>}
    </Card>
  );
}
