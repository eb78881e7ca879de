import type { AssistCommand } from '@shouwen/domain/assist/command';
import type { ClosureCommand } from '@shouwen/domain/closure/command';
import { asks } from '@shouwen/domain/complaint/complaint-values';
import type { StaffCommand, StaffCommandType } from '@shouwen/domain/complaint/command';
import type { RefundCommand, RefundCommandType } from '@shouwen/domain/refund/command';

const text = '长'.repeat(2000);
const reason = '长'.repeat(500);
const uid = 'u'.repeat(40);
const unitId = 'u'.repeat(40);
const accountNo = 'A'.repeat(36);
const moment = Date.UTC(2099, 11, 31);

/** Every command of the domain, as long as its schema allows: what the rules refuse of these would be lost work. */
export const longestCommands: { [Type in StaffCommandType]: Omit<Extract<StaffCommand, { type: Type }>, 'type'> } = {
  accept: {},
  return: { reason },
  assign: { toUid: uid, reason },
  handOver: { toUnitId: unitId, toUid: uid, reason },
  acceptHandOver: {},
  declineHandOver: { reason },
  note: { text },
  contactAttempt: { result: 'asksToBeCalledLater', text: '长'.repeat(1000), nextSlotAtMs: moment },
  confirmCause: { text, evidence: text, photoId: 'i'.repeat(36), bill: { period: '2026-10', item: '长'.repeat(100), amountFen: 10_000_000 } },
  awaitCustomer: { reason, untilAtMs: moment },
  awaitOther: { whom: '长'.repeat(100), reason, untilAtMs: null },
  awaitAssists: {},
  resume: {},
  answer: { text, checklist: asks.map((ask) => ({ ask, result: 'notMet' as const })), howGiven: '次'.repeat(200), toldBy: 'counter' },
  close: {},
  outOfScope: { reason, whereToTurn: reason },
  withdraw: { reason },
  merge: { intoId: 'i'.repeat(36) },
  chase: { text },
  reopen: { reason },
  agreeTime: { untilAtMs: moment, reason },
  correct: { category: 'T'.repeat(10), tier: 't'.repeat(30), urgency: 'critical', need: 'otherOrganisation', reason },
  noteParticulars: { place: 'urban', paidAtMs: moment, billsFen: [10_000_000, 10_000_000, 10_000_000, 10_000_000] },
  nameLink: { link: 'transport', unitId, cause: 'missort', evidence: '长'.repeat(1000), trace: '长'.repeat(4000) },
  escalate: { reason },
  leadToManager: {},
  receiveInPerson: {},
};

const pins = { seq: Number.MAX_SAFE_INTEGER, amountFen: Number.MAX_SAFE_INTEGER, packVersion: 'v'.repeat(30) };

/** Every command about a refund, as long as its schema allows. */
export const longestRefundCommands: { [Type in RefundCommandType]: Omit<Extract<RefundCommand, { type: Type }>, 'type'> } = {
  approve: { ...pins, isBatch: true },
  refuse: { ...pins, reason },
  askMore: { ...pins, reason },
  handToDeputy: pins,
  execute: { ...pins, cash: { payee: '王'.repeat(60), shownPaper: 'residencePermit', voucherNo: 'V'.repeat(40), isSigned: true } },
  amend: { text, newAmountFen: 10_000_000, form: 'balanceCredit', accountNo, cardSerial: 'c'.repeat(40) },
  withdraw: { reason },
  reverse: { ...pins, reason },
};

/** Every command about a closure, as long as its schema allows. */
export const longestClosureCommands: { [Type in ClosureCommand['type']]: Omit<Extract<ClosureCommand, { type: Type }>, 'type'> } = {
  changeTarget: { targetAccountNo: accountNo, identityChecked: true },
  confirm: { seq: Number.MAX_SAFE_INTEGER },
  refuse: { reason },
  cancel: { reason },
  confirmCancel: {},
  refuseCancel: {},
};

/** Every command about an assist, as long as its schema allows. */
export const longestAssistCommands: { [Type in AssistCommand['type']]: Omit<Extract<AssistCommand, { type: Type }>, 'type'> } = {
  accept: {},
  return: { reason },
  answer: { text: '长'.repeat(2000), saidBy: '长'.repeat(100) },
  chase: { text: reason },
  readdress: { toUnitId: 'u'.repeat(40), reason },
  arbitrate: { toUnitId: 'u'.repeat(40), reason },
  close: {},
  cancel: { reason },
};
