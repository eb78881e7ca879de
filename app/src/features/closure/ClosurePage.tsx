import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { type Closure, closureRefundId } from '@shouwen/domain/closure/closure';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { closureRoles } from '@shouwen/domain/closure/closure-roles';
import { heldWording } from '@shouwen/domain/closure/held-wording';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useParams } from 'react-router-dom';
import { useFormat } from '../../i18n/format.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { type LiveClosure, useLiveClosure } from '../../records/live-closure.ts';
import type { JournalEntry } from '../../records/live-aggregate.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useNow } from '../../parts/use-now.ts';
import { ClosureFactsCard } from './ClosureFactsCard.tsx';
import { ClosureReceipt } from './ClosureReceipt.tsx';
import { ClosureTimeline } from './ClosureTimeline.tsx';
import { useClosureRefusal } from './closure-refusal.ts';
import { lastMomentBefore, mayChangeTarget, closurePhaseOf } from './closure-phase.ts';
import { ClosurePhaseMark } from './ClosurePhaseMark.tsx';
import { CustomerLinkCard } from './CustomerLinkCard.tsx';
import { SecondPersonCard } from './SecondPersonCard.tsx';
import { TargetSheet } from './TargetSheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonLink } from '../../ui/action/ButtonLink.tsx';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import './ClosurePage.css';

/** One closing: where it stands, what becomes of each bucket, and what can still be done. */
export function ClosurePage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <ClosureOf key={id} id={id} staff={session.staff} />;
}

function ClosureOf({ id, staff }: { id: string; staff: Staff }) {
  const { t } = useTranslation(['closure', 'shell']);
  const live = useLiveClosure(id);
  const hasReceipt = live.status === 'here' && live.aggregate.closedAtMs !== null;
  return (
    <AppPage
      title={t('title')}
      backTo="/closures"
      actions={hasReceipt && <IconButton icon="print" label={t('receipt.print')} onClick={() => window.print()} />}
    >
      {live.status === 'loading' && <Loading rows={4} />}
      {live.status === 'absent' && <Blank icon="search" title={t('absent.title')} text={t('absent.text')} />}
      {live.status === 'unreachable' && <Blank icon="offline" title={t('unavailable.title')} text={t('unavailable.text')} />}
      {live.status === 'unreadable' && <Unreadable />}
      {live.status === 'here' && <ClosureBody live={live} staff={staff} />}
    </AppPage>
  );
}

function ClosureBody({ live, staff }: { live: Extract<LiveClosure, { status: 'here' }>; staff: Staff }) {
  const { t } = useTranslation('closure');
  const { online } = useConnectivity();
  const { aggregate: closure, journal } = live;
  const paysCash = closure.lines.some((line) => line.action === 'refund' && line.state !== 'empty');
  return (
    <>
      <CardColumn className="closure">
        {live.isFromCache && !online && <Notice tone="info">{t('cached')}</Notice>}
        <ClosurePhaseCard closure={closure} />
        <ChangeNotice journal={journal} uid={staff.uid} />
        <SecondPersonCard closure={closure} staff={staff} />
        <Target closure={closure} staff={staff} />
        <ClosureFactsCard closure={closure} />
        {paysCash && <ButtonLink to={`/refund/${closureRefundId(closure.id)}`}>{t('cashRefund')}</ButtonLink>}
        {closureRoles.includes(staff.role) && <CustomerLinkCard closureId={closure.id} />}
        <ClosureTimeline closure={closure} journal={journal} />
        {closure.closedAtMs !== null && <Button onClick={() => window.print()}>{t('receipt.print')}</Button>}
      </CardColumn>
      {closure.closedAtMs !== null && (
        <CardBoundary>
          <ClosureReceipt closure={closure} />
        </CardBoundary>
      )}
    </>
  );
}

interface Of {
  closure: Closure;
}

/** What is due so soon is tried by the schedule's next run. */
const soonMs = 60_000;

/** Where it stands, why it cannot go on, and what to do about that. */
function ClosurePhaseCard({ closure }: Of) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const sentence = useClosureRefusal();
  const now = useNow();
  const reader = useLanguage();
  const standing = closurePhaseOf(closure);
  const atMs = momentOf(closure);
  // Once another target has been named, the old reason holds it back no more.
  const isTriedSoon = standing === 'held' && (closure.nextDueAtMs ?? 0) <= now + soonMs;
  return (
    <Card aria-live="polite">
      <p className="closure-standing">
        <strong>
          {closure.accountMasked ? `${closure.accountMasked.phone} ${closure.accountMasked.holder}` : t('find.accountNo', { number: closure.accountNo })}
        </strong>
        <ClosurePhaseMark closure={closure} />
      </p>
      <p>{isTriedSoon ? t('stateText.heldSoon') : t(`stateText.${standing}`, { moment: atMs === null ? '' : format.fullMoment(atMs) })}</p>
      {standing === 'refused' && <Notice tone="danger">{t('form.cannot', { reason: sentence(closure.refusalCode ?? undefined) })}</Notice>}
      {standing === 'held' && closure.holdReason && !isTriedSoon && (
        <div className="closure-hold">
          <h2>{t('hold.heading')}</h2>
          <p>{inLanguage(heldWording[closure.holdReason], reader)}</p>
          <p className="small-print">{t('hold.tried', { count: closure.holdCount })}</p>
        </div>
      )}
    </Card>
  );
}

/** The moment that the sentence about its state names. */
function momentOf({ state, transferAtMs, nextDueAtMs, settledAtMs }: Of['closure']): number | null {
  if (state === 'settled') return settledAtMs;
  return state === 'held' ? nextDueAtMs : transferAtMs;
}

/** What became of the change that this person asked for last; once it is in effect, the page itself shows it. */
function ChangeNotice({ journal, uid }: { journal: readonly JournalEntry[]; uid: string }) {
  const { t } = useTranslation('closure');
  const sentence = useClosureRefusal();
  const last = journal.findLast((entry) => entry.actor.uid === uid);
  if (!last || last.outcome === 'applied') return null;
  if (last.outcome === 'pending') return <Notice tone="info">{t('change.sent')}</Notice>;
  return <Notice tone="danger">{t('change.refused', { reason: sentence(last.reason?.code) })}</Notice>;
}

/** The way to another target, as long as there is one (CLO-3). */
function Target({ closure, staff }: Of & { staff: Staff }) {
  const { t } = useTranslation('closure');
  const format = useFormat();
  const pack = useReference()?.pack;
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  if (!pack || !mayChangeTarget(closure, staff, now)) return null;
  const needsTarget = closure.state === 'held' || closure.targetAccountNo === null;
  return (
    <div className="closure-change">
      <Button kind={needsTarget ? 'main' : 'other'} onClick={() => setOpen(true)}>
        {t(closure.targetAccountNo === null ? 'change.name' : 'change.action')}
      </Button>
      {closure.state === 'waiting' && closure.transferAtMs !== null && (
        <p className="small-print">{t('change.until', { day: format.day(lastMomentBefore(closure.transferAtMs)) })}</p>
      )}
      {isOpen && <TargetSheet closure={closure} staff={staff} pack={pack} onClose={() => setOpen(false)} />}
    </div>
  );
}
