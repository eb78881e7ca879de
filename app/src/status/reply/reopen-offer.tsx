import { usePageLanguage } from '../i18n/language.ts';
import type { Proof } from '../proof.ts';
import type { RatingDraft } from './rating-draft.ts';
import { useReplySending } from './use-sending.ts';

interface ReopenOfferProps {
  proof: Proof | null;
  reasons: RatingDraft['reasons'];
  onSent: () => void;
}

/** KNO-3: whoever says that it is not solved can have it taken up again in one tap; their own words may follow. */
export function ReopenOffer({ proof, reasons, onSent }: ReopenOfferProps) {
  const { rating: texts, disagreement } = usePageLanguage().texts;
  const { isBusy, message, send } = useReplySending(proof, disagreement.arrived);
  const reopen = async (): Promise<void> => {
    if (isBusy) return;
    const text = texts.unsolved(reasons.map((reason) => texts.reason[reason]));
    if ((await send({ type: 'disagree', text })) === 'arrived') onSent();
  };
  return (
    <>
      <p class="actions">
        <button type="button" class="secondary" aria-disabled={isBusy} onClick={() => void reopen()}>
          {texts.reopen}
        </button>
      </p>
      <p role="status" class="outcome">
        {message}
      </p>
    </>
  );
}
