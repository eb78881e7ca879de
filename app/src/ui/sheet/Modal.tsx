import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  className: string;
  /** Called when the person turns away from it, by the escape key or the back gesture too. */
  onClose: () => void;
  /** A tap beside it turns away from it as well. */
  closesBeside?: boolean;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  children: ReactNode;
}

/** Stands over the page until it is answered. The browser's own dialog keeps the focus inside and gives it back afterwards. */
export function Modal({ onClose, closesBeside = false, children, ...named }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      {...named}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (closesBeside && event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
