import { usePageLanguage } from '../i18n/language.ts';
import { PhoneLink } from '../view/phone-link.tsx';

/** Stands where rating and disagreeing would, for who came by number and phone where the operator wants the link for them. */
export function LinkNeeded({ hotline }: { hotline: string }) {
  const { linkNeeded } = usePageLanguage().texts;
  return (
    <section class="card notice">
      <h2>{linkNeeded.title}</h2>
      <p>{linkNeeded.text}</p>
      <p>
        <PhoneLink phone={hotline} />
      </p>
    </section>
  );
}
