import './Dialog.css';
import { type ReactNode, useId } from 'react';
import { Modal } from './Modal.tsx';

interface DialogProps {
  title: string;
  text: string;
  onClose: () => void;
  /** Buttons, the one that changes least first. */
  children: ReactNode;
}

/** A question that must be answered before anything else. */
export function Dialog({ title, text, onClose, children }: DialogProps) {
  const id = useId();
  return (
    <Modal className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onClose={onClose}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div className="dialog-actions">{children}</div>
    </Modal>
  );
}
