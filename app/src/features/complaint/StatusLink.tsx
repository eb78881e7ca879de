import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownLink } from '../../records/shown-link.ts';
import { QrCode } from '../../ui/icon/QrCode.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import './StatusLink.css';

interface Props {
  complaintId: string;
  /** The secret as this phone made it, while the complaint has not been sent. */
  ownToken: string | null;
  onClose: () => void;
}

/** The customer's link as a code to scan off the screen. */
export function StatusLink({ complaintId, ownToken, onClose }: Props) {
  const { t } = useTranslation('complaint');
  const [isCopied, setCopied] = useState(false);
  const { shown, show } = useShownLink(complaintId, ownToken);
  const ask = useEffectEvent(() => {
    if (ownToken === null) show();
  });
  useEffect(() => ask(), []);
  return (
    <Sheet title={t('contact.link')} onClose={onClose}>
      {shown.status === 'unreachable' && <Notice tone="danger">{t('contact.failure')}</Notice>}
      {shown.status === 'refused' && <Notice tone="danger">{t('contact.refused')}</Notice>}
      {shown.status === 'shown' && (
        <>
          <div className="status-link">
            <QrCode text={shown.link} label={t('contact.link')} />
          </div>
          <p>{t('contact.linkText')}</p>
          {ownToken === null && <p className="small-print">{t('contact.linkOnRecord')}</p>}
          <Button onClick={() => void navigator.clipboard.writeText(shown.link).then(() => setCopied(true))}>
            {t(isCopied ? 'contact.copied' : 'contact.copy')}
          </Button>
        </>
      )}
    </Sheet>
  );
}
