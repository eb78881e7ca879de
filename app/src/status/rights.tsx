import type { StatusView } from '@shouwen/domain/complaint/status-view';
import { useLanguage } from './i18n/language.ts';
import { formatMoment } from './moment.ts';
import { PhoneLink } from './phone-link.tsx';
import type { Standing } from './standing.ts';

/** From when the customer may appeal to the regulator, and the numbers to call. */
export function Rights({ view, appeal }: { view: StatusView; appeal: Standing['appeal'] }) {
  const { texts, language } = useLanguage();
  if (appeal === null) return null;
  const regulator = texts.rights.regulators[view.pack];
  const when = view.statutoryAtMs === null ? '' : formatMoment(view.statutoryAtMs, language);
  return (
    <section class="card">
      <h2>{texts.rights.title}</h2>
      <p>{appeal === 'ifUnhappy' ? texts.rights.ifUnhappy(regulator) : texts.rights[appeal](when, regulator)}</p>
      <p class="actions">
        <PhoneLink phone={view.regulatorHotline} />
      </p>
    </section>
  );
}
