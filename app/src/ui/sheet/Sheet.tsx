import './Sheet.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../action/IconButton.tsx';
import { Modal } from './Modal.tsx';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Comes up from the bottom over the page: something to fill in or to look at, without leaving the page. */
export function Sheet({ title, onClose, children }: Props) {
  const { t } = useTranslation('shell');
  return (
    <Modal className="sheet" aria-label={title} onClose={onClose} closesBeside>
      <div className="sheet-content">
        <div className="sheet-header">
          <h2>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        {children}
      </div>
    </Modal>
  );
}
