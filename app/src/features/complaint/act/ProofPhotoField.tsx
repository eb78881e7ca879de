import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/action/Button.tsx';
import { Choice, ChoiceGroup } from '../../../ui/field/Choice.tsx';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { useAttachments } from '../attachments.ts';
import type { CommandDraft } from './command-form.ts';
import './ProofPhotoField.css';

interface Props {
  complaintId: string;
  uid: string;
  draft: CommandDraft;
  onChange: (name: string, value: string) => void;
}

/** REF-1: one of the photos on this complaint that have been checked. They are loaded when somebody wants to choose one. */
export function ProofPhotoField({ complaintId, uid, draft, onChange }: Props) {
  const { t } = useTranslation('complaint');
  const [isWanted, setWanted] = useState(false);
  const { photos, status, hasMore, more } = useAttachments(complaintId, uid, isWanted);
  const chosenId = draft['photoId'] ?? '';
  const checked = photos.filter(({ standing }) => standing === 'passed');
  if (!isWanted) {
    return (
      <>
        <Button onClick={() => setWanted(true)}>{t('form.photo.choose')}</Button>
        {chosenId !== '' && <p className="small-print">{t('form.photo.chosen')}</p>}
      </>
    );
  }
  return (
    <ChoiceGroup layout="row" label={t('form.photo.label')} problem={null}>
      {status === 'loading' && <p className="small-print">{t('form.photo.loading')}</p>}
      {status === 'failed' && <Notice tone="danger">{t('photos.failure')}</Notice>}
      {status === 'shown' && checked.length === 0 && <p className="small-print">{t('form.photo.none')}</p>}
      {checked.map(({ id, url }, index) => (
        <Choice key={id} kind="radio" name="photoId" isChosen={chosenId === id} onChoose={() => onChange('photoId', id)}>
          {url !== null && <img className="photo-to-choose" src={url} alt="" />} {t('form.photo.one', { index: index + 1 })}
        </Choice>
      ))}
      {hasMore && <Button onClick={more}>{t('photos.next')}</Button>}
      {checked.length > 0 && (
        <Choice kind="radio" name="photoId" isChosen={chosenId === ''} onChoose={() => onChange('photoId', '')}>
          {t('form.photo.noOne')}
        </Choice>
      )}
    </ChoiceGroup>
  );
}
