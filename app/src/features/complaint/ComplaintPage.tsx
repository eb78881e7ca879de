import { useEffect, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { mayAsk } from '@shouwen/domain/assist/relation';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { staffCommandOf } from '@shouwen/domain/complaint/command';
import { unverified } from '@shouwen/domain/complaint/intake/marks';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { wantsLink } from '@shouwen/domain/policy/mail-chain';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { enqueueEntry } from '../../platform/outbox/outbox.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useNow } from '../../parts/use-now.ts';
import { CommandBar } from './act/CommandBar.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import { type CommandDraft, draftOf, immediateCommands } from './act/command-form.ts';
import { ClocksCard } from './time/ClocksCard.tsx';
import { CommandSheet } from './act/CommandSheet.tsx';
import { ComplaintFactsCard } from './ComplaintFactsCard.tsx';
import { ComplaintHead } from './ComplaintHead.tsx';
import { type ComplaintView, useComplaintView } from './complaint-view.ts';
import { ContactCard } from './ContactCard.tsx';
import { mainCommand } from './act/main-command.ts';
import { CauseCard } from './CauseCard.tsx';
import { ServiceDutyCard } from './ServiceDutyCard.tsx';
import { PhotosCard } from './PhotosCard.tsx';
import { AssistsCard } from './AssistsCard.tsx';
import { RefundsCard } from './RefundsCard.tsx';
import { RepeatsCard } from './RepeatsCard.tsx';
import { ResponsibleLinkCard } from './ResponsibleLinkCard.tsx';
import { EntryFailureNotice, HandOverNotice, LedNotice, WaitingNotice } from './ComplaintNotices.tsx';
import { ObjectionCard } from './ObjectionCard.tsx';
import { newestFailure } from './timeline.ts';
import { TellingCard } from './telling/TellingCard.tsx';
import { Timeline } from './Timeline.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';

/** One complaint: where it stands, all that is known of it, and all that this person can do about it. */
export function ComplaintPage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <ComplaintOf key={id} id={id} staff={session.staff} />;
}

function ComplaintOf({ id, staff }: { id: string; staff: Staff }) {
  const { t } = useTranslation(['complaint', 'shell']);
  const router = useIonRouter();
  const viewed = useComplaintView(id, staff);
  const commands = useCommands(id);
  const view = viewed.status === 'here' ? viewed.view : null;
  const main = view && mainCommand(view.complaint, view.allowed, staff.uid);
  return (
    <AppPage
      title={view?.complaint.number ?? t('title')}
      backTo="/worklist"
      actions={view && <IconButton icon="print" label={t('workOrder')} onClick={() => router.push(`/complaint/${id}/work-order`, 'forward')} />}
      {...(view && main ? { footer: <CommandBar main={main} allowed={view.allowed} onCommand={commands.give} /> } : {})}
    >
      {viewed.status === 'loading' && <Loading rows={4} />}
      {viewed.status === 'absent' && <Blank icon="search" title={t('absent.title')} text={t('absent.text')} />}
      {viewed.status === 'unreachable' && <Blank icon="offline" title={t('unavailable.title')} text={t('unavailable.text')} />}
      {viewed.status === 'unreadable' && <Unreadable />}
      {view && <ComplaintBody view={view} staff={staff} commands={commands} />}
    </AppPage>
  );
}

type Commands = ReturnType<typeof useCommands>;

/** What is being done: which form is open, and what became of the last one. */
function useCommands(complaintId: string) {
  const { t } = useTranslation('complaint');
  const { online } = useConnectivity();
  const [open, setOpen] = useState<{ type: StaffCommandType; start: CommandDraft } | null>(null);
  const [message, setMessage] = useState<{ tone: 'success' | 'danger'; text: string } | null>(null);
  const saved = (type: StaffCommandType): void => {
    setOpen(null);
    setMessage({ tone: 'success', text: t(online ? 'saved' : 'savedOffline', { command: t(`command.${type}`) }) });
  };
  const giveAtOnce = (type: (typeof immediateCommands)[number]): void => {
    enqueueEntry('complaints', complaintId, { type }).then(
      () => saved(type),
      () => setMessage({ tone: 'danger', text: t('form.failed') }),
    );
  };
  const give = (type: StaffCommandType, start: CommandDraft = {}): void => {
    const immediate = immediateCommands.find((command) => command === type);
    setMessage(null);
    if (immediate) giveAtOnce(immediate);
    else setOpen({ type, start });
  };
  return { open, message, give, saved, leave: () => setOpen(null), hush: () => setMessage(null) };
}

function ComplaintBody({ view, staff, commands }: { view: ComplaintView; staff: Staff; commands: Commands }) {
  const { t } = useTranslation('complaint');
  const now = useNow();
  const { online } = useConnectivity();
  const { complaint, timeline } = view;
  const pack = view.predictContext?.pack ?? null;
  const failure = newestFailure(timeline, staff.uid);
  return (
    <CardColumn className="complaint">
      {view.isUnsent && <Notice tone="info">{t('unsent')}</Notice>}
      {view.isFromCache && !online && <Notice tone="info">{t('cached')}</Notice>}
      {failure && (
        <EntryFailureNotice
          failure={failure}
          allowed={view.allowed}
          onEdit={(entry) => {
            const command = staffCommandOf(entry);
            if (command) commands.give(command.type, draftOf(command));
          }}
        />
      )}
      {commands.message && !failure && <SavedNotice message={commands.message} onEnd={commands.hush} />}
      <ComplaintHead complaint={complaint} pack={pack} isPredicted={view.isPredicted} nowMs={now} />
      <ObjectionCard timeline={timeline} />
      <HandOverNotice complaint={complaint} allowed={view.allowed} onCommand={commands.give} />
      <LedNotice complaint={complaint} allowed={view.allowed} />
      <WaitingNotice complaint={complaint} />
      <AnswerCard complaint={complaint} />
      <CauseCard complaint={complaint} />
      <ResponsibleLinkCard complaint={complaint} />
      <RefundsCard complaint={complaint} mayAsk={mayAskForRefund(view)} />
      <AssistsCard complaint={complaint} mayAsk={mayAskForAssistance(view, staff)} isMail={pack !== null && wantsLink(complaint.category, pack)} nowMs={now} />
      <ComplaintFactsCard complaint={complaint} pack={pack} />
      <ServiceDutyCard complaint={complaint} pack={pack} nowMs={now} />
      <ClocksCard complaint={complaint} timeline={timeline} context={view.predictContext} nowMs={now} />
      <ContactCard complaint={complaint} ownContact={view.ownContact} isSent={!view.isUnsent} staff={staff} pack={pack} nowMs={now} />
      {!view.isUnsent && <TellingCard complaint={complaint} staff={staff} allowed={view.allowed} onCommand={commands.give} />}
      <PhotosCard complaintId={complaint.id} uid={staff.uid} expected={complaint.photoCount} unsentIds={view.unsentPhotoIds} isSent={!view.isUnsent} />
      <RepeatsCard complaint={complaint} />
      <Timeline items={timeline} uid={staff.uid} />
      {commands.open && (
        <CommandSheet key={commands.open.type} {...commands.open} view={view} staff={staff} onClose={commands.leave} onSaved={commands.saved} />
      )}
    </CardColumn>
  );
}

/** REF-1: once the server holds the confirmed cause; those whom it concerns may ask, and the server looks again. */
function mayAskForRefund({ complaint, isUnsent }: ComplaintView): boolean {
  return (
    complaint.cause !== null &&
    !complaint.flags.includes(unverified) &&
    !isUnsent &&
    complaint.state !== 'merged' &&
    complaint.state !== 'withdrawn' &&
    complaint.state !== 'outOfScope'
  );
}

/** AST-1: whoever has it, owns it or heads its handling, while there is something to find out. */
function mayAskForAssistance({ complaint, isUnsent }: ComplaintView, staff: Staff): boolean {
  return complaint.open && complaint.state !== 'answered' && !isUnsent && mayAsk(complaint, staff);
}

const savedShownMs = 4_000;

/** Good news goes by itself; bad news stays until something else is done. */
function SavedNotice({ message, onEnd }: { message: NonNullable<Commands['message']>; onEnd: () => void }) {
  useEffect(() => {
    if (message.tone === 'danger') return undefined;
    const timer = setTimeout(onEnd, savedShownMs);
    return () => clearTimeout(timer);
  });
  return <Notice tone={message.tone}>{message.text}</Notice>;
}
