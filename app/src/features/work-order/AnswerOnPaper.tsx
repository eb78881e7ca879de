import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { answerStands } from '@shouwen/domain/complaint/view/status-view';
import { maskNumbersInText } from '@shouwen/domain/customer/mask-numbers';
import { useTranslation } from 'react-i18next';
import type { Copy } from './copy.ts';
import { ownNumbers } from './own-numbers.ts';

/**
 * KNO-3: the answer with what became of each thing asked for, and an empty box for what was not fulfilled, to be filled in by hand. An answer that the
 * customer did not agree to is void: the internal copy says so beside its words, the customer's copy has the words no more.
 */
export function AnswerOnPaper({ complaint, copy }: { complaint: Complaint; copy: Copy }) {
  const { t } = useTranslation(['workOrder', 'vocabulary']);
  const { answer, outOfScope, asks } = complaint;
  const isVoid = answer !== null && !answerStands(complaint);
  const given = answer?.text ?? (outOfScope ? `${outOfScope.reason} ${outOfScope.whereToTurn}` : null);
  const isShown = given !== null && !(isVoid && copy === 'customer');
  const text = isShown ? (copy === 'internal' ? given : maskNumbersInText(given, ownNumbers(complaint))) : t(isVoid ? 'answeredAnew' : 'noAnswer');
  return (
    <>
      {isVoid && isShown && <p className="sheet-void">{t('void')}</p>}
      <p className={`sheet-text sheet-answer ${isVoid && isShown ? 'sheet-struck' : ''}`}>{text}</p>
      <p className="sheet-clocks">
        {asks.map((ask) => {
          const line = isVoid ? undefined : answer?.checklist.find((candidate) => candidate.ask === ask);
          return (
            <span key={ask}>
              {line?.result === 'met' ? '☑' : '☐'} {t(`vocabulary:ask.${ask}`)}
              {line && `: ${t(`vocabulary:checklistResult.${line.result}`)}`}
            </span>
          );
        })}
      </p>
    </>
  );
}
