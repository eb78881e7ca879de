import type { Suggestion } from '@shouwen/domain/refund/sum/suggestion';
import { useTranslation } from 'react-i18next';
import { yuanOf } from '../../../i18n/yuan-text.ts';
import { inLanguage, useLanguage } from '../../../platform/device/language.ts';
import { sumOfLine } from './calculation-sum.ts';
import './SuggestionSum.css';

/** How an amount was worked out, line by line, with the pledge or law behind it (REF-7). */
export function SuggestionSum({ suggestion: { amountFen, lines, basis, isBounded } }: { suggestion: Suggestion }) {
  const { t } = useTranslation('refund');
  const language = useLanguage();
  const linesFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} className="sum">
          {sumOfLine(line)}
        </p>
      ))}
      {isBounded && <p className="warning-text">{t(linesFen < amountFen ? 'calculation.atLeast' : 'calculation.atMost', { amount: yuanOf(amountFen) })}</p>}
      {basis && <p className="small-print">{inLanguage(basis, language)}</p>}
    </>
  );
}
