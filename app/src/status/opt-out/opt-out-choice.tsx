import { useEffect, useState } from 'preact/hooks';
import { usePageLanguage } from '../i18n/language.ts';
import type { Proof } from '../proof.ts';
import { optOutTexts } from './opt-out-texts.ts';
import { askOptOut, type CustomerOptOut } from './ask-opt-out.ts';

/** Whether this customer is told by message, and the button that changes it. */
export function OptOutChoice({ proof }: { proof: Proof }) {
  const texts = optOutTexts[usePageLanguage().language];
  const [standing, setStanding] = useState<CustomerOptOut | 'asking' | 'unknown'>('asking');
  const ask = async (isOut: boolean | null): Promise<void> => {
    setStanding('asking');
    setStanding((await askOptOut(proof, isOut)) ?? 'unknown');
  };
  useEffect(() => void askOptOut(proof, null).then((answer) => setStanding(answer ?? 'unknown')), [proof]);
  if (standing === 'asking') return <p role="status">{texts.asking}</p>;
  if (standing === 'unknown')
    return (
      <p role="alert">
        {texts.unknown}{' '}
        <button type="button" class="secondary" onClick={() => void ask(null)}>
          {texts.again}
        </button>
      </p>
    );
  if (!standing.isSetUp) return <p>{texts.notSetUp}</p>;
  return (
    <>
      <p role="status">{standing.isOut ? texts.isOut : texts.isIn}</p>
      <button type="button" onClick={() => void ask(!standing.isOut)}>
        {standing.isOut ? texts.comeBack : texts.optOut}
      </button>
    </>
  );
}
