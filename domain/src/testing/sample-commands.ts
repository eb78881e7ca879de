import { hourMs } from '../calendar/day.ts';
import type { AssistStanding } from '../complaint/assist-standing.ts';
import type { Command } from '../complaint/command.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { DecideContext, CommandFacts } from '../complaint/context.ts';
import type { Actor } from '../complaint/relation.ts';
import type { Pack } from '../policy/pack.ts';
import { answer, recordedAtMs } from './complaints.ts';
import { calendar, staff, telecom, unitOf, units } from './organisation.ts';

export const otherId = 'b1f6a1f0-0000-4000-8000-000000000002';

type Samples = { [Type in Command['type']]: Extract<Command, { type: Type }> };

/** What the network was asked for about it. */
export const askedAssist: AssistStanding = {
  assistId: 'a1f6a1f0-0000-4000-8000-000000000001',
  toUnitId: 'network',
  outside: null,
  question: '请核实该小区的基站告警',
  standing: 'asked',
  acceptDueAtMs: recordedAtMs + 3 * hourMs,
  answerDueAtMs: recordedAtMs + 24 * hourMs,
  atMs: recordedAtMs + hourMs,
};

/** One command of each type that nothing is wrong with, for the complaints of `complaints.ts`. */
export const samples: Samples = {
  accept: { type: 'accept' },
  return: { type: 'return', reason: '不属本部门' },
  assign: { type: 'assign', toUid: staff.poolMember.uid, reason: '熟悉此类业务' },
  handOver: { type: 'handOver', toUnitId: 'billing', toUid: staff.receiver.uid, reason: '账务核实' },
  acceptHandOver: { type: 'acceptHandOver' },
  declineHandOver: { type: 'declineHandOver', reason: '不是账务的事' },
  note: { type: 'note', text: '查了账单' },
  contactAttempt: { type: 'contactAttempt', result: 'noAnswer', text: '', nextSlotAtMs: null },
  confirmCause: { type: 'confirmCause', text: '系统误扣代收费', evidence: '订购记录里没有客户的确认短信' },
  awaitCustomer: { type: 'awaitCustomer', reason: '请提供账单', untilAtMs: null },
  awaitOther: { type: 'awaitOther', whom: '合作方', reason: '核实订购记录', untilAtMs: null },
  awaitAssists: { type: 'awaitAssists' },
  resume: { type: 'resume' },
  answer: { type: 'answer', text: answer.text, checklist: answer.checklist, howGiven: answer.howGiven },
  close: { type: 'close' },
  outOfScope: { type: 'outOfScope', reason: '不属本公司业务', whereToTurn: '消费者协会 12315' },
  withdraw: { type: 'withdraw', reason: '客户撤诉' },
  merge: { type: 'merge', intoId: otherId },
  chase: { type: 'chase', text: '请尽快' },
  reopen: { type: 'reopen', reason: '客户又来电' },
  agreeTime: { type: 'agreeTime', untilAtMs: recordedAtMs + 72 * hourMs, reason: '客户要求周一回电' },
  correct: { type: 'correct', category: 'T01-05', tier: 'vip', urgency: null, need: null, reason: '等级录错' },
  correctConcerned: {
    type: 'correctConcerned',
    concernedMasked: { number: '139****1002', ownedUntilMs: null },
    reason: '客户说的是他爱人的号码',
    keys: { contactKey: 'k1_contact', concernsKey: 'k1_concerned' },
  },
  noteParticulars: { type: 'noteParticulars', place: 'rural', paidAtMs: null, billsFen: null },
  nameLink: { type: 'nameLink', link: 'outside', unitId: null, cause: 'weather', evidence: '台风停运', trace: null },
  escalate: { type: 'escalate', reason: '需要上级协调' },
  leadToManager: { type: 'leadToManager' },
  receiveInPerson: { type: 'receiveInPerson' },
  rate: { type: 'rate', stars: 4, reasons: ['fast'], solved: true },
  addInformation: { type: 'addInformation', text: '账单在这里' },
  noteSeen: { type: 'noteSeen' },
  disagree: { type: 'disagree', text: '没有解决' },
  noteRefund: {
    type: 'noteRefund',
    refund: { refundId: 'c1f6a1f0-0000-4000-8000-000000000001', amountFen: 3500, form: 'balanceCredit', standing: 'asked', atMs: recordedAtMs },
  },
  noteAssist: { type: 'noteAssist', assist: askedAssist },
  releaseHandler: { type: 'releaseHandler', uid: staff.handler.uid },
  takeSteps: { type: 'takeSteps' },
  applyPolicy: { type: 'applyPolicy', version: 'telecom-2026.2' },
  noteRepeats: { type: 'noteRepeats', repeatOf: ['earlier'] },
  dropHandOver: { type: 'dropHandOver' },
  moveOwnership: { type: 'moveOwnership', toUid: staff.head.uid, toName: staff.head.name },
  noteMessage: { type: 'noteMessage', outcome: 'failed', isAnswer: false, run: 0 },
};

/** The moment at which commands of the tests are given: after all that has happened to the complaints of `complaints.ts`. */
export const commandedAtMs = recordedAtMs + 6 * hourMs;

/** What a server knows when nothing is wrong. */
export function factsFor(command: Command, complaint: Complaint): CommandFacts {
  switch (command.type) {
    case 'assign':
      return { receiver: { unit: unitOf('branch'), staff: Object.values(staff).find(({ uid }) => uid === command.toUid) ?? null } };
    case 'handOver':
      return { receiver: { unit: unitOf(command.toUnitId), staff: Object.values(staff).find(({ uid }) => uid === command.toUid) ?? null } };
    case 'leadToManager':
      return { managers: [staff.manager.uid] };
    case 'acceptHandOver':
      return complaint.handOver ? { receiver: { unit: unitOf(complaint.handOver.toUnitId), staff: null } } : {};
    case 'merge':
      return { mergeTarget: { id: command.intoId, isSameCustomer: true, open: true, state: 'accepted', people: [], audience: [...units.keys()] } };
    case 'reopen':
    case 'disagree':
      return { handlerAvailable: true };
    default:
      return {};
  }
}

/** Of an operator whose complaints are about what the command is about: telecom customers complain of no mail (PST-2). */
export function packFor(command: Command): Pack {
  return command.type === 'nameLink' ? { ...telecom, mailChain: { groups: telecom.categories.map(({ id }) => id), gapHours: 48 } } : telecom;
}

export function contextOf(actor: Actor, facts: CommandFacts, atMs = commandedAtMs, pack = telecom): DecideContext {
  return { actor, atMs, pack, calendar, facts };
}
