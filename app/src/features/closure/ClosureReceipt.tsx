import type { Closure } from '@shouwen/domain/closure/closure';
import { numberOf } from '@shouwen/domain/kernel/number';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { useNow } from '../../parts/use-now.ts';
import { disposalStateOf } from './ClosureFactsCard.tsx';
import { wayOf } from './DisposalsCard.tsx';
import './ClosureReceipt.css';

/** What the customer takes home: seen on paper only. */
export function ClosureReceipt({ closure }: { closure: Closure }) {
  const { t } = useTranslation(['closure', 'ledger']);
  const format = useFormat();
  const language = useLanguage();
  const operator = useReference()?.pack.operator;
  const now = useNow();
  const facts: [string, string][] = [
    [t('fact.number'), numberOf(closure.id)],
    [t('fact.account'), `${closure.accountMasked?.phone ?? ''} ${closure.accountMasked?.holder ?? ''} · ${closure.accountNo}`],
    [t('fact.kind'), t(`kind.${closure.kind}`)],
    [t('fact.target'), closure.targetMasked ? `${closure.targetMasked.phone} ${closure.targetMasked.holder} · ${closure.targetAccountNo}` : t('fact.noTarget')],
    [t('fact.closedAt'), closure.closedAtMs === null ? '' : format.fullMoment(closure.closedAtMs)],
    [t('fact.transferAt'), closure.transferAtMs === null ? '' : format.fullMoment(closure.transferAtMs)],
    [t('fact.requester'), `${closure.requesterName} · ${unitName(closure.requesterUnitId)}`],
  ];
  return (
    <section className="receipt" aria-hidden="true">
      <p>{operator && inLanguage(operator, language)}</p>
      <h2>{t('receipt.title')}</h2>
      <table>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('receipt.bucket')}</th>
            <th scope="col">{t('receipt.what')}</th>
            <th scope="col">{t('receipt.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {closure.lines.map(({ bucket, action, state, amountFen, postingId }) => (
            <tr key={bucket}>
              <td>{t(`ledger:bucket.${bucket}`)}</td>
              <td>
                {t(wayOf({ action, amountFen: closure.frozenFen[bucket] || (amountFen ?? 0) }))}
                {closure.frozenFen[bucket] !== 0 && ` · ${t(disposalStateOf({ action, state }))}`}
                {postingId !== null && <small>{t('fact.posting', { id: postingId })}</small>}
              </td>
              <td>{format.money(amountFen ?? closure.frozenFen[bucket])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('receipt.notYet')}</p>
      <p className="receipt-signatures">
        <span>{t('receipt.customer')}</span>
        <span>{t('receipt.clerk')}</span>
      </p>
      <p>{t('receipt.printedAt', { moment: format.fullMoment(now) })}</p>
    </section>
  );
}
