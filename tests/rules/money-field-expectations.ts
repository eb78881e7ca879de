import { closureKinds } from '@shouwen/domain/closure/closure';
import { refundForms, refundStates } from '@shouwen/domain/refund/refund';
import { audienceOf, colleague, complaintIdOf, recorder } from './city.ts';
import { type DocumentPolicy, entryPolicy } from './field-expectations.ts';
import { Double, type Fields } from '../support/rules-values.ts';
import { accountNoOrNullPolicy, accountNoPolicy, mostFen } from './money-command-policies.ts';
import { cardNumber, type FieldPolicy, nonEmptyText, oneOf, only, orNothing, phoneClockOffset, phoneTime, serverTime, text, whole } from './field-policy.ts';
import { pins } from './money-documents.ts';

/** Field by field what a new document about money may hold, after docs/contract.md and the schemas of the domain. */

export const whose: DocumentPolicy = {
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

/** What each method needs (REF-7). */
const methods: Record<string, Fields> = {
  single: { chargedFen: mostFen },
  double: { chargedFen: mostFen },
  months: { monthlyFen: mostFen, months: 600 },
  fraud: { priceFen: mostFen },
  uninsuredMail: { lossFen: mostFen, postageFen: mostFen },
  registeredLetter: { postageFen: mostFen },
  insuredMail: { declaredFen: mostFen, lostPercent: 100 },
};
const countedFrom1 = { months: 600, lostPercent: 100 };
const parameters = Object.entries(methods).flatMap(([method, entered]) =>
  Object.keys(entered).map((name) => ({ method, name, entered: { method, ...entered } })),
);

const calculation: FieldPolicy = {
  types: ['nothing'],
  accepts: {
    none: null,
    ...Object.fromEntries(
      parameters.map(({ method, name, entered }) => [`the least ${name} of ${method}`, { ...entered, [name]: name in countedFrom1 ? 1 : 0 }]),
    ),
    ...Object.fromEntries(Object.entries(methods).map(([method, entered]) => [`the most by ${method}`, { method, ...entered }])),
  },
  refuses: {
    'no method': { chargedFen: 5_00 },
    'an unknown method': { method: 'lottery', chargedFen: 5_00 },
    'a method that is a number': { method: 7, chargedFen: 5_00 },
    ...Object.fromEntries(parameters.flatMap(wrongly)),
    ...Object.fromEntries(Object.entries(methods).map(([method, entered]) => [`a note beside ${method}`, { method, ...entered, note: '长'.repeat(1000) }])),
  },
};

function wrongly({ method, name, entered }: (typeof parameters)[number]): [string, unknown][] {
  const isCounted = name in countedFrom1;
  const most = isCounted ? countedFrom1[name as keyof typeof countedFrom1] : mostFen;
  const values = { 'too little': isCounted ? 0 : -1, 'one too many': most + 1, 'a fraction': new Double(5), 'a text': '500', null: null };
  const { [name]: _left, ...less } = entered as Fields;
  return [
    ...Object.entries(values).map(([says, value]): [string, unknown] => [`${says} as ${name} of ${method}`, { ...entered, [name]: value }]),
    [`no ${name} for ${method}`, less],
    [`something else instead of ${name} for ${method}`, { ...less, note: 5_00 }],
  ];
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
  accountNo: accountNoOrNullPolicy,
  cardSerial: orNothing(cardNumber),
  amountFen: { ...whole(1, mostFen), accepts: { 'one fen': 1, 'a hundred thousand yuan': mostFen } },
  calculation,
  reason: nonEmptyText(2000),
  state: only(['text'], Object.fromEntries(refundStates.filter((state) => state !== 'requested').map((state) => [state, state]))),
};

export const refundEntryPolicy: DocumentPolicy = {
  ...entryPolicy,
  type: {
    types: [],
    accepts: { 'another decision with a reason': 'refuse' },
    refuses: { 'what only functions do': 'confirmPosting', 'a command of complaints': 'note' },
  },
  payload: { types: [], refuses: { 'what another command says': { reason: '长' }, 'the state itself': { ...pins, reason: '长', state: 'approved' } } },
  after: only(['nothing'], { 'an entry before it': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }),
};

export const closurePolicy: DocumentPolicy = {
  ...whose,
  accountNo: accountNoPolicy,
  kind: oneOf([...closureKinds], { 'an unknown kind': 'sold', 'an empty text': '' }),
  identityChecked: { types: ['truth'], accepts: { no: false } },
  cashChoice: oneOf(['refund', 'transfer', null], { 'an unknown choice': 'keep', 'an empty text': '' }),
  targetAccountNo: accountNoOrNullPolicy,
  state: only(['text'], { waiting: 'waiting', settled: 'settled', 'an empty text': '' }),
};

export const closureEntryPolicy: DocumentPolicy = {
  ...refundEntryPolicy,
  type: only(['text'], { 'what only functions do': 'settle', 'a command of refunds': 'approve', 'with a space behind': 'changeTarget ' }),
  payload: { types: [], refuses: { 'what a command of refunds says': { reason: '长' } } },
};
