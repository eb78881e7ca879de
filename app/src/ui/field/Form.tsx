import './Form.css';
import type { ReactNode, RefObject } from 'react';

interface Props {
  onSubmit: () => void | Promise<void>;
  ref?: RefObject<HTMLFormElement | null>;
  children: ReactNode;
}

/** Fields one below the other. What is wrong is told by the product in the person's language, not by the browser in its own. */
export function Form({ onSubmit, ref, children }: Props) {
  return (
    <form
      className="form"
      noValidate
      {...(ref && { ref })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusTooLong(event.currentTarget)) void onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Takes the person to the first text that is longer than is taken; false where there is none. Nothing is sent that would have to be cut. */
export function focusTooLong(form: HTMLElement | null): boolean {
  const control = form?.querySelector<HTMLElement>('[data-too-long] :is(textarea, input)');
  control?.focus();
  return control instanceof HTMLElement;
}

/** The same where what it holds has forms of its own. */
export function FormBody({ children }: { children: ReactNode }) {
  return <div className="form">{children}</div>;
}

/** Takes the person to the first field with a problem, once it is marked as one. */
export function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[data-missing] :is(textarea, select, input)')?.focus());
}
