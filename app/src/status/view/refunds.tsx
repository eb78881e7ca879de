import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment, formatMoney } from '../moment.ts';

/** Refunds that were approved or paid, with amount and date; what is still being asked for is no promise and is not here. */
export function Refunds({ refunds }: { refunds: StatusView['refunds'] }) {
  const { texts, language } = usePageLanguage();
  return (
    <section class="card">
      <h2>{texts.refunds.title}</h2>
      <ul class="checklist">
        {refunds.map(({ amountFen, form, standing, atMs }) => (
          <li key={`${atMs}${amountFen}`} data-result={standing === 'paid' ? 'met' : 'partly'}>
            <span>
              <strong>{formatMoney(amountFen, language)}</strong> · {texts.refunds.form[form]}
            </span>
            <span>{texts.refunds.standing[standing](formatMoment(atMs, language))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
