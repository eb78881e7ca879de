import type { Closure } from '@shouwen/domain/closure/closure';
import { closureFigures, signedFigureFen } from '@shouwen/domain/closure/figures';
import { numberOf } from '@shouwen/domain/kernel/number';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { useNow } from '../../parts/use-now.ts';
import { disposalStateOf } from './ClosureFactsCard.tsx';
import { FiguresLine } from './FiguresLine.tsx';
import './ClosureReceipt.css';

/** What the customer takes home: seen on paper only. */
export function ClosureReceipt({ closure }: { closure: Closure }) {
  const { t } = useTranslation(['closure', 'ledger']);
  const format = useFormat();
  const language = useLanguage();
  const operator = useReference()?.pack.operator;
  const now = useNow();
  const figures = closureFigures(closure);
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
          {figures.lines.map((line) => (
            <tr key={line.bucket}>
              <td>{t(`ledger:bucket.${line.bucket}`)}</td>
              <td>
                {t(`fate.${line.fate}`)}
                {line.fate !== 'empty' && ` · ${t(disposalStateOf(line))}`}
                {line.postingId !== null && <small>{t('fact.posting', { id: line.postingId })}</small>}
              </td>
              <td>{format.money(signedFigureFen(line))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <FiguresLine figures={figures} />
      </p>
      <p>{t('receipt.notYet')}</p>
      <p className="receipt-signatures">
        <span>{t('receipt.customer')}</span>
        <span>{t('receipt.clerk')}</span>
      </p>
      <p>{t('receipt.printedAt', { moment: format.fullMoment(now) })}</p>
    </section>
  );
}
