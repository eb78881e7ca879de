import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';
import { PhoneLink } from './phone-link.tsx';
import type { Outlook } from './outlook.ts';

/** From when the customer may appeal to the regulator, and the numbers to call. */
export function Rights({ view, standing: { appeal, daysUntilAppeal } }: { view: StatusView; standing: Outlook }) {
  const { texts, language } = usePageLanguage();
  if (appeal === null) return null;
  const regulator = view.regulator[language];
  const when = view.statutoryAtMs === null ? '' : formatMoment(view.statutoryAtMs, language);
  const wording = (): string => {
    if (appeal === 'ifUnhappy') return texts.rights.ifUnhappy(regulator);
    return appeal === 'now' ? texts.rights.now(when, regulator) : texts.rights.later(when, regulator, daysUntilAppeal);
  };
  return (
    <section class="card">
      <h2>{texts.rights.title}</h2>
      <p>{wording()}</p>
      <p class="actions">
        <PhoneLink phone={view.regulatorHotline} />
      </p>
    </section>
  );
}
