import { describe, expect, test } from 'vitest';
import { numberOf } from '../kernel/number.ts';
import { legsOf, postingOf, reversalOf } from '../ledger/posting.ts';
import { csvOf } from './csv.ts';
import { statementOf } from './statement.ts';
import { type StatementPeople, statementSheet } from './statement-sheet.ts';

const complaintId = 'b1f6a1f0-0000-4000-8000-000000000001';
const atMs = Date.parse('2026-11-20T09:00:00+08:00');
const common = { pack: 'telecom', complaintId: null, cardSerial: null, byUid: null } as const;
const step = { roles: [], unitId: 'branch', limitFen: null, holderUids: [], decidedByUid: 'x', forUid: null, deputyCapFen: null, decidedAtMs: atMs };
const opening = postingOf({
  ...common,
  cause: { kind: 'opening', id: 'A2006-1450', bucket: 'cash' },
  legs: legsOf('company:opening', 'customer:A2006-1450:cash', 1000),
  postedAtMs: atMs,
});
const credit = postingOf({
  ...common,
  cause: { kind: 'refund', id: 'credit' },
  complaintId,
  byUid: 'payer',
  legs: legsOf('company:refunds', 'customer:A2006-1450:cash', 3550),
  postedAtMs: atMs + 1000,
});
const card = postingOf({
  ...common,
  cause: { kind: 'refund', id: 'card' },
  complaintId,
  byUid: 'unknown',
  legs: legsOf('company:refunds', 'company:rechargeCards', 5000),
  cardSerial: '00123456789012345678',
  postedAtMs: atMs + 2000,
});
const moved = postingOf({
  ...common,
  cause: { kind: 'closure', id: 'closing', bucket: 'cash' },
  legs: legsOf('customer:A2006-1450:cash', 'customer:0042:cash', 4550),
  postedAtMs: atMs + 3000,
});
const all = [opening, credit, reversalOf(credit, 'payer', atMs + 4000), card, moved];
const people: StatementPeople = {
  refunds: new Map([
    [
      'credit',
      {
        requesterName: '周敏',
        steps: [
          { ...step, state: 'approved', decidedByName: '吴主任', forName: null },
          { ...step, state: 'approved', decidedByName: '郑经理', forName: '王总' },
          { ...step, state: 'movedUp', decidedByName: null, forName: null },
        ],
        execution: null,
        reversal: null,
      },
    ],
    ['card', { requesterName: '周敏', steps: [], execution: null, reversal: null }],
  ]),
  closures: new Map([['closing', { requesterName: '陈静', confirmed: { byUid: 'x', byName: '吴主任', atMs } }]]),
  staff: new Map([['payer', '钱会计']]),
};

describe('a statement as people read it', () => {
  const [headings, ...rows] = statementSheet(statementOf(all, { accountNo: 'A2006-1450' }), people, 'zh');

  test('has a heading for each column, in one language', () => {
    expect(headings).toEqual([
      '时间',
      '事由',
      '投诉编号',
      '账户',
      '款项',
      '对方',
      '借方(元)',
      '贷方(元)',
      '余额(元)',
      '申请人',
      '审批人',
      '付款人',
      '冲正',
      '卡号',
      '记账编号',
    ]);
    for (const row of rows) expect(row).toHaveLength(headings?.length ?? 0);
  });

  test('says in words and known numbers what moved, and who asked, approved and paid', () => {
    expect(rows[0]?.slice(0, 12)).toEqual([
      '2026-11-20 09:00:00',
      '期初',
      null,
      'A2006-1450',
      '现金余额',
      '期初余额',
      { fen: 0 },
      { fen: 1000 },
      { fen: 1000 },
      null,
      null,
      '系统',
    ]);
    expect(rows[1]?.slice(1, 12)).toEqual([
      '退费',
      numberOf(complaintId),
      'A2006-1450',
      '现金余额',
      '退费支出',
      { fen: 0 },
      { fen: 3550 },
      { fen: 4550 },
      '周敏',
      '吴主任、郑经理（代王总）',
      '钱会计',
    ]);
    expect(rows[2]?.slice(1, 12)).toEqual([
      '销户结转',
      null,
      'A2006-1450',
      '现金余额',
      '0042 · 现金余额',
      { fen: 4550 },
      { fen: 0 },
      { fen: 0 },
      '陈静',
      '吴主任',
      '系统',
    ]);
    expect(rows[3]?.slice(12)).toEqual(['refund-credit', null, 'refund-credit-reversal']);
  });

  test('one that was decided within the own limit says so; of somebody who is unknown their id is shown', () => {
    const [, ...ofComplaint] = statementSheet(statementOf(all, { complaintId }), people, 'en');
    expect(ofComplaint[2]).toEqual([
      '2026-11-20 09:00:02',
      'Refund',
      numberOf(complaintId),
      'Refunds',
      null,
      'Recharge cards in stock',
      { fen: 5000 },
      { fen: 0 },
      null,
      '周敏',
      'Within their own limit',
      'unknown',
      null,
      '00123456789012345678',
      'refund-card',
    ]);
    expect(ofComplaint[0]?.[10]).toBe('吴主任, 郑经理 for 王总');
  });

  test('as a file: no code of an account, two decimals, and digits that stay text', () => {
    const csv =
      csvOf(statementSheet(statementOf(all, { complaintId }), people, 'zh')) + csvOf(statementSheet(statementOf(all, { accountNo: '0042' }), people, 'zh'));
    expect(csv).not.toMatch(/customer:|company:/);
    expect(csv).toContain(',0.00,35.50,');
    expect(csv).toContain('"\t00123456789012345678"');
    expect(csv).toContain('"\t0042"');
  });

  test('what nobody can read any more has no names', () => {
    const nobody: StatementPeople = { refunds: new Map(), closures: new Map(), staff: new Map() };
    expect(statementSheet(statementOf(all, { complaintId }), nobody, 'zh')[1]?.slice(9, 12)).toEqual([null, null, 'payer']);
  });
});
