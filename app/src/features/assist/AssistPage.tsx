import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { AssistCommandType } from '@shouwen/domain/assist/command';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../frame/AppPage.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { enqueueEntry } from '../../platform/outbox/outbox.ts';
import { useSession } from '../../platform/session/session.ts';
import { ActionBar } from '../../ui/action/ActionBar.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { AssistHead } from './AssistHead.tsx';
import { AssistHistory } from './AssistHistory.tsx';
import { AssistSheet } from './AssistSheet.tsx';
import { type AssistView, useAssistView } from './assist-view.ts';
import { SharedFactsCard } from './SharedFactsCard.tsx';
import { WordsOfAssist } from './WordsOfAssist.tsx';

/** What is expected next stands alone; nothing of these can be taken back unseen. */
const mainCommands: readonly AssistCommandType[] = ['accept', 'answer', 'readdress', 'arbitrate', 'close'];
const immediate: readonly AssistCommandType[] = ['accept', 'close'];

/** One assist: what is asked and by when, what goes with it, and what this person can do about it. */
export function AssistPage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <AssistOf key={id} id={id} staff={session.staff} />;
}

function AssistOf({ id, staff }: { id: string; staff: Staff }) {
  const { t } = useTranslation('assist');
  const viewed = useAssistView(id, staff);
  const commands = useCommands(id);
  const view = viewed.status === 'here' ? viewed.view : null;
  const main = view && mainCommands.find((command) => view.allowed.includes(command));
  return (
    <AppPage
      title={t('title')}
      backTo="/assists"
      {...(main
        ? {
            footer: (
              <ActionBar>
                <Button key={main} kind="main" onClick={() => commands.give(main)}>
                  {t(`command.${main}`)}
                </Button>
              </ActionBar>
            ),
          }
        : {})}
    >
      {viewed.status === 'loading' && <Loading rows={4} />}
      {viewed.status === 'absent' && <Blank icon="search" title={t('absent.title')} text={t('absent.text')} />}
      {viewed.status === 'unreachable' && <Blank icon="offline" title={t('unavailable.title')} text={t('unavailable.text')} />}
      {viewed.status === 'unreadable' && <Unreadable />}
      {view && <AssistBody view={view} main={main ?? null} staff={staff} commands={commands} />}
    </AppPage>
  );
}

type Commands = ReturnType<typeof useCommands>;

/** What is being done: which form is open, and what became of the last one. Everything goes through the outbox. */
function useCommands(assistId: string) {
  const { t } = useTranslation('assist');
  const { online } = useConnectivity();
  const [open, setOpen] = useState<AssistCommandType | null>(null);
  const [message, setMessage] = useState<{ tone: 'success' | 'danger'; text: string } | null>(null);
  const saved = (type: AssistCommandType): void => {
    // Another form may have been opened while this was being kept.
    setOpen((now) => (now === type ? null : now));
    setMessage({ tone: 'success', text: t(online ? 'saved' : 'savedOffline', { command: t(`command.${type}`) }) });
  };
  const give = (type: AssistCommandType): void => {
    setMessage(null);
    if (!immediate.includes(type)) return setOpen(type);
    enqueueEntry('assists', assistId, { type }).then(
      () => saved(type),
      () => setMessage({ tone: 'danger', text: t('form.failed') }),
    );
  };
  return { open, message, give, saved, leave: () => setOpen(null) };
}

function AssistBody({ view, main, staff, commands }: { view: AssistView; main: AssistCommandType | null; staff: Staff; commands: Commands }) {
  const { t } = useTranslation('assist');
  const { online } = useConnectivity();
  const { assist, allowed } = view;
  const others = allowed.filter((command) => command !== main);
  return (
    <CardColumn>
      {view.isFromCache && !online && <Notice tone="info">{t('cached')}</Notice>}
      {commands.message && <Notice tone={commands.message.tone}>{commands.message.text}</Notice>}
      {view.isPredicted && <Notice tone="info">{t('notConfirmed')}</Notice>}
      <AssistHead assist={assist} hasComplaint={view.complaint !== null} nowMs={useNow()} />
      <WordsOfAssist assist={assist} />
      {assist.outside === null && <SharedFactsCard assist={assist} />}
      {others.length > 0 && (
        <ButtonRow>
          {others.map((command) => (
            <Button key={command} kind={command === 'cancel' ? 'danger' : 'other'} onClick={() => commands.give(command)}>
              {t(`command.${command}`)}
            </Button>
          ))}
        </ButtonRow>
      )}
      <AssistHistory assist={assist} deeds={view.deeds} />
      {commands.open && (
        <AssistSheet key={commands.open} type={commands.open} assist={assist} staff={staff} onClose={commands.leave} onSaved={commands.saved} />
      )}
    </CardColumn>
  );
}
