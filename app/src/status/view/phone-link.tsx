import { usePageLanguage } from '../i18n/language.ts';

export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="call" href={`tel:${phone}`}>
      {usePageLanguage().texts.call(phone)}
    </a>
  );
}
