import { useState } from 'react';
import { photosOfOnePersonMost } from '@shouwen/domain/attachment/photo-check';
import { useTranslation } from 'react-i18next';
import { enqueuePhotos } from '../../platform/outbox/outbox.ts';
import { type PhotoRefusal, PhotoRefused } from '../../platform/device/photo-check.ts';
import { shrinkToPages } from '../../platform/device/photo-shrink.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useAttachments, useUnsentPhotos } from './attachments.ts';
import type { Photo } from './photo.ts';
import { PhotoLightbox } from './PhotoLightbox.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { BareButton } from '../../ui/action/BareButton.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { FileButton } from '../../ui/action/FileButton.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './PhotosCard.css';

interface Props {
  complaintId: string;
  /** Who looks: one's own photos are there before they have been checked. */
  uid: string;
  /** How many the recorder attached. */
  expected: number;
  unsentIds: readonly string[];
  /** False while the complaint itself has not been sent: there is nothing to load. */
  isSent: boolean;
}

/** The evidence: what was sent, loaded when wanted, and what still waits on this phone. */
export function PhotosCard({ complaintId, uid, expected, unsentIds, isSent }: Props) {
  const { t } = useTranslation('complaint');
  const [isWanted, setWanted] = useState(false);
  const [shownId, setShownId] = useState<string | null>(null);
  const { photos: sent, status, hasMore, more } = useAttachments(complaintId, uid, isWanted && isSent);
  const unsent = useUnsentPhotos(unsentIds);
  const photos = [...sent, ...unsent.filter((photo) => !sent.some((known) => known.id === photo.id))];
  const viewable = photos.filter((photo) => photo.url !== null);
  return (
    <Card title={t('photos.heading')}>
      <PhotoGrid photos={photos} onShow={setShownId} />
      {status === 'shown' && photos.length === 0 && <p className="small-print">{t('photos.none')}</p>}
      {status === 'shown' && !hasMore && photos.length < expected && <p className="small-print">{t('photos.expected', { count: expected })}</p>}
      {status === 'failed' && <Notice tone="danger">{t('photos.failure')}</Notice>}
      <ButtonRow>
        {status === 'unasked' && isSent && (
          <Button onClick={() => setWanted(true)}>{expected === 0 ? t('photos.look') : t('photos.more', { count: expected })}</Button>
        )}
        {hasMore && <Button onClick={more}>{t('photos.next')}</Button>}
        <AddPhotos complaintId={complaintId} />
      </ButtonRow>
      {shownId !== null && <PhotoLightbox photos={viewable} shownId={shownId} onShow={setShownId} onClose={() => setShownId(null)} />}
    </Card>
  );
}

function PhotoGrid({ photos, onShow }: { photos: readonly Photo[]; onShow: (id: string) => void }) {
  const { t } = useTranslation('complaint');
  if (photos.length === 0) return null;
  return (
    <List className="pictures">
      {photos.map(({ id, url, standing }, index) => (
        <li key={id}>
          {url !== null && (
            <BareButton className="picture" aria-label={t('photos.show', { index: index + 1 })} onClick={() => onShow(id)}>
              <img src={url} alt="" />
            </BareButton>
          )}
          {standing !== 'passed' && <span className="small-print">{t(`photos.${standing}`, { most: photosOfOnePersonMost })}</span>}
        </li>
      ))}
    </List>
  );
}

/** What has a word of its own here. */
const troubles = ['tooLarge', 'tooManyPixels', 'readerMissing', 'tooManyPages', 'locked', 'unreadable'] as const;
type Trouble = (typeof troubles)[number];

/** The browser's own chooser offers camera and gallery; photos are shrunk and stripped of place and device before they are kept. */
function AddPhotos({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation('complaint');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly { name: string; trouble: Trouble | 'notKept' }[]>([]);
  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const found = [];
    // One that cannot be used holds up none of the others.
    for (const file of files) {
      try {
        await enqueuePhotos('complaints', complaintId, await shrinkToPages(file, photosOfOnePersonMost));
      } catch (error) {
        found.push({ name: file.name, trouble: error instanceof PhotoRefused ? troubleOf(error.code) : ('notKept' as const) });
      }
    }
    setRefused(found);
    setBusy(false);
  };
  return (
    <>
      <FileButton icon="camera" accept="image/*,application/pdf" from="gallery" disabled={isBusy} onFiles={(files) => void add(files)}>
        {t(isBusy ? 'photos.adding' : 'photos.add')}
      </FileButton>
      {refused.map(({ name, trouble }, index) => (
        <Notice key={index} tone="danger">
          {t('photos.of', { name, trouble: t(`photos.${trouble}`) })}
        </Notice>
      ))}
    </>
  );
}

function troubleOf(code: PhotoRefusal): Trouble {
  return troubles.find((known) => known === code) ?? 'unreadable';
}
