import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment } from '../moment.ts';
import { PhoneLink } from './phone-link.tsx';
import type { Outlook } from './outlook.ts';

/** From when the customer may appeal to the regulator, and the numbers to call. */
export function Rights({ view, standing: { appeal, appealFromMs, daysUntilAppeal } }: { view: StatusView; standing: Outlook }) {
  const { texts, language } = usePageLanguage();
  if (appeal === null) return null;
  const regulator = view.regulator[language];
  // A day that has passed is told by its last moment.
  const when = appealFromMs === null ? '' : formatMoment(appeal === 'disagreed' ? appealFromMs : appealFromMs - 1, language);
  const wording = (): string => {
    if (appeal === 'ifUnhappy') return texts.rights.ifUnhappy(regulator);
    if (appeal === 'disagreed') return texts.rights.disagreed(when, regulator);
    return appeal === 'now' ? texts.rights.now(when, regulator) : texts.rights.later(when, regulator, daysUntilAppeal);
  };
  return (
    <section class="card">
      <h2>{texts.rights.title}</h2>
      <p>{wording()}</p>
      <p class="small-print">{texts.rights.closed}</p>
      <p class="actions">
        <PhoneLink phone={view.regulatorHotline} />
      </p>
    </section>
  );
}
