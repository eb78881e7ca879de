import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { useRef, useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import type { MessageTexts } from '../i18n/texts.ts';
import type { Proof } from '../proof.ts';
import { ReplyField } from './text-field.tsx';
import { useReplyDraft } from './use-draft.ts';
import { useReplySending } from './use-sending.ts';

const mostCharacters = 1000;

interface MessageFormProps {
  view: StatusView;
  proof: Proof | null;
  type: 'addInformation' | 'disagree';
  texts: MessageTexts;
  note?: string;
  /** The operator waits for this one, so it stands open. */
  isAsked?: boolean;
  onSent: () => void;
}

/** Sends one free text: more information, or why the customer disagrees. */
export function MessageForm({ view, proof, type, texts, note, isAsked = false, onSent }: MessageFormProps) {
  const { sending } = usePageLanguage().texts;
  const [text, setText, clearText] = useReplyDraft(`${view.number}.${type}`, (stored) => (typeof stored === 'string' ? stored : ''));
  const [isMissing, setMissing] = useState(false);
  const [startsOpen] = useState(isAsked || text !== '');
  const { isBusy, message, send } = useReplySending(proof, texts.arrived);
  const form = useRef<HTMLFormElement>(null);
  const over = text.trim().length - mostCharacters;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setMissing(text.trim() === '');
    // Nothing is cut: what is too long stays until its writer has shortened it.
    if (text.trim() === '' || over > 0) return form.current?.querySelector('textarea')?.focus();
    if ((await send({ type, text: text.trim() })) !== 'arrived') return;
    clearText();
    onSent();
  };

  return (
    <details class="card" open={startsOpen}>
      <summary>
        <h2>{texts.title}</h2>
      </summary>
      {note !== undefined && <p>{note}</p>}
      <form ref={form} onSubmit={(event) => void submit(event)}>
        <ReplyField
          id={type}
          label={texts.label}
          hint={over > 0 ? texts.hint : `${texts.hint} ${sending.left(-over)}`}
          error={over > 0 ? sending.over(over) : isMissing && text.trim() === '' ? texts.missing : null}
          value={text}
          onInput={setText}
          rows={4}
        />
        <button type="submit" aria-disabled={isBusy}>
          {texts.submit}
        </button>
        <p role="status" class="outcome">
          {message}
        </p>
      </form>
    </details>
  );
}
