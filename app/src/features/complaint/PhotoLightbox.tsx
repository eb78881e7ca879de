import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { Photo } from './photo.ts';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import './PhotoLightbox.css';

interface Props {
  photos: readonly Photo[];
  shownId: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** One photo as large as the screen, with the way to its neighbours. */
export function PhotoLightbox({ photos, shownId, onShow, onClose }: Props) {
  const { t } = useTranslation('complaint');
  const index = photos.findIndex((photo) => photo.id === shownId);
  const shown = photos[index];
  const before = photos[index - 1];
  const after = photos[index + 1];
  const title = t('photos.position', { index: index + 1, count: photos.length });
  return (
    <Sheet title={title} onClose={onClose}>
      {shown?.url && <img className="lightbox-photo" src={shown.url} alt={title} />}
      <ButtonRow>
        <Button disabled={!before} onClick={() => before && onShow(before.id)}>
          <Icon name="back" size={20} />
          {t('photos.before')}
        </Button>
        <Button disabled={!after} onClick={() => after && onShow(after.id)}>
          {t('photos.after')}
          <Icon name="next" size={20} />
        </Button>
      </ButtonRow>
    </Sheet>
  );
}
