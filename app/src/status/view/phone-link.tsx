import { useLanguage } from '../i18n/language.ts';

export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="call" href={`tel:${phone}`}>
      {useLanguage().texts.call(phone)}
    </a>
  );
}
