import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { addDays, type Day, dayOf } from '@shouwen/domain/calendar/day';
import { accountNoPattern } from '@shouwen/domain/ledger/account';
import type { StatementLine, StatementSubject } from '@shouwen/domain/books/statement';
import { parseNumber } from '@shouwen/domain/kernel/number';
import type { Check } from './read-books.ts';

/** A check runs every night; one that is missing for longer than this is an alarm of its own. */
const staleAfterDays = 2;

/** What a reader has to be told first: the newest check differs, none has run lately, or an earlier one differed. */
export type Alarm = { kind: 'differs' | 'earlier'; check: Check } | { kind: 'stale'; day: Day } | null;

export function alarmOf(checks: readonly Check[], nowMs: number): Alarm {
  const [newest] = checks;
  if (!newest) return null;
  if (newest.state === 'differs') return { kind: 'differs', check: newest };
  if (newest.day < addDays(dayOf(nowMs), -staleAfterDays)) return { kind: 'stale', day: newest.day };
  const earlier = checks.find((check) => check.state === 'differs');
  return earlier ? { kind: 'earlier', check: earlier } : null;
}

/** The lines of each posting, kept together and newest first: what happened last is what is looked for. */
export interface PostingGroup {
  postingId: string;
  lines: StatementLine[];
}

export function postingGroupsOf(lines: readonly StatementLine[]): PostingGroup[] {
  const groups = new Map<string, StatementLine[]>();
  for (const line of lines) groups.set(line.postingId, [...(groups.get(line.postingId) ?? []), line]);
  return [...groups].map(([postingId, own]) => ({ postingId, lines: own })).reverse();
}

/** What a statement comes to on either side, in fen. */
export function sumsOf(lines: readonly StatementLine[]): { debitFen: number; creditFen: number } {
  return {
    debitFen: lines.reduce((sum, line) => sum + line.debitFen, 0),
    creditFen: lines.reduce((sum, line) => sum + line.creditFen, 0),
  };
}

/** What an address names, ids only; null when it names nothing that could exist. */
export function viewInAddress(search: string): StatementSubject | null {
  const named = new URLSearchParams(search);
  const complaintId = named.get('complaint');
  if (complaintId !== null) return /^[A-Za-z0-9-]{20,36}$/.test(complaintId) ? { complaintId } : null;
  const accountNo = named.get('account');
  return accountNo !== null && accountNoPattern.test(accountNo) ? { accountNo } : null;
}

export type LookUp = { kind: 'account'; accountNo: string } | { kind: 'complaint'; number: string } | { kind: 'missing' | 'wrongAccount' | 'wrongComplaint' };

/** Reads what was typed as a number of the chosen kind. */
export function lookUpOf(by: 'account' | 'complaint', typed: string): LookUp {
  const plain = foldedText(typed);
  if (plain === '') return { kind: 'missing' };
  if (by === 'account') return accountNoPattern.test(plain) ? { kind: 'account', accountNo: plain.toUpperCase() } : { kind: 'wrongAccount' };
  const number = parseNumber(plain);
  return number === null ? { kind: 'wrongComplaint' } : { kind: 'complaint', number };
}
