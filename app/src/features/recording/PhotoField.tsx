import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import { type PhotoRefusal, PhotoRefused } from '../../platform/device/photo-check.ts';
import { shrinkToPages } from '../../platform/device/photo-shrink.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { BareButton } from '../../ui/action/BareButton.tsx';
import { FileButton } from '../../ui/action/FileButton.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import './PhotoField.css';

interface Props {
  photos: readonly ShrunkPhoto[];
  most: number;
  onAdd: (added: readonly ShrunkPhoto[]) => Promise<void>;
  onRemove: (id: string) => void;
}

/** Photos from the camera or the gallery, shrunk before anything else happens to them. One that cannot be used says why, and holds up nothing. */
export function PhotoField({ photos, most, onAdd, onRemove }: Props) {
  const { t } = useTranslation('recording');
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const room = most - photos.length;

  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const { shrunk, refused, isCut } = await shrinkAll(files, room);
    const problemsNow = refused.map(({ name, code }) => t(`photos.${code}`, { name }));
    setProblems(isCut ? [...problemsNow, t('photos.tooMany', { count: most })] : problemsNow);
    if (shrunk.length > 0) await onAdd(shrunk);
    setBusy(false);
  };

  return (
    <FieldGroup label={t('photos.label', { count: most })} problem={problems.length > 0 ? problems.join(' ') : null}>
      <div className="photos">
        {photos.map((photo, index) => (
          <Thumbnail
            key={photo.id}
            photo={photo}
            label={t('photos.one', { index: index + 1 })}
            removeLabel={t('photos.remove', { index: index + 1 })}
            onRemove={onRemove}
          />
        ))}
        {room > 0 && (
          <>
            <FileButton isTile icon="camera" accept="image/*" from="camera" disabled={isBusy} onFiles={(files) => void take(files)}>
              {isBusy ? t('photos.busy') : t('photos.camera')}
            </FileButton>
            <FileButton isTile icon="record" accept="image/*,application/pdf" from="gallery" disabled={isBusy} onFiles={(files) => void take(files)}>
              {t('photos.gallery')}
            </FileButton>
          </>
        )}
      </div>
    </FieldGroup>
  );
}

interface ThumbnailProps {
  photo: ShrunkPhoto;
  label: string;
  removeLabel: string;
  onRemove: (id: string) => void;
}

function Thumbnail({ photo, label, removeLabel, onRemove }: ThumbnailProps) {
  const url = useMemo(() => URL.createObjectURL(new Blob([photo.bytes], { type: photo.contentType })), [photo]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <div className="photo">
      <img src={url} alt={label} />
      <BareButton className="photo-remove" aria-label={removeLabel} onClick={() => onRemove(photo.id)}>
        <Icon name="close" size={16} />
      </BareButton>
    </div>
  );
}

interface Shrunk {
  shrunk: ShrunkPhoto[];
  refused: { name: string; code: PhotoRefusal }[];
  /** Whether there was more than there is room for; of a long picture the last pages. */
  isCut: boolean;
}

/** One after the other: two decoded photos at once can be more than a small phone has memory for. */
async function shrinkAll(files: readonly File[], room: number): Promise<Shrunk> {
  const shrunk: ShrunkPhoto[] = [];
  const refused: { name: string; code: PhotoRefusal }[] = [];
  for (const file of files) {
    try {
      if (shrunk.length > room) break;
      shrunk.push(...(await shrinkToPages(file, room - shrunk.length + 1)));
    } catch (error) {
      refused.push({ name: file.name, code: error instanceof PhotoRefused ? error.code : 'unreadable' });
    }
  }
  return { shrunk: shrunk.slice(0, room), refused, isCut: shrunk.length > room };
}
