import { describe, expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import type { Staff } from '../organisation/staff.ts';
import {
  handOver,
  amendmentOf,
  approvedBy,
  decidedAtMs,
  people,
  pinsFor,
  received,
  refundIn,
  requestWith,
  says,
  staffWith,
  outcomeOf,
  withDeputy,
} from '../testing/refunds.ts';
import type { RefundCommand, RefundCommandType } from './command.ts';
import type { Refund } from './refund.ts';

/**
 * What becomes of each command, by whom and in which state, written down from policy.md: + allowed, = silence, S not in this state, D decided
 * already, O own request, T two steps, Y not yours, N no deputy, C not the refund clerk, A not active. 500 yuan of the outlet's clerk need the
 * manager (first) and the head of the branch (second); whoever decided it, the manager's word stands in what was refused. Each sees it as it is.
 */
const expected = `
approve            requested first second awaitingAnswer approved executing posted reversed refused withdrawn
holder             S         +     T      S              D        D         D      D        D       D
otherHolder        S         +     D      S              D        D         D      D        D       D
nextHolder         S         Y     +      S              D        D         D      D        D       D
deputy             S         +     Y      S              D        D         D      D        D       D
lateDeputy         S         Y     Y      S              D        D         D      D        D       D
requester          S         O     O      S              D        D         D      D        D       D
payer              S         Y     Y      S              D        D         D      D        D       D
director           S         Y     Y      S              D        D         D      D        D       D
stranger           S         Y     Y      S              D        D         D      D        D       D
moved              S         Y     Y      S              D        D         D      D        D       D
suspended          A         A     A      A              A        A         A      A        A       A
otherOperator      Y         Y     Y      Y              Y        Y         Y      Y        Y       Y

handToDeputy       requested first second awaitingAnswer approved executing posted reversed refused withdrawn
holder             S         +     T      S              D        D         D      D        D       D
otherHolder        S         N     D      S              D        D         D      D        D       D
nextHolder         S         Y     N      S              D        D         D      D        D       D
deputy             S         N     Y      S              D        D         D      D        D       D
requester          S         O     O      S              D        D         D      D        D       D
stranger           S         Y     Y      S              D        D         D      D        D       D
suspended          A         A     A      A              A        A         A      A        A       A
otherOperator      Y         Y     Y      Y              Y        Y         Y      Y        Y       Y

execute            requested first second awaitingAnswer approved executing posted reversed refused withdrawn
holder             C         C     C      C              C        C         C      C        C       C
nextHolder         C         C     C      C              C        C         C      C        C       C
requester          C         C     C      C              C        C         C      C        C       C
payer              S         S     S      S              +        =         =      S        S       S
otherPayer         S         S     S      S              +        D         D      S        S       S
payerElsewhere     C         C     C      C              C        C         C      C        C       C
director           C         C     C      C              C        C         C      C        C       C
stranger           C         C     C      C              C        C         C      C        C       C
suspended          A         A     A      A              A        A         A      A        A       A
otherOperator      Y         Y     Y      Y              Y        Y         Y      Y        Y       Y

amend              requested first second awaitingAnswer approved executing posted reversed refused withdrawn
holder             Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
requester          S         +     +      +              +        S         S      S        S       S
payer              Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
stranger           Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
suspended          A         A     A      A              A        A         A      A        A       A
otherOperator      Y         Y     Y      Y              Y        Y         Y      Y        Y       Y

withdraw           requested first second awaitingAnswer approved executing posted reversed refused withdrawn
holder             Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
requester          S         +     +      +              +        S         S      S        S       =
payer              Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
stranger           Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
suspended          A         A     A      A              A        A         A      A        A       A
otherOperator      Y         Y     Y      Y              Y        Y         Y      Y        Y       Y

reverse            requested first second awaitingAnswer approved executing posted reversed refused withdrawn
holder             Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
requester          Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
payer              Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
director           S         S     S      S              S        S         +      =        S       S
otherDirector      S         S     S      S              S        S         +      D        S       S
directorElsewhere  Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
stranger           Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
suspended          A         A     A      A              A        A         A      A        A       A
otherOperator      Y         Y     Y      Y              Y        Y         Y      Y        Y       Y
`;

const codes: Record<string, string> = {
  S: 'notInThisState',
  D: 'alreadyDecided',
  O: 'ownRequest',
  T: 'twoSteps',
  Y: 'notYours',
  N: 'noDeputy',
  C: 'notRefundClerk',
  A: 'notActive',
  '=': 'silence',
};

const manager = withDeputy(people.manager, 'stand-in');
const otherManager: Staff = { ...people.otherManager, deputy: { uid: 'late-stand-in', fromMs: decidedAtMs - 2 * hourMs, untilMs: decidedAtMs - 1 } };
const staff = staffWith(manager, otherManager);

const actors: Record<string, Staff> = {
  holder: manager,
  otherHolder: otherManager,
  nextHolder: people.head,
  deputy: people.standIn,
  lateDeputy: people.lateStandIn,
  requester: people.clerk,
  payer: people.payer,
  otherPayer: people.otherPayer,
  payerElsewhere: { ...people.payer, unitId: 'service' },
  director: people.director,
  otherDirector: people.otherDirector,
  directorElsewhere: { ...people.director, unitId: 'service' },
  stranger: people.stranger,
  moved: people.moved,
  suspended: people.suspended,
  otherOperator: { ...people.manager, uid: 'postman', pack: 'post' },
};

const refunds: Record<string, Refund> = {
  requested: requestWith(),
  first: received(),
  second: approvedBy(received(), people.manager),
  awaitingAnswer: refundIn('awaitingAnswer'),
  approved: refundIn('approved'),
  executing: refundIn('executing'),
  posted: refundIn('posted'),
  reversed: refundIn('reversed'),
  refused: refundIn('refused'),
  withdrawn: refundIn('withdrawn'),
};

/** A command of that type that nothing is wrong with, by someone who sees the refund as it is. */
function commandOf(type: string, refund: Refund): RefundCommand {
  const pins = pinsFor(refund);
  const commands: Record<RefundCommandType, RefundCommand> = {
    approve: { type: 'approve', ...pins, isBatch: false },
    refuse: { type: 'refuse', ...pins, reason: '与账单不符' },
    askMore: { type: 'askMore', ...pins, reason: '缺账单' },
    handToDeputy: { type: 'handToDeputy', ...pins },
    execute: { type: 'execute', ...pins, cash: handOver },
    amend: amendmentOf(refund),
    withdraw: { type: 'withdraw', reason: '客户撤诉' },
    reverse: { type: 'reverse', ...pins, reason: '重复退费' },
  };
  return commands[type as RefundCommandType];
}

const tables = expected
  .trim()
  .split('\n\n')
  .flatMap((block) => casesOf(block));

/** Refusing is open to whom approving is open, and so is asking for more, but for whoever asked already. */
const others = tables
  .filter(({ command }) => command === 'approve')
  .flatMap((one) => [
    { ...one, command: 'refuse' },
    { ...one, command: 'askMore', letter: one.state === 'awaitingAnswer' && one.who === 'holder' ? '=' : one.letter },
  ]);

function casesOf(block: string) {
  const [[command = '', ...states] = [], ...lines] = block.split('\n').map((line) => line.split(/\s+/));
  return lines.flatMap(([who = '', ...letters]) => states.map((state, column) => ({ command, who, state, letter: letters[column] ?? '' })));
}

const cases = [...tables, ...others].map((one) => ({ ...one, told: codes[one.letter] ?? 'allowed' }));

describe('REF-1, REF-3, REF-5, REF-6, ORG-4: who may do what to a refund, and when', () => {
  test('the tables name every command, person and state', () => {
    expect(new Set(cases.map(({ command }) => command)).size).toBe(8);
    expect(new Set(cases.map(({ who }) => who))).toEqual(new Set(Object.keys(actors)));
    expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(Object.keys(refunds)));
    expect(cases.every(({ letter }) => letter === '+' || letter in codes)).toBe(true);
  });

  test.each(cases)('$command by $who, $state: $told', ({ command, who, state, told }) => {
    const refund = refunds[state] ?? requestWith();
    const by = actors[who] ?? people.clerk;
    const decision = says(by, refund, commandOf(command, refund), { staff });
    expect(decision.ok && decision.events.length > 0 ? 'allowed' : outcomeOf(decision)).toBe(told);
  });

  test.each(cases.filter(({ letter }) => letter === 'S'))('a refusal names the state: $command by $who, $state', ({ command, who, state }) => {
    const refund = refunds[state] ?? requestWith();
    const decision = says(actors[who] ?? people.clerk, refund, commandOf(command, refund), { staff });
    expect(decision).toMatchObject({ ok: false, refusal: { detail: refund.state } });
  });
});
