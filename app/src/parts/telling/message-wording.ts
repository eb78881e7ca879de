import '../../i18n/later-texts.ts';
import type { Message } from '@shouwen/domain/outreach/message';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** A message to a customer in one line: what of, to whom, and what became of it. */
export function useMessageWording(): (message: Message) => string {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const stateOf = ({ state, reason, code, nextDueAtMs, acceptedAtMs, deliveredAtMs }: Message): string => {
    switch (state) {
      case 'waiting':
        return t('state.waiting', { moment: format.moment(nextDueAtMs ?? 0) });
      case 'accepted':
        return t('state.accepted', { moment: format.moment(acceptedAtMs ?? 0) });
      case 'delivered':
        return t('state.delivered', { moment: format.moment(deliveredAtMs ?? 0) });
      case 'failed':
        return t('state.failed', { code: code ?? t('unknownCode') });
      case 'skipped':
        return t('state.skipped', { reason: t(`reason.${reason ?? 'over'}`) });
      default:
        return t(`state.${state}`);
    }
  };
  return (message) => t('line', { kind: t(`kind.${message.kind}`), to: message.toMasked, state: stateOf(message) });
}
