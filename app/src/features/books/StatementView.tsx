import { useState } from 'react';
import { machineMoment } from '@shouwen/domain/kernel/moment';
import type { StatementLine, StatementSubject as View } from '@shouwen/domain/books/statement';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { postingsShown, type Statement } from './read-books.ts';
import { useAccountName } from './account-name.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { postingGroupsOf, type PostingGroup, sumsOf } from './books-view.ts';
import { ExportSheet } from '../../parts/ExportSheet.tsx';
import { exportStatement } from './export-statement.ts';
import { dayOf } from '@shouwen/domain/calendar/day';
import { numberOf } from '@shouwen/domain/kernel/number';
import { nowMs } from '../../platform/device/clock.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Mark } from '../../ui/telling/Mark.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './DailyChecks.css';
import './StatementView.css';

interface Props {
  statement: Statement;
  view: View;
}

/** Debit, credit and balance beside each other on a phone: what a table would have as further columns stands above them. */
export function StatementView({ statement, view }: Props) {
  const { t } = useTranslation('books');
  const format = useFormat();
  const [isExporting, setExporting] = useState(false);
  const [isExported, setExported] = useState(false);
  const { lines } = statement;
  if (lines.length === 0) return <Blank icon="search" title={t('statement.empty.title')} text={t('statement.empty.text')} />;
  const sums = sumsOf(lines);
  return (
    <>
      {statement.isFromCache && <Notice tone="info">{t('statement.cached')}</Notice>}
      {statement.isCut && <Notice tone="warning">{t('statement.first', { count: postingsShown })}</Notice>}
      {isExported && <Notice tone="success">{t('export.done')}</Notice>}
      <Card className="statement-sums">
        <dl aria-label={t('statement.sums')}>
          <Amount name={t('statement.debit')} text={format.money(sums.debitFen)} />
          <Amount name={t('statement.credit')} text={format.money(sums.creditFen)} />
        </dl>
        <Button onClick={() => setExporting(true)}>{t('export.action')}</Button>
      </Card>
      <List isSpaced>
        {postingGroupsOf(lines).map((group) => (
          <li key={group.postingId}>
            <PostingCard group={group} ownNo={'accountNo' in view ? view.accountNo : null} />
          </li>
        ))}
      </List>
      {isExporting && (
        <ExportSheet
          title={t('export.title')}
          fileName={t('export.fileName', { subject: 'accountNo' in view ? view.accountNo : numberOf(view.complaintId), day: dayOf(nowMs()) })}
          take={(reason) => exportStatement(view, reason)}
          onClose={() => setExporting(false)}
          onSaved={() => {
            setExporting(false);
            setExported(true);
          }}
        />
      )}
    </>
  );
}

function PostingCard({ group: { postingId, lines }, ownNo }: { group: PostingGroup; ownNo: string | null }) {
  const { t } = useTranslation('books');
  const format = useFormat();
  const [first] = lines;
  if (!first) return null;
  const path = pathOf(first);
  return (
    <Card as="article" className="posting">
      <p className="check-head">
        <span>
          <strong>{t(`statement.cause.${first.causeKind}`)}</strong>
          {first.reversesId !== null && <Mark tone="danger"> {t('statement.reversal')}</Mark>}
        </span>
        <time dateTime={machineMoment(first.atMs)}>{format.fullMoment(first.atMs)}</time>
      </p>
      {lines.map((line, index) => (
        <Line key={index} line={line} ownNo={ownNo} />
      ))}
      {first.cardSerial !== null && <p className="small-print">{t('statement.card', { serial: first.cardSerial })}</p>}
      <p className="small-print subject">
        {t('statement.posting')} {postingId}
      </p>
      {first.reversesId !== null && <p className="small-print subject">{t('statement.reverses', { id: first.reversesId })}</p>}
      {path !== null && (
        <p className="links">
          <AppLink to={path}>{t(first.causeKind === 'closure' ? 'statement.openClosure' : 'statement.openRefund')}</AppLink>
        </p>
      )}
    </Card>
  );
}

function Line({ line, ownNo }: { line: StatementLine; ownNo: string | null }) {
  const { t } = useTranslation('books');
  const format = useFormat();
  const accountName = useAccountName(ownNo);
  return (
    <div className="posting-line">
      <p>
        {accountName(line.account)}{' '}
        <span className="small-print">{t(line.debitFen > 0 ? 'statement.to' : 'statement.from', { account: accountName(line.otherAccount) })}</span>
      </p>
      <dl>
        <Amount name={t('statement.debit')} text={line.debitFen > 0 ? format.money(line.debitFen) : '–'} />
        <Amount name={t('statement.credit')} text={line.creditFen > 0 ? format.money(line.creditFen) : '–'} />
        {line.balanceFen !== null && <Amount name={t('statement.balance')} text={format.money(line.balanceFen)} />}
      </dl>
    </div>
  );
}

function Amount({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{text}</dd>
    </div>
  );
}

function pathOf({ causeKind, causeId }: StatementLine): string | null {
  if (causeKind === 'opening') return null;
  return causeKind === 'closure' ? `/closure/${causeId}` : `/refund/${causeId}`;
}
