import { describe, expect, test } from 'vitest';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Refund, untouchedRefund } from '@shouwen/domain/refund/refund';
import { calendar, person, telecom, units } from '@shouwen/domain/testing/organisation';
import { allowedRefundCommands, standsInFor } from './allowed-refund-commands.ts';

const nowMs = Date.parse('2026-11-22T09:00:00+08:00');
const deputy = person('deputy', 'unitHead', 'elsewhere');
const clerk = person('clerk', 'outletClerk', 'outlet');
const manager = person('manager', 'outletManager', 'outlet', { deputy: { uid: 'deputy', fromMs: nowMs - 1, untilMs: nowMs + 1 } });
const payer = person('payer', 'refundClerk', 'centre');
const director = person('director', 'centreDirector', 'centre');
const staff: Staff[] = [clerk, manager, deputy, payer, director];
const known = { pack: telecom, calendar, units, staff };

const open: Refund['steps'][number] = {
  roles: ['outletManager'],
  unitId: 'outlet',
  limitFen: 30_000,
  holderUids: ['manager'],
  state: 'open',
  decidedByUid: null,
  decidedByName: null,
  forUid: null,
  forName: null,
  deputyCapFen: null,
  decidedAtMs: null,
};
const waiting: Refund = {
  ...untouchedRefund,
  id: 'refund',
  pack: 'telecom',
  packVersion: telecom.version,
  complaintId: 'complaint',
  form: 'cash',
  accountNo: null,
  cardSerial: null,
  amountFen: 20_000,
  calculation: null,
  reason: '误收',
  requesterUid: 'clerk',
  requesterName: clerk.name,
  requesterUnitId: 'outlet',
  capturedAtMs: nowMs,
  clockOffsetMs: 0,
  receivedAtMs: nowMs,
  people: [],
  audience: [],
  state: 'awaitingApproval',
  seq: 1,
  approverUids: ['manager', 'deputy'],
  steps: [open],
};
const approved: Refund = {
  ...waiting,
  state: 'approved',
  approverUids: [],
  steps: [{ ...open, state: 'approved', decidedByUid: 'manager', decidedByName: manager.name }],
};
const execution = { byUid: 'payer', byName: payer.name, atMs: nowMs, attempt: 1, rejected: null, cash: null };

const allowed = (refund: Refund, by: Staff): string[] => allowedRefundCommands(refund, by, known, nowMs);

describe('the buttons that a person is shown for a refund', () => {
  test('whoever holds the post decides, or hands it to the deputy named for these days (REF-6)', () => {
    expect(allowed(waiting, manager)).toEqual(['approve', 'refuse', 'askMore']);
    expect(allowed({ ...waiting, approverUids: ['manager'] }, manager)).toContain('handToDeputy');
  });

  test('the deputy decides for the absent person, whose name is shown (REF-6)', () => {
    expect(allowed(waiting, deputy)).toEqual(['approve', 'refuse', 'askMore']);
    expect(standsInFor(waiting, deputy, known, nowMs)).toBe(manager.name);
    expect(standsInFor(waiting, manager, known, nowMs)).toBeNull();
    expect(allowedRefundCommands(waiting, deputy, known, nowMs + 10)).toEqual([]);
  });

  test('whoever asked may change it or take it back, and never approve it (REF-3)', () => {
    expect(allowed(waiting, clerk)).toEqual(['amend', 'withdraw']);
  });

  test('only the refund clerk pays, and only what is approved (REF-5)', () => {
    expect(allowed(approved, payer)).toEqual(['execute']);
    expect(allowed(waiting, payer)).toEqual([]);
    expect(allowed(approved, manager)).toEqual([]);
  });

  test("a posted refund can be reversed by the centre's director alone", () => {
    const posted: Refund = { ...approved, state: 'posted', execution };
    expect(allowed(posted, director)).toEqual(['reverse']);
    expect(allowed(posted, payer)).toEqual([]);
  });
});
