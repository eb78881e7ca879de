import '../../i18n/later-texts.ts';
import { useEffect, useState } from 'react';
import { useIonRouter, useIonViewDidLeave } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { nowMs } from '../../platform/device/clock.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { draftPhotos } from '../../platform/drafts/drafts.ts';
import { newDraft, ownDrafts, type RecordingDraft } from '../../records/recording-drafts.ts';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import { type Reference, useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { RecordedView, type Recorded } from './RecordedView.tsx';
import { RecordingEditor } from './RecordingEditor.tsx';
import { blankForm, usualChannel } from './recording-form.ts';

interface Start {
  draft: RecordingDraft;
  photos: ShrunkPhoto[];
  isNew: boolean;
}

/** Records a complaint: `/record` begins a new one, `/record/:draftId` goes on with one begun earlier. */
export function RecordingPage() {
  const { t } = useTranslation(['recording', 'shell']);
  const session = useSession();
  const reference = useReference();
  const { online } = useConnectivity();
  const { draftId } = useParams();
  if (!session || !reference) {
    return (
      <AppPage title={t('title')} backTo="/worklist">
        {online ? <Loading rows={3} /> : <Blank icon="offline" title={t('notReady.title')} text={t('notReady.text')} />}
      </AppPage>
    );
  }
  return <Recording key={draftId ?? 'new'} draftId={draftId ?? null} staff={session.staff} reference={reference} />;
}

function Recording({ draftId, staff, reference }: { draftId: string | null; staff: Staff; reference: Reference }) {
  const { t } = useTranslation('recording');
  const router = useIonRouter();
  const [start, setStart] = useState<Start | 'gone' | null>(() => (draftId === null ? blankStart(staff, reference) : null));
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  useEffect(() => {
    if (draftId !== null) void keptStart(staff.uid, draftId).then(setStart);
  }, [staff.uid, draftId]);
  const begin = (): void => {
    setRecorded(null);
    if (draftId === null) setStart(blankStart(staff, reference));
    else router.push('/record', 'none', 'replace');
  };
  // The page stays below the next one: whoever comes back wants a blank form, not the last customer's code.
  useIonViewDidLeave(() => {
    if (recorded !== null) begin();
  }, [recorded]);

  if (recorded !== null) return <RecordedView recorded={recorded} onAnother={begin} />;
  if (start === null)
    return (
      <AppPage title={t('title')} backTo="/worklist">
        {null}
      </AppPage>
    );
  if (start === 'gone') {
    return (
      <AppPage title={t('title')} backTo="/worklist">
        <Blank icon="question" title={t('draft.gone.title')} text={t('draft.gone.text')} action={t('draft.gone.action')} onAction={begin} />
      </AppPage>
    );
  }
  return <RecordingEditor key={start.draft.id} start={start} staff={staff} reference={reference} onBlank={begin} onRecorded={setRecorded} />;
}

function blankStart(staff: Staff, { pack }: Reference): Start {
  return { draft: newDraft(blankForm(usualChannel(staff, pack), nowMs())), photos: [], isNew: true };
}

async function keptStart(uid: string, draftId: string): Promise<Start | 'gone'> {
  try {
    const draft = (await ownDrafts(uid)).find(({ id }) => id === draftId);
    return draft ? { draft, photos: await draftPhotos(uid, draftId), isNew: false } : 'gone';
  } catch {
    return 'gone';
  }
}
