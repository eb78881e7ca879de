import { startOfDayMs } from '@shouwen/domain/calendar/day';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { FlagMark } from '../../parts/FlagMark.tsx';
import type { Expectations } from './expectations.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './ExpectationsCard.css';

/** What the customer can be told at once: until when, by whom, and what the law says. */
export function ExpectationsCard({ expected }: { expected: Expectations }) {
  const { t } = useTranslation('recording');
  const format = useFormat();
  const language = useLanguage();
  const { clocks, handler, statutoryBasis, movedFromMs, coveredUntil } = expected;
  return (
    <Card className="expectations" label={t('expected.label')}>
      <dl>
        <dt>{t('expected.promise')}</dt>
        <dd>
          {clocks ? t('expected.by', { moment: format.moment(clocks.replyDueAtMs), rule: t(`expected.rule.${clocks.rule}`) }) : t('expected.notYet')}
          {movedFromMs !== null && <small>{t('expected.moved', { moment: format.moment(movedFromMs) })}</small>}
        </dd>
        <dt>{t('expected.handler')}</dt>
        <dd>{handler ? inLanguage(handler, language) : t('expected.notYet')}</dd>
        {clocks && (
          <>
            <dt>{t('expected.statutory')}</dt>
            <dd>
              {format.day(clocks.statutoryDueAtMs)}
              {statutoryBasis && <small>{inLanguage(statutoryBasis, language)}</small>}
            </dd>
          </>
        )}
      </dl>
      {coveredUntil !== null && <p className="small-print">{t('expected.notCovered', { day: format.day(startOfDayMs(coveredUntil)) })}</p>}
    </Card>
  );
}

const warned = ['life-threat', 'red-line', 'regulatory-risk', 'escalated', 'important'] as const;

/** Red lines and risks are pointed out while there is still time to be careful (ATT-5), with what to do about them. */
export function RecordingFlags({ flags }: { flags: readonly string[] }) {
  const { t } = useTranslation('recording');
  const shown = warned.filter((kind) => flags.some((flag) => flag.split(':')[0] === kind));
  if (shown.length === 0) return null;
  return (
    <div role="status">
      <List className="recording-flags">
        {shown.map((kind) => (
          <li key={kind} className={kind === 'important' ? 'flag-warning' : 'flag-danger'}>
            <FlagMark flag={kind} /> {t(`flag.${kind}`)}
          </li>
        ))}
      </List>
    </div>
  );
}
