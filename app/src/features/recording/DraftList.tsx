import { useEffect, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { forgetDraft, onDraftChange, type StoredDraft } from '../../platform/drafts/drafts.ts';
import { ownDrafts, type RecordingDraft } from '../../records/recording-drafts.ts';
import { Button } from '../../ui/action/Button.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import { BareButton } from '../../ui/action/BareButton.tsx';
import { List } from '../../ui/card/List.tsx';
import './DraftList.css';

/** Recordings begun and not finished, to go on with; each can be deleted after being asked once more. */
export function DraftList({ ownerUid }: { ownerUid: string }) {
  const { t } = useTranslation('recording');
  const format = useFormat();
  const router = useIonRouter();
  const drafts = useDrafts(ownerUid);
  const [leavingId, setLeavingId] = useState<string | null>(null);
  if (drafts.length === 0) return null;
  return (
    <details className="draft-list">
      <summary>{t('draft.list', { count: drafts.length })}</summary>
      <List>
        {drafts.map(({ id, form, updatedAtMs }) => (
          <li key={id}>
            <BareButton className="draft-resume" onClick={() => router.push(`/record/${id}`, 'forward')}>
              <strong>{form.what.trim().slice(0, 30) || form.name || t('draft.nameless')}</strong>
              <small>{format.moment(updatedAtMs)}</small>
            </BareButton>
            {leavingId === id ? (
              <Button kind="danger" onClick={() => void forgetDraft(id)}>
                {t('draft.confirmDelete')}
              </Button>
            ) : (
              <IconButton icon="trash" label={t('draft.delete')} size={20} onClick={() => setLeavingId(id)} />
            )}
          </li>
        ))}
      </List>
    </details>
  );
}

function useDrafts(ownerUid: string): StoredDraft<RecordingDraft>[] {
  const [drafts, setDrafts] = useState<StoredDraft<RecordingDraft>[]>([]);
  useEffect(() => {
    let isCurrent = true;
    // A storage that does not answer shows at the first attempt to save; until then the list is simply empty.
    const read = (): void =>
      void ownDrafts(ownerUid).then(
        (found) => isCurrent && setDrafts(found),
        () => undefined,
      );
    read();
    const stop = onDraftChange(read);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ownerUid]);
  return drafts;
}
