import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { useRefusalSentence } from '../../../parts/refusal-sentence.ts';
import type { Sending } from './use-sending.ts';

interface Props {
  sending: Sending;
  refundId: string;
  /** The words are kept and may be sent again, corrected, as a new request. */
  onRenew: () => void;
}

/** How far the request has got, in plain words; what has not left the phone never looks as if it had. */
export function SendingNotice({ sending, refundId, onRenew }: Props) {
  const { t } = useTranslation(['refund', 'complaint']);
  const router = useIonRouter();
  const sentence = useRefusalSentence();
  switch (sending.phase) {
    case 'checking':
      return <Notice tone="info">{t('request.checking')}</Notice>;
    case 'slow':
      return (
        <Notice tone="warning" action={t('request.look')} onAction={() => router.push(`/refund/${refundId}`, 'forward')}>
          {t('request.slow')}
        </Notice>
      );
    case 'turnedAway':
      return (
        <Notice tone="danger" action={t('complaint:refused.edit')} onAction={onRenew}>
          <strong>{t('request.refusedHeading')}</strong> {sentence(sending.code)}
        </Notice>
      );
    case 'unsent':
      return <Notice tone="danger">{sending.why === 'offline' ? t('request.offline') : t(`outcome.${sending.why}`, { command: t('request.title') })}</Notice>;
    default:
      return null;
  }
}
