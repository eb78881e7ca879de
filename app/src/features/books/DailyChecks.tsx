import { differenceCodes } from '@shouwen/domain/books/books';
import { startOfDayMs } from '@shouwen/domain/calendar/day';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { type Format, useFormat } from '../../i18n/format.ts';
import { nowMs } from '../../platform/device/clock.ts';
import type { Check, Checks } from './read-books.ts';
import { useAccountName } from './account-name.ts';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { alarmOf } from './books-view.ts';
import { Mark } from '../../ui/telling/Mark.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './DailyChecks.css';

const differencesShown = 20;

/** Books that do not balance, or that nobody has checked, are told on whatever tab is open. */
export function AlarmNotice({ checks }: { checks: Checks }) {
  const { t } = useTranslation('books');
  const format = useFormat();
  const alarm = checks.status === 'here' ? alarmOf(checks.values, nowMs()) : null;
  if (!alarm) return null;
  if (alarm.kind === 'stale') return <Notice tone="danger">{t('daily.stale', { day: format.day(startOfDayMs(alarm.day)) })}</Notice>;
  const day = format.day(startOfDayMs(alarm.check.day));
  if (alarm.kind === 'earlier') return <Notice tone="warning">{t('daily.earlierAlarm', { day })}</Notice>;
  return <Notice tone="danger">{t('daily.alarm', { day, differences: format.number(alarm.check.differenceCount) })}</Notice>;
}

/** What the last nightly checks found, newest first. */
export function DailyChecks({ checks }: { checks: Checks }) {
  const { t } = useTranslation(['books', 'shell']);
  if (checks.status === 'loading') return <Loading rows={4} />;
  if (checks.status !== 'here')
    return <Blank icon="warning" title={t('daily.failed.title')} text={t('daily.failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />;
  if (checks.values.length === 0) return <Blank icon="clock" title={t('daily.empty.title')} text={t('daily.empty.text')} />;
  return (
    <List isSpaced>
      {checks.values.map((check) => (
        <li key={check.day}>
          <CheckCard check={check} />
        </li>
      ))}
    </List>
  );
}

function CheckCard({ check }: { check: Check }) {
  const { t } = useTranslation(['books', 'shell']);
  const format = useFormat();
  const { postings, accounts, refunds, closures } = check;
  const counts = { postings: format.number(postings), accounts: format.number(accounts), refunds: format.number(refunds), closures: format.number(closures) };
  const more = check.differenceCount - Math.min(check.differences.length, differencesShown);
  return (
    <Card label={format.day(startOfDayMs(check.day))}>
      <p className="check-head">
        <strong>{format.day(startOfDayMs(check.day))}</strong>
        <Mark tone={check.state === 'balanced' ? 'success' : 'danger'}>
          {check.state === 'balanced' ? t('daily.balanced') : t('daily.differs', { count: check.differenceCount })}
        </Mark>
      </p>
      <p className="small-print">{t('daily.counts', counts)}</p>
      <p className="small-print">{reachOf(check, t, format)}</p>
      <p className="small-print">{t('daily.checked', { moment: format.moment(check.atMs) })}</p>
      {check.differences.length > 0 && (
        <List isSpaced className="differences">
          {check.differences.slice(0, differencesShown).map((difference, index) => (
            <li key={index}>
              <DifferenceLine difference={difference} />
            </li>
          ))}
        </List>
      )}
      {more > 0 && <p className="small-print">{t('daily.more', { count: more })}</p>}
    </Card>
  );
}

/** How far the check reached: all of it, or all by sum and some accounts one by one. */
function reachOf({ way, movedAccounts, turnedAccounts, circleEndsOn }: Check, t: TFunction<['books', 'shell']>, format: Format): string {
  if (way === 'whole' || circleEndsOn === null) return t('daily.whole');
  const counted = { moved: format.number(movedAccounts), turned: format.number(turnedAccounts), day: format.day(startOfDayMs(circleEndsOn)) };
  return t('daily.bySum', counted);
}

function DifferenceLine({ difference: { code, subject, expectedFen, foundFen } }: { difference: Check['differences'][number] }) {
  const { t } = useTranslation('books');
  const format = useFormat();
  const accountName = useAccountName();
  const known = differenceCodes.find((one) => one === code) ?? 'other';
  const isOfAmounts = expectedFen !== null || foundFen !== null;
  const amount = (fen: number | null): string => (fen === null ? t('daily.nothing') : format.money(fen));
  return (
    <>
      <strong>{t(`daily.code.${known}`)}</strong>
      <span className="subject">{subject.includes(':') ? accountName(subject) : subject}</span>
      {isOfAmounts && (
        <span className="number">
          {t('daily.expected', { amount: amount(expectedFen) })} · {t('daily.found', { amount: amount(foundFen) })}
        </span>
      )}
    </>
  );
}
