import { describe, expect, test } from 'vitest';
import { calendar, person, telecom, units } from '@shouwen/domain/testing/organisation';
import { type Refund, untouchedRefund } from '@shouwen/domain/refund/refund';
import { stillSelected, sumFen, toggled } from './batch-selection.ts';

const manager = person('manager', 'outletManager', 'outlet');
const known = { pack: telecom, calendar, units, staff: [manager] };
const nowMs = Date.parse('2026-11-22T09:00:00+08:00');
const empty = new Map<string, Refund>();

function waiting(id: string, more: Partial<Refund> = {}): Refund {
  const step = { decidedByUid: null, decidedByName: null, forUid: null, forName: null, deputyCapFen: null, decidedAtMs: null };
  return {
    ...untouchedRefund,
    id,
    pack: 'telecom',
    packVersion: telecom.version,
    complaintId: 'complaint',
    form: 'cash',
    accountNo: null,
    cardSerial: null,
    amountFen: 10_000,
    calculation: null,
    reason: '误收',
    requesterUid: 'clerk',
    requesterName: '员工clerk',
    requesterUnitId: 'outlet',
    capturedAtMs: nowMs,
    clockOffsetMs: 0,
    receivedAtMs: nowMs,
    people: ['clerk', 'manager'],
    audience: ['outlet'],
    state: 'awaitingApproval',
    seq: 1,
    approverUids: ['manager'],
    steps: [{ ...step, roles: ['outletManager'], unitId: 'outlet', limitFen: 30_000, holderUids: ['manager'], state: 'open' }],
    ...more,
  };
}

describe('approving several together', () => {
  test('takes requests of up to exactly the limit, and none above it', () => {
    expect([...toggled(empty, waiting('small'), manager, known, nowMs).keys()]).toEqual(['small']);
    expect(toggled(empty, waiting('large', { amountFen: 10_001 }), manager, known, nowMs).size).toBe(0);
  });

  test("never takes one's own, nor a second step of the same chain (REF-3)", () => {
    expect(toggled(empty, waiting('own', { requesterUid: 'manager' }), manager, known, nowMs).size).toBe(0);
    const [first] = waiting('x').steps;
    const decided = first ? [{ ...first, state: 'approved' as const, decidedByUid: 'manager', decidedByName: '员工manager' }, first] : [];
    expect(toggled(empty, waiting('second', { steps: decided }), manager, known, nowMs).size).toBe(0);
  });

  test('selecting again takes it back out', () => {
    const one = toggled(empty, waiting('one'), manager, known, nowMs);
    expect(toggled(one, waiting('one'), manager, known, nowMs).size).toBe(0);
  });

  test('what has changed or gone since it was selected is not approved unseen', () => {
    const both = toggled(toggled(empty, waiting('one'), manager, known, nowMs), waiting('other'), manager, known, nowMs);
    expect(stillSelected(both, [waiting('one'), waiting('other')]).map(({ id }) => id)).toEqual(['one', 'other']);
    expect(stillSelected(both, [waiting('one', { seq: 2 }), waiting('other')]).map(({ id }) => id)).toEqual(['other']);
    expect(stillSelected(both, [waiting('one', { amountFen: 9_000 })])).toEqual([]);
  });

  test('the sum of what is selected is in fen', () => {
    expect(sumFen([waiting('one'), waiting('other', { amountFen: 99 })])).toBe(10_099);
  });
});
