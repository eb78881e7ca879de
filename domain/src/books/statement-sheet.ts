import { wallClockOf } from '../calendar/day.ts';
import type { Closure } from '../closure/closure.ts';
import type { Bilingual } from '../kernel/bilingual.ts';
import type { Uid } from '../kernel/brand.ts';
import { numberOf } from '../kernel/number.ts';
import type { Bucket } from '../ledger/account.ts';
import type { companyAccounts, LedgerAccount } from '../ledger/posting.ts';
import type { Refund } from '../refund/refund.ts';
import type { CsvCell } from './csv.ts';
import type { StatementLine } from './statement.ts';

type SheetLanguage = keyof Bilingual;

/** What the people behind the movements are called: by refund, by closure, and whoever executed a posting. */
export interface StatementPeople {
  refunds: ReadonlyMap<string, Pick<Refund, 'requesterName' | 'steps' | 'execution' | 'reversal'>>;
  closures: ReadonlyMap<string, Pick<Closure, 'requesterName' | 'confirmed'>>;
  staff: ReadonlyMap<Uid, string>;
}

/** A statement as people read it: accounts and causes in words, numbers that they know, amounts in yuan, and who asked, approved and paid. */
export function statementSheet(lines: readonly StatementLine[], people: StatementPeople, language: SheetLanguage): CsvCell[][] {
  return [headings.map((heading) => heading[language]), ...lines.map((line) => rowOf(line, people, language))];
}

const headings: readonly Bilingual[] = [
  { zh: '时间', en: 'Time' },
  { zh: '事由', en: 'Cause' },
  { zh: '投诉编号', en: 'Complaint' },
  { zh: '账户', en: 'Account' },
  { zh: '款项', en: 'Kind of money' },
  { zh: '对方', en: 'Other account' },
  { zh: '借方(元)', en: 'Debit (yuan)' },
  { zh: '贷方(元)', en: 'Credit (yuan)' },
  { zh: '余额(元)', en: 'Balance (yuan)' },
  { zh: '申请人', en: 'Asked by' },
  { zh: '审批人', en: 'Approved by' },
  { zh: '付款人', en: 'Paid by' },
  { zh: '冲正', en: 'Takes back' },
  { zh: '卡号', en: 'Card' },
  { zh: '记账编号', en: 'Posting' },
];

const bucketWords: Readonly<Record<Bucket, Bilingual>> = {
  cash: { zh: '现金余额', en: 'Cash' },
  rechargeCard: { zh: '充值卡余额', en: 'Recharge card' },
  promotional: { zh: '赠送余额', en: 'Promotional credit' },
};

const companyWords: Readonly<Record<(typeof companyAccounts)[number], Bilingual>> = {
  refunds: { zh: '退费支出', en: 'Refunds' },
  cashDesk: { zh: '现金柜', en: 'Cash desk' },
  rechargeCards: { zh: '充值卡库存', en: 'Recharge cards in stock' },
  lapsed: { zh: '作废收入', en: 'Lapsed' },
  arrears: { zh: '欠费挂账', en: 'Arrears' },
  opening: { zh: '期初余额', en: 'Opening balance' },
};

const causeWords: Readonly<Record<StatementLine['causeKind'], Bilingual>> = {
  refund: { zh: '退费', en: 'Refund' },
  closure: { zh: '销户结转', en: 'Account closed' },
  opening: { zh: '期初', en: 'Opening' },
};

const several: Bilingual = { zh: '多个账户', en: 'Several accounts' };
const bySchedule: Bilingual = { zh: '系统', en: 'The product' };
const withinLimit: Bilingual = { zh: '本人权限内', en: 'Within their own limit' };

function rowOf(line: StatementLine, people: StatementPeople, language: SheetLanguage): CsvCell[] {
  const { account, bucket } = accountWords(line.account, language);
  const other = line.otherAccount === null ? null : accountWords(line.otherAccount, language);
  const { asked, approved } = peopleOf(line, people, language);
  return [
    wallClockOf(line.atMs),
    causeWords[line.causeKind][language],
    line.complaintId === null ? null : numberOf(line.complaintId),
    account,
    bucket,
    other === null ? several[language] : [other.account, other.bucket].filter((part) => part !== null).join(' · '),
    { fen: line.debitFen },
    { fen: line.creditFen },
    line.balanceFen === null ? null : { fen: line.balanceFen },
    asked,
    approved,
    line.byUid === null ? bySchedule[language] : (people.staff.get(line.byUid) ?? line.byUid),
    line.reversesId,
    line.cardSerial,
    line.postingId,
  ];
}

/** A customer's account by its number, one of the operator's own by its name. */
function accountWords(account: LedgerAccount, language: SheetLanguage): { account: string; bucket: string | null } {
  const [owner, name = '', bucket] = account.split(':');
  if (owner !== 'customer') return { account: companyWords[name as keyof typeof companyWords][language], bucket: null };
  return { account: name, bucket: bucketWords[bucket as Bucket][language] };
}

function peopleOf(line: StatementLine, { refunds, closures }: StatementPeople, language: SheetLanguage): { asked: string | null; approved: string | null } {
  const closure = closures.get(line.causeId);
  if (line.causeKind === 'closure') return { asked: closure?.requesterName ?? null, approved: closure?.confirmed?.byName ?? null };
  const refund = line.causeKind === 'refund' ? refunds.get(line.causeId) : undefined;
  if (!refund) return { asked: null, approved: null };
  const approvers = refund.steps.flatMap(({ state, decidedByName, forName }) =>
    state === 'approved' && decidedByName !== null ? [standsFor(decidedByName, forName, language)] : [],
  );
  return { asked: refund.requesterName, approved: approvers.length === 0 ? withinLimit[language] : approvers.join(language === 'zh' ? '、' : ', ') };
}

/** REF-6: a deputy and whom they stood in for. */
function standsFor(name: string, forName: string | null, language: SheetLanguage): string {
  if (forName === null) return name;
  return language === 'zh' ? `${name}（代${forName}）` : `${name} for ${forName}`;
}
