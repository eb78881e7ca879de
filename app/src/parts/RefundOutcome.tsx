import '../i18n/later-texts.ts';
import { useTranslation } from 'react-i18next';
import type { RefundCommands } from '../records/refund-command.ts';
import { useReference } from '../platform/reference/reference.ts';
import { InView } from '../ui/telling/InView.tsx';
import { Notice } from '../ui/telling/Notice.tsx';
import { PasswordSheet } from './PasswordSheet.tsx';
import { useRefusalSentence } from './refusal-sentence.ts';

/** What is being done about a refund and what came of it; asks for the password in between where the sum is large. */
export function RefundOutcome({ commands }: { commands: RefundCommands }) {
  const { standing, goOn, forget } = commands;
  if (standing.phase === 'idle') return null;
  if (standing.phase === 'password') return <PasswordSheet onConfirmed={() => goOn(standing.given)} onClose={forget} />;
  return (
    <InView key={standing.phase}>
      <OutcomeNotice standing={standing} goOn={goOn} forget={forget} />
    </InView>
  );
}

type NoticeProps = Pick<RefundCommands, 'goOn' | 'forget'> & { standing: Extract<RefundCommands['standing'], { phase: 'busy' | 'done' }> };

function OutcomeNotice({ standing, goOn, forget }: NoticeProps) {
  const { t } = useTranslation('refund');
  const refusal = useRefundRefusal();
  if (standing.phase === 'busy') return <Notice tone="info">{t('outcome.busy', { command: t(`command.${standing.type}`) })}</Notice>;
  const { carried, given } = standing;
  const command = t(`command.${given.command.type}`);
  switch (carried.kind) {
    case 'applied':
      return (
        <Notice tone="success" dismiss={t('outcome.dismiss')} onDismiss={forget}>
          {t('outcome.applied', { command })}
        </Notice>
      );
    case 'unanswered':
      return <Notice tone="warning">{t('outcome.unanswered', { command })}</Notice>;
    case 'refused':
      return (
        <Notice tone="danger" dismiss={t('outcome.dismiss')} onDismiss={forget}>
          {t('outcome.refused', { command })} {refusal(carried.reason)}
        </Notice>
      );
    case 'unsent':
      return (
        <Notice tone="danger" action={t('outcome.retry')} onAction={() => goOn(given)} dismiss={t('outcome.dismiss')} onDismiss={forget}>
          {t(`outcome.${carried.why}`, { command })}
        </Notice>
      );
  }
}

/** The sentence for a refusal; where somebody was faster, it names them. */
export function useRefundRefusal(): (reason: { code: string; detail?: string | undefined } | null | undefined) => string {
  const { t } = useTranslation('refund');
  const sentence = useRefusalSentence();
  const staff = useReference()?.staff;
  return (reason) => {
    const faster = reason?.code === 'alreadyDecided' ? staff?.find(({ uid }) => uid === reason.detail) : undefined;
    return faster ? t('outcome.alreadyDecidedBy', { name: faster.name }) : sentence(reason?.code);
  };
}
