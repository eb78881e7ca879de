import '../../i18n/later-texts.ts';
import { useMemo } from 'react';
import { useIonRouter } from '@ionic/react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Refund, refundNumber } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { allowedRefundCommands, type SeenFacts } from '../../records/allowed-refund-commands.ts';
import { usePackOf } from '../../records/earlier-packs.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { type LiveRefund, useLiveRefund } from '../../records/live-refund.ts';
import { useRefundFacts } from '../../records/people-of-refunds.ts';
import { type RefundCommands, useRefundCommands } from '../../records/refund-command.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { RefundOutcome } from '../../parts/RefundOutcome.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useNow } from '../../parts/use-now.ts';
import { CalculationPanel } from './request/CalculationPanel.tsx';
import { ChainPanel } from './ChainPanel.tsx';
import { RefundActions } from './RefundActions.tsx';
import { RefundFactsCard } from './RefundFactsCard.tsx';
import { RefundHead } from './RefundHead.tsx';
import { RefundHistory } from './RefundHistory.tsx';
import { RelatedOfRefund } from './RelatedOfRefund.tsx';
import { RemarkPanels } from './RemarkPanels.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';

/** One refund: what is asked for and why, who has decided, and what this person can do about it. */
export function RefundPage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <RefundOf key={id} id={id} staff={session.staff} />;
}

function RefundOf({ id, staff }: { id: string; staff: Staff }) {
  const { t } = useTranslation(['refund', 'shell']);
  const router = useIonRouter();
  const live = useLiveRefund(id);
  const commands = useRefundCommands();
  const now = useNow();
  const refund = live.status === 'here' ? live.aggregate : null;
  const pack = usePackOf(refund?.packVersion ?? null);
  const inQuestion = useMemo(() => (refund ? [refund] : []), [refund]);
  const known = useRefundFacts(inQuestion, staff);
  const allowed = refund && known && pack ? allowedRefundCommands(refund, staff, { ...known, pack }, now) : [];
  const hasOrder = refund !== null && ['approved', 'executing', 'posted', 'reversed'].includes(refund.state);
  return (
    <AppPage
      title={refund ? `${t('title')} ${refundNumber(id)}` : t('title')}
      backTo="/approvals"
      actions={hasOrder && <IconButton icon="print" label={t('order.open')} onClick={() => router.push(`/refund/${id}/order`, 'forward')} />}
      {...(refund && allowed.length > 0 ? { footer: <RefundActions refund={refund} allowed={allowed} staff={staff} commands={commands} /> } : {})}
    >
      {live.status === 'loading' && <Loading rows={4} />}
      {live.status === 'absent' && <Blank icon="search" title={t('absent.title')} text={t('absent.text')} />}
      {live.status === 'unreachable' && <Blank icon="offline" title={t('unavailable.title')} text={t('unavailable.text')} />}
      {live.status === 'unreadable' && <Unreadable />}
      {live.status === 'here' && <RefundBody live={live} staff={staff} known={known} commands={commands} nowMs={now} />}
    </AppPage>
  );
}

interface BodyProps {
  live: Extract<LiveRefund, { status: 'here' }>;
  staff: Staff;
  known: SeenFacts | null;
  commands: RefundCommands;
  nowMs: number;
}

function RefundBody({ live: { aggregate: refund, journal, isFromCache }, staff, known, commands, nowMs }: BodyProps) {
  const { t } = useTranslation('refund');
  const { online } = useConnectivity();
  return (
    <CardColumn>
      {isFromCache && !online && <Notice tone="info">{t('cached')}</Notice>}
      {isStillToShow(commands, refund) && <RefundOutcome commands={commands} />}
      <RefundHead refund={refund} staff={staff} known={known} nowMs={nowMs} />
      <RemarkPanels refund={refund} />
      <RefundFactsCard refund={refund} staff={staff} />
      <RelatedOfRefund refund={refund} />
      <CalculationPanel refund={refund} />
      <ChainPanel refund={refund} uid={staff.uid} />
      <RefundHistory journal={journal} uid={staff.uid} />
    </CardColumn>
  );
}

/** "No answer yet" ends by itself with the answer, which the page shows as the refund's new state. */
function isStillToShow({ standing }: RefundCommands, refund: Refund): boolean {
  if (standing.phase !== 'done' || standing.carried.kind !== 'unanswered') return true;
  return !('seq' in standing.given.command) || standing.given.command.seq === refund.seq;
}
