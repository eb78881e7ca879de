import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../ui/icon/QrCode.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import './StatusLink.css';

/** The customer's link as a code to scan off the screen. Its secret stands in the fragment, which no server sees. */
export function StatusLink({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation('complaint');
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/s#${token}`;
  return (
    <Sheet title={t('contact.link')} onClose={onClose}>
      <div className="status-link">
        <QrCode text={link} label={t('contact.link')} />
      </div>
      <p>{t('contact.linkText')}</p>
      <Button onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>{t(isCopied ? 'contact.copied' : 'contact.copy')}</Button>
    </Sheet>
  );
}
