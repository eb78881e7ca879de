import { closureKinds } from '@shouwen/domain/closure/closure';
import type { RefundCommand, RefundCommandType } from '@shouwen/domain/refund/command';
import { refundForms, refundStates } from '@shouwen/domain/refund/refund';
import { audienceOf, colleague, complaintIdOf, recorder } from './city.ts';
import { type DocumentPolicy, entryPolicy } from './field-expectations.ts';
import { Double } from '../support/rules-values.ts';
import { type FieldPolicy, nonEmptyText, oneOf, only, phoneClockOffset, phoneTime, serverTime, text, textOrNull, whole } from './field-policy.ts';
import { pins } from './money-documents.ts';

/** Field by field what a new document about money may hold, after docs/contract.md and the schemas of the domain. */

const mostFen = 10_000_000;

const accountNo: FieldPolicy = {
  types: [],
  accepts: { 'four characters': 'T-01', 'thirty-six characters': 'A'.repeat(36) },
  refuses: {
    'three characters': 'T-1',
    'thirty-seven characters': 'A'.repeat(37),
    'an empty text': '',
    'the operator’s own': 'company:refunds',
    'a path': 'T-01/private/x',
    'a trailing space': 'T-3208010 ',
    'a line break': 'T-3208010\n',
    'letters that are not ASCII': '账号账号账号',
  },
};
const accountNoOrNull: FieldPolicy = { ...accountNo, types: ['nothing'], accepts: { none: null, ...accountNo.accepts } };

const whose: DocumentPolicy = {
  pack: only(['text'], { "the other operator's": 'post', 'no operator': 'bank' }),
  packVersion: text(30),
  requesterUid: only(['text'], { "another person's": colleague.uid, 'an empty text': '' }),
  requesterName: only(['text'], { "another person's": colleague.name, 'a nickname': `${recorder.name}!` }),
  requesterUnitId: only(['text'], { "another branch's": 't-other', 'a unit below': 't-outlet', 'the company': 't-city' }),
  capturedAt: phoneTime,
  clockOffsetMs: phoneClockOffset,
  receivedAt: serverTime,
  open: only(['truth'], { false: false }),
  people: only([], {
    nobody: [],
    'somebody else': [colleague.uid],
    'somebody else as well': [recorder.uid, colleague.uid],
    'oneself twice': [recorder.uid, recorder.uid],
  }),
  audience: only([], {
    nobody: [],
    'the own unit alone': ['t-branch'],
    "another branch's": audienceOf('t-other'),
    'another branch as well': [...audienceOf('t-branch'), 't-other'],
    'without the oversight': audienceOf('t-branch').filter((unitId) => unitId !== 't-service'),
  }),
};

const fenParameters = ['chargedFen', 'monthlyFen', 'priceFen', 'lossFen', 'postageFen', 'declaredFen'];

const calculation: FieldPolicy = {
  types: ['nothing'],
  accepts: {
    none: null,
    'a single charge': { method: 'single', chargedFen: 0 },
    'twice the charge': { method: 'double', chargedFen: mostFen },
    'the least months': { method: 'months', monthlyFen: 0, months: 1 },
    fraud: { method: 'fraud', priceFen: mostFen },
    'nothing paid': { method: 'fraud', priceFen: 0 },
    'nothing lost but the postage': { method: 'uninsuredMail', lossFen: 0, postageFen: 0 },
    'uninsured mail': { method: 'uninsuredMail', lossFen: mostFen, postageFen: mostFen },
    'a registered letter': { method: 'registeredLetter', postageFen: 0 },
    'little of insured mail': { method: 'insuredMail', declaredFen: mostFen, lostPercent: 1 },
    'all of insured mail': { method: 'insuredMail', declaredFen: 0, lostPercent: 100 },
    'the most months': { method: 'months', monthlyFen: mostFen, months: 600 },
  },
  refuses: {
    'no method': { chargedFen: 5_00 },
    'an unknown method': { method: 'lottery', chargedFen: 5_00 },
    'a method that is a number': { method: 7, chargedFen: 5_00 },
    'a name that no method has': { method: 'single', chargedFen: 5_00, note: '长'.repeat(1000) },
    'a sum of its own': { method: 'single', chargedFen: 5_00, amountFen: 5_00 },
    ...Object.fromEntries(fenParameters.flatMap((name) => beyondFen(name))),
    'no month': { method: 'months', monthlyFen: 5_00, months: 0 },
    'fifty years and a month': { method: 'months', monthlyFen: 5_00, months: 601 },
    'half a month': { method: 'months', monthlyFen: 5_00, months: new Double(0.5) },
    'nothing lost': { method: 'insuredMail', declaredFen: 5_00, lostPercent: 0 },
    'more lost than all': { method: 'insuredMail', declaredFen: 5_00, lostPercent: 101 },
  },
};

function beyondFen(name: string): [string, unknown][] {
  const values = { 'less than nothing': -1, 'a fen too many': mostFen + 1, 'a fraction': new Double(5), 'a text': '500', null: null };
  return Object.entries(values).map(([says, value]) => [`${says} as ${name}`, { method: 'single', [name]: value }]);
}

export const refundPolicy: DocumentPolicy = {
  ...whose,
  complaintId: {
    types: [],
    accepts: {
      'one that a unit below received': complaintIdOf('subUnit'),
      'the own unit’s': complaintIdOf('own'),
    },
    refuses: {
      'another branch’s': complaintIdOf('otherRegion'),
      'the company’s': complaintIdOf('above'),
      'one that does not exist': 'complaint-that-does-not-exist',
      'one with a path behind it': `${complaintIdOf('own')}/private/contact`,
      'an empty text': '',
      'a short text': 'own',
    },
  },
  form: oneOf([...refundForms], { 'an unknown form': 'topUp', 'an empty text': '', 'with a space': 'cash ' }),
  accountNo: accountNoOrNull,
  cardSerial: textOrNull(40),
  amountFen: { ...whole(1, mostFen), accepts: { 'one fen': 1, 'a hundred thousand yuan': mostFen } },
  calculation,
  reason: nonEmptyText(2000),
  state: only(['text'], Object.fromEntries(refundStates.filter((state) => state !== 'requested').map((state) => [state, state]))),
};

const reason = '长'.repeat(500);
const longestPins = { seq: Number.MAX_SAFE_INTEGER, amountFen: Number.MAX_SAFE_INTEGER, packVersion: 'v'.repeat(30) };

/** Every command about a refund, as long as its schema allows. */
export const longestRefundCommands: { [Type in RefundCommandType]: Omit<Extract<RefundCommand, { type: Type }>, 'type'> } = {
  approve: { ...longestPins, isBatch: true },
  refuse: { ...longestPins, reason },
  askMore: { ...longestPins, reason },
  handToDeputy: longestPins,
  execute: longestPins,
  amend: { text: '长'.repeat(2000), newAmountFen: mostFen, form: 'balanceCredit', accountNo: 'A'.repeat(36), cardSerial: 'c'.repeat(40) },
  withdraw: { reason },
  reverse: { ...longestPins, reason },
};

const wrongWholes = {
  'a fraction': new Double(7),
  'no number': new Double(Number.NaN),
  'a text': '7',
  null: null,
  'as many as fit': 2n ** 63n - 1n,
  'a list': [7],
};

function wrongly(name: string, values: Record<string, unknown>): [string, unknown][] {
  return Object.entries(values).map(([says, value]) => [`“${name}”: ${says}`, { ...pins, [name]: value }]);
}

export const refundEntryPolicy: DocumentPolicy = {
  ...entryPolicy,
  type: oneOf(Object.keys(longestRefundCommands).sort(), {
    'what only functions do': 'confirmPosting',
    'a command of complaints': 'note',
    'with a space behind': 'approve ',
    'in capitals': 'APPROVE',
    'an empty text': '',
  }),
  payload: {
    types: [],
    accepts: {
      ...Object.fromEntries(Object.entries(longestRefundCommands).map(([type, payload]) => [`the longest “${type}”`, payload])),
      'the least that a decision can be about': { seq: 0, amountFen: 1, packVersion: '', isBatch: false, reason: '' },
      'no account and no card any more': { text: '改为现金。', newAmountFen: 1, form: 'cash', accountNo: null, cardSerial: null },
      'a card instead': { text: '改为充值卡。', newAmountFen: mostFen, form: 'rechargeCard', accountNo: 'T-01', cardSerial: 'c'.repeat(40) },
    },
    refuses: {
      ...Object.fromEntries([
        ...wrongly('seq', { ...wrongWholes, 'minus one': -1, 'more than a number holds exactly': 2n ** 53n }),
        ...wrongly('amountFen', { ...wrongWholes, none: 0, 'minus one': -1, 'more than a number holds exactly': 2n ** 53n }),
        ...wrongly('newAmountFen', { ...wrongWholes, none: 0, 'minus one': -1, 'a fen too many': mostFen + 1 }),
        ...wrongly('packVersion', { '31 characters': 'v'.repeat(31), 'a number': 7, null: null }),
        ...wrongly('isBatch', { 'a text': 'yes', 'a number': 1, null: null }),
        ...wrongly('reason', { '501 characters': `${reason}长`, 'a number': 7, 'a map': { text: '长' } }),
        ...wrongly('text', { '2001 characters': '长'.repeat(2001), 'a number': 7 }),
        ...wrongly('form', { 'an unknown form': 'topUp', 'a number': 7, null: null }),
        ...wrongly('accountNo', { ...accountNo.refuses, 'a number': 7 }),
        ...wrongly('cardSerial', { '41 characters': 'c'.repeat(41), 'a number': 7 }),
      ]),
      'a name that no command has': { ...pins, anything: 'else' },
      'the state itself': { ...pins, state: 'approved' },
    },
  },
  after: only(['nothing'], { 'an entry before it': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }),
};

export const closurePolicy: DocumentPolicy = {
  ...whose,
  accountNo,
  kind: oneOf([...closureKinds], { 'an unknown kind': 'sold', 'an empty text': '' }),
  identityChecked: { types: ['truth'], accepts: { no: false } },
  cashChoice: oneOf(['refund', 'transfer', null], { 'an unknown choice': 'keep', 'an empty text': '' }),
  targetAccountNo: accountNoOrNull,
  state: only(['text'], { waiting: 'waiting', settled: 'settled', 'an empty text': '' }),
};

const target = { targetAccountNo: 'T-32080100003', identityChecked: true };

export const closureEntryPolicy: DocumentPolicy = {
  ...entryPolicy,
  type: only(['text'], { 'what only functions do': 'settle', 'a command of refunds': 'approve', 'with a space behind': 'changeTarget ' }),
  payload: {
    types: [],
    accepts: Object.fromEntries(Object.entries(accountNo.accepts ?? {}).map(([says, value]) => [says, { ...target, targetAccountNo: value }])),
    refuses: {
      ...Object.fromEntries(
        Object.entries({ ...accountNo.refuses, null: null, 'a number': 7 }).map(([says, value]) => [says, { ...target, targetAccountNo: value }]),
      ),
      'no account': { identityChecked: true },
      'nobody’s identity': { targetAccountNo: 'T-01' },
      'an identity that was not checked': { ...target, identityChecked: false },
      'an identity that is a text': { ...target, identityChecked: 'yes' },
      'a name that no command has': { ...target, amountFen: 1 },
    },
  },
  after: only(['nothing'], { 'an entry before it': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }),
};
