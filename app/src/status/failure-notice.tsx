import type { ComponentChildren } from 'preact';
import { usePageLanguage } from './i18n/language.ts';
import type { Texts } from './i18n/texts.ts';

/** Why there is no page to show, and what to do about it. */
export function PageFailureNotice({ failure, children }: { failure: keyof Texts['failures']; children?: ComponentChildren }) {
  const { title, text } = usePageLanguage().texts.failures[failure];
  return (
    <section class="card notice" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  );
}
