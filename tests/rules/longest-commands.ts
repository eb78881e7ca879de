import { asks } from '@shouwen/domain/complaint/complaint-values';
import type { StaffCommand, StaffCommandType } from '@shouwen/domain/complaint/command';

const text = '长'.repeat(2000);
const reason = '长'.repeat(500);
const uid = 'u'.repeat(40);
const unitId = 'u'.repeat(40);
const moment = Number.MAX_SAFE_INTEGER;

/** Every command of the domain, as long as its schema allows: what the rules refuse of these would be lost work. */
export const longestCommands: { [Type in StaffCommandType]: Omit<Extract<StaffCommand, { type: Type }>, 'type'> } = {
  accept: {},
  return: { reason },
  assign: { toUid: uid },
  handOver: { toUnitId: unitId, toUid: uid, reason },
  acceptHandOver: {},
  declineHandOver: { reason },
  note: { text },
  contactAttempt: { result: 'asksToBeCalledLater', text: '长'.repeat(1000), nextSlotAtMs: moment },
  confirmCause: { text, evidence: text },
  awaitCustomer: { reason, untilAtMs: moment },
  awaitOther: { whom: '长'.repeat(100), reason, untilAtMs: null },
  resume: {},
  answer: { text, checklist: asks.map((ask) => ({ ask, result: 'notMet' as const })) },
  close: {},
  outOfScope: { reason, whereToTurn: reason },
  withdraw: { reason },
  merge: { intoId: 'i'.repeat(36) },
  chase: { text },
  reopen: { reason },
  agreeTime: { untilAtMs: moment, reason },
  correct: { category: 'T'.repeat(10), tier: 't'.repeat(30), urgency: 'critical', need: 'otherOrganisation', reason },
  escalate: { reason },
};
