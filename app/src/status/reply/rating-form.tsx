import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { useRef, useState } from 'preact/hooks';
import type { Proof } from '../proof.ts';
import { usePageLanguage } from '../i18n/language.ts';
import { type RatingDraft, readRatingDraft, reasonsFor, withReasonToggled, withStars } from './rating-draft.ts';
import { ReopenOffer } from './reopen-offer.tsx';
import { useReplyDraft } from './use-draft.ts';
import { useReplySending } from './use-sending.ts';

interface RatingFormProps {
  view: StatusView;
  proof: Proof | null;
  /** Whether it can be taken up again. */
  canDisagree: boolean;
  onSent: () => void;
}

/** Stars in one tap, whether it is solved, and why. */
export function RatingForm({ view, proof, canDisagree, onSent }: RatingFormProps) {
  const { rating: texts } = usePageLanguage().texts;
  const [draft, setDraft, clearDraft] = useReplyDraft(`${view.number}.rate`, readRatingDraft);
  const [missing, setMissing] = useState<'stars' | 'solved' | null>(null);
  const { isBusy, message, send } = useReplySending(proof, texts.arrived);
  const form = useRef<HTMLFormElement>(null);
  const isUnsolved = (draft.solved ?? view.rating?.solved) === false;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const { stars, solved, reasons } = draft;
    const lacking = stars === null ? 'stars' : solved === null ? 'solved' : null;
    setMissing(lacking);
    if (stars === null || solved === null) return form.current?.querySelector<HTMLInputElement>(`input[name=${lacking}]`)?.focus();
    if ((await send({ type: 'rate', stars, reasons, solved })) !== 'arrived') return;
    clearDraft();
    onSent();
  };

  return (
    <section class="card">
      <h2>{texts.title}</h2>
      {view.rating && <p>{texts.given(view.rating.stars, view.rating.solved)}</p>}
      <form ref={form} onSubmit={(event) => void submit(event)}>
        <Stars draft={draft} error={missing === 'stars' && draft.stars === null ? texts.starsMissing : null} onChange={setDraft} />
        <Solved draft={draft} error={missing === 'solved' && draft.solved === null ? texts.solvedMissing : null} onChange={setDraft} />
        {draft.stars !== null && <Reasons stars={draft.stars} draft={draft} onChange={setDraft} />}
        <button type="submit" aria-disabled={isBusy}>
          {texts.submit}
        </button>
        <p role="status" class="outcome">
          {message}
        </p>
      </form>
      {canDisagree && isUnsolved && <ReopenOffer proof={proof} reasons={draft.reasons} onSent={onSent} />}
    </section>
  );
}

interface PartProps {
  draft: RatingDraft;
  onChange: (draft: RatingDraft) => void;
}

function Stars({ draft, error, onChange }: PartProps & { error: string | null }) {
  const { rating: texts } = usePageLanguage().texts;
  const chosen = draft.stars ?? 0;
  return (
    <fieldset class="stars" aria-describedby="stars-error">
      <legend>{texts.stars}</legend>
      {[1, 2, 3, 4, 5].map((stars) => (
        <label key={stars} class={stars <= chosen ? 'lit' : undefined}>
          <input type="radio" name="stars" value={stars} checked={stars === chosen} onChange={() => onChange(withStars(draft, stars))} />
          <span aria-hidden="true">{stars <= chosen ? '★' : '☆'}</span>
          <span class="unseen">
            {stars}: {texts.star(stars)}
          </span>
        </label>
      ))}
      <span class="chosen" aria-hidden="true">
        {texts.star(chosen)}
      </span>
      <FieldError id="stars-error" error={error} />
    </fieldset>
  );
}

function Solved({ draft, error, onChange }: PartProps & { error: string | null }) {
  const { rating: texts } = usePageLanguage().texts;
  return (
    <fieldset class="chips" aria-describedby="solved-error">
      <legend>{texts.solved}</legend>
      {[true, false].map((solved) => (
        <label key={String(solved)}>
          <input type="radio" name="solved" checked={draft.solved === solved} onChange={() => onChange({ ...draft, solved })} />
          <span>{solved ? texts.yes : texts.no}</span>
        </label>
      ))}
      <FieldError id="solved-error" error={error} />
    </fieldset>
  );
}

function Reasons({ stars, draft, onChange }: PartProps & { stars: number }) {
  const { rating: texts } = usePageLanguage().texts;
  return (
    <fieldset class="chips">
      <legend>{texts.reasons}</legend>
      {reasonsFor(stars).map((reason) => (
        <label key={reason}>
          <input type="checkbox" checked={draft.reasons.includes(reason)} onChange={() => onChange(withReasonToggled(draft, reason))} />
          <span>{texts.reason[reason]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function FieldError({ id, error }: { id: string; error: string | null }) {
  return (
    <p class="error" id={id}>
      {error}
    </p>
  );
}
