import { isPhone } from '@shouwen/domain/customer/phone-number';
import { parseNumber } from '@shouwen/domain/kernel/number';
import { useRef, useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import { lookUp, type LookedUp } from './look-up.ts';
import { formatTime } from '../moment.ts';
import { ReplyField } from '../reply/text-field.tsx';

/** How long the look-up stays shut after too many tries, at most. */
const throttleMs = 15 * 60_000;

/** What is kept by the browser's history. */
export interface FoundPage {
  statusId: string;
  ticket: string;
  speaks: boolean;
}

/** Finds a complaint's page by its number and phone. What is typed here is personal and is kept nowhere. */
export function LookUpForm({ onFound }: { onFound: (found: FoundPage) => void }) {
  const { texts } = usePageLanguage();
  const [typed, setTyped] = useState({ number: '', phone: '' });
  const [wrong, setWrong] = useState<'number' | 'phone' | null>(null);
  const [outcome, setOutcome] = useState<'busy' | 'proving' | { kind: Exclude<LookedUp['kind'], 'found'>; atMs: number } | null>(null);
  const isBusy = outcome === 'busy' || outcome === 'proving';
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const number = parseNumber(typed.number);
    const field = number === null ? 'number' : isPhone(typed.phone) ? null : 'phone';
    setWrong(field);
    setOutcome(null);
    if (number === null || field !== null) return form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
    setOutcome('busy');
    const found = await lookUp(number, typed.phone, () => setOutcome('proving'));
    if (found.kind === 'found') return onFound({ statusId: found.statusId, ticket: found.ticket, speaks: found.speaks });
    setOutcome({ kind: found.kind, atMs: Date.now() });
  };

  return (
    <section class="card">
      <h1>{texts.lookUp.title}</h1>
      <p>{texts.lookUp.text}</p>
      <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
        <ReplyField
          id="number"
          label={texts.lookUp.number}
          hint={texts.lookUp.numberHint}
          error={wrong === 'number' ? texts.lookUp.numberWrong : null}
          value={typed.number}
          onInput={(number) => setTyped({ ...typed, number })}
          input={{ autocapitalize: 'characters', autocomplete: 'off', spellcheck: false, maxLength: 200 }}
        />
        <ReplyField
          id="phone"
          label={texts.lookUp.phone}
          hint={texts.lookUp.phoneHint}
          error={wrong === 'phone' ? texts.lookUp.phoneWrong : null}
          value={typed.phone}
          onInput={(phone) => setTyped({ ...typed, phone })}
          input={{ type: 'tel', autocomplete: 'tel-national', maxLength: 60 }}
        />
        <button type="submit" aria-disabled={isBusy}>
          {texts.lookUp.submit}
        </button>
        <p role="status" class="outcome">
          {typeof outcome === 'string' && texts.lookUp[outcome]}
          {outcome !== null &&
            typeof outcome === 'object' &&
            (outcome.kind === 'throttled' ? texts.lookUp.throttled(formatTime(outcome.atMs + throttleMs)) : texts.lookUp[outcome.kind])}
        </p>
      </form>
      <p>
        <a href="/c">{texts.complain}</a>
      </p>
    </section>
  );
}
