import { Moment, requestTime, type Fields } from '../support/rules-values.ts';
import { complaintIdOf, type Standing, staffOf, visibilityOf } from './city.ts';
import { newEntry, newId } from './documents.ts';

/** Documents about money as phones write them, right in every field, and as functions have stored them. */

export const accountNo = 'T-32080100001';
export const otherOperatorsAccountNo = 'P-32080100001';

export function newRefund(uid: string): Fields {
  return {
    ...newRequest(uid),
    complaintId: complaintIdOf('own'),
    form: 'balanceCredit',
    accountNo,
    cardSerial: null,
    amountFen: 35_00,
    calculation: { method: 'months', monthlyFen: 5_00, months: 7 },
    reason: '查实后退还七个月的费用。',
  };
}

export function newClosure(uid: string): Fields {
  return { ...newRequest(uid), accountNo, kind: 'asked', identityChecked: true, cashChoice: 'transfer', targetAccountNo: 'T-32080100002' };
}

export function newRequest(uid: string): Fields {
  const { name, unitId, pack, audience } = staffOf(uid);
  return {
    pack,
    packVersion: `${pack}-2026.1`,
    requesterUid: uid,
    requesterName: name,
    requesterUnitId: unitId,
    capturedAt: new Moment(1_790_000_100_000),
    clockOffsetMs: -1500,
    receivedAt: requestTime,
    state: 'requested',
    open: true,
    people: [uid],
    audience,
  };
}

/** What a decision saw of the request. */
export const pins = { seq: 3, amountFen: 35_00, packVersion: 'telecom-2026.1' };

/** A decision that no fresh sign-in is needed for. */
export function newRefundEntry(uid: string): Fields {
  return { ...newEntry(uid), type: 'askMore', payload: { ...pins, reason: '请补充凭证。' } };
}

export function newClosureEntry(uid: string): Fields {
  return { ...newEntry(uid), type: 'changeTarget', payload: { targetAccountNo: 'T-32080100003', identityChecked: true } };
}

export const refundPathOf = (standing: Standing): string => `refunds/refund-that-is-${standing}`;
export const closurePathOf = (standing: Standing): string => `closures/closure-that-is-${standing}`;

/** A refund after its chain was worked out, as it stands to the branch. */
export function storedRefund(standing: Standing): Fields {
  const { people, audience } = visibilityOf(standing);
  return {
    ...newRefund('somebody-else'),
    ...decidedFields,
    receivedAt: new Moment(1_790_000_101_000),
    requesterUid: 'somebody-else',
    approverUids: people,
    people,
    audience,
  };
}

const decidedFields: Fields = {
  state: 'awaitingApproval',
  seq: 3,
  basis: { customerKey: 'key', category: 'T04-02' },
  closureId: null,
  amendedAt: null,
  earlierFen: 0,
  earlierIds: [],
  ownLimitFen: 10_000,
  steps: [{ roles: ['unitHead'], unitId: 't-branch', limitFen: 100_000, state: 'open', decidedByUid: null }],
  question: null,
  reply: null,
  refusal: null,
  withdrawal: null,
  execution: null,
  reversal: null,
  postedAt: null,
  reminderCount: 0,
  payDueAtMs: 0,
  refusalCode: null,
  updatedAt: new Moment(0),
  dueAt: new Moment(0),
  nextDueAt: new Moment(0),
};

export function storedClosure(standing: Standing): Fields {
  return {
    ...newClosure('somebody-else'),
    receivedAt: new Moment(1_790_000_101_000),
    requesterUid: 'somebody-else',
    state: 'waiting',
    seq: 1,
    lines: [{ bucket: 'cash', action: 'transfer', rule: 'CLO-2', state: 'waiting', amountFen: null, postingId: null }],
    frozenFen: { cash: 35_00, rechargeCard: 0, promotional: 0 },
    closedAtMs: 0,
    transferAtMs: 0,
    holdReason: null,
    settledAtMs: null,
    refusalCode: null,
    updatedAt: new Moment(0),
    nextDueAt: new Moment(0),
    ...visibilityOf(standing),
  };
}

export function storedAccount(pack: 'telecom' | 'post'): Fields {
  return {
    pack,
    kind: 'goTone',
    state: 'open',
    phoneMasked: '138****0001',
    phoneLast4: '0001',
    holderMasked: '王*',
    contactKey: 'key',
    homeRegion: '320803',
    balancesFen: { cash: 35_00, rechargeCard: 0, promotional: 0 },
    hold: null,
    followsTo: null,
    closedAtMs: null,
    seq: 1,
    updatedAtMs: 0,
  };
}

export function storedPosting(pack: 'telecom' | 'post'): Fields {
  const legs = [
    { account: 'company:refunds', side: 'debit', amountFen: 35_00 },
    { account: `customer:${accountNo}:cash`, side: 'credit', amountFen: 35_00 },
  ];
  const cause = { kind: 'refund', id: newId() };
  return {
    pack,
    cause,
    complaintId: complaintIdOf('own'),
    accountNos: [accountNo],
    legs,
    reversesId: null,
    cardSerial: null,
    byUid: null,
    postedAt: new Moment(0),
  };
}

export function storedReconciliation(pack: 'telecom' | 'post'): Fields {
  return { pack, day: '2026-09-21', faults: [], checkedAtMs: 0 };
}

export function storedExport(pack: 'telecom' | 'post'): Fields {
  return { pack, byUid: 'auditor', reason: '季度审计', atMs: 0, rowCount: 1 };
}
