import './Dialog.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogProps {
  title: string;
  text: string;
  /** Called when the person turns away from it, by the escape key too. */
  onClose: () => void;
  /** Buttons, the one that changes least first. */
  children: ReactNode;
}

/** A question that must be answered before anything else. The browser's own dialog keeps focus inside and gives it back afterwards. */
export function Dialog({ title, text, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div className="dialog-actions">{children}</div>
    </dialog>
  );
}
