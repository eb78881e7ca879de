import type { Assist } from '@shouwen/domain/assist/assist';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

/** What has been said about it: the answer, who returned it and why, what customer service decided, and how outsiders were chased. */
export function WordsOfAssist({ assist: { answer, returns, arbitration, chases } }: { assist: Assist }) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const from = (who: string, atMs: number) => t('answer.from', { who, moment: format.moment(atMs) });
  return (
    <>
      {answer && (
        <Card title={t('answer.heading')}>
          <p className="told">{answer.text}</p>
          {answer.saidBy && <p>{t('answer.said', { name: answer.saidBy })}</p>}
          <p className="small-print">{from([answer.byName, answer.unitId === null ? '' : unitName(answer.unitId)].filter(Boolean).join(' · '), answer.atMs)}</p>
        </Card>
      )}
      {arbitration && (
        <Card title={t('arbitration.heading')}>
          <p>{t('arbitration.line', { unit: unitName(arbitration.unitId), reason: arbitration.reason })}</p>
          <p className="small-print">{from(arbitration.byName, arbitration.atMs)}</p>
        </Card>
      )}
      {returns.length > 0 && (
        <Card title={t('returned.heading')}>
          <List isSpaced>
            {returns.map(({ unitId, reason, byName, atMs }) => (
              <li key={atMs}>
                <p>{t('returned.line', { unit: unitName(unitId), reason })}</p>
                <p className="small-print">{from(byName, atMs)}</p>
              </li>
            ))}
          </List>
        </Card>
      )}
      {chases.length > 0 && (
        <Card title={t('chases.heading')}>
          <List isSpaced>
            {chases.map(({ text, byName, atMs }) => (
              <li key={atMs}>
                <p>{text}</p>
                <p className="small-print">{from(byName, atMs)}</p>
              </li>
            ))}
          </List>
        </Card>
      )}
    </>
  );
}
