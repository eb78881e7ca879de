import { assistCommandOf } from '@shouwen/domain/assist/command';
import { assistRequestSchema } from '@shouwen/domain/assist/assist-request';
import { assistStates, sharedParts } from '@shouwen/domain/assist/assist-values';
import { outsideKinds } from '@shouwen/domain/complaint/assist-standing';
import { entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { asRead, type Fields, Moment } from '../support/rules-values.ts';
import { complaintIdOf, recorder, type Standing, visibilityOf } from './city.ts';
import type { CommandPolicy } from './command-policies.ts';
import { newEntry, newId } from './documents.ts';
import { type DocumentPolicy, entryPolicy } from './field-expectations.ts';
import { idText, moment, nonEmptyText, only, orNothing, text } from './field-policy.ts';
import { newRequest } from './money-documents.ts';
import { whose } from './money-field-expectations.ts';
import type { NewDocument } from './new-documents.ts';

const { uid } = recorder;

/** Both ways at once is the longest that the rules let in; the intake says that it is none (AST-1). */
export function newAssist(by: string): Fields {
  return {
    ...newRequest(by),
    complaintId: complaintIdOf('own'),
    toUnitId: 't-network',
    outside: null,
    question: '请核实该小区的基站告警。',
    shares: ['what', 'category'],
    wantedAtMs: null,
  };
}

export function newAssistEntry(by: string): Fields {
  return { ...newEntry(by), type: 'accept', payload: {} };
}

export const assistPathOf = (standing: Standing): string => `assists/assist-that-is-${standing}`;

/** An assist that was taken in, as it stands to the branch. */
export function storedAssist(standing: Standing): Fields {
  return {
    ...newAssist('somebody-else'),
    ...visibilityOf(standing),
    complaintId: complaintIdOf(standing),
    requesterUid: 'somebody-else',
    receivedAt: new Moment(1_790_000_101_000),
    state: 'asked',
    isAwaited: true,
    seq: 1,
    dueAt: new Moment(0),
    updatedAt: new Moment(0),
    nextDueAt: new Moment(0),
  };
}

const outside = { kind: 'bank', name: '工商银行' };

export const assistPolicy: DocumentPolicy = {
  ...whose,
  complaintId: {
    types: [],
    accepts: { 'one that a unit below received': complaintIdOf('subUnit'), 'the own unit’s': complaintIdOf('own') },
    refuses: {
      'another branch’s': complaintIdOf('otherRegion'),
      'one that does not exist': 'complaint-that-does-not-exist',
      'one with a path behind it': `${complaintIdOf('own')}/private/contact`,
      'an empty text': '',
    },
  },
  toUnitId: orNothing(idText({ least: 2, most: 40, letter: 'u' })),
  outside: {
    types: ['nothing'],
    accepts: {
      none: null,
      ...Object.fromEntries(outsideKinds.map((kind) => [kind, { ...outside, kind }])),
      'a long name': { kind: 'postOffice', name: '长'.repeat(60) },
    },
    refuses: {
      'an unknown kind': { ...outside, kind: 'friend' },
      'no kind': { name: '工商银行' },
      'no name': { kind: 'bank' },
      'an empty name': { ...outside, name: '' },
      'too long a name': { ...outside, name: '长'.repeat(61) },
      'a telephone number beside it': { ...outside, phone: '95588' },
    },
  },
  question: nonEmptyText(500),
  shares: {
    types: [],
    accepts: { nothing: [], 'everything that there is': [...sharedParts] },
    refuses: { 'the contact': ['contact'], 'an unknown part': ['what', 'phone'], 'one more than there are': [...sharedParts, 'what'], 'a number': [7] },
  },
  wantedAtMs: orNothing(moment),
  state: only(['text'], Object.fromEntries(assistStates.filter((state) => state !== 'requested').map((state) => [state, state]))),
};

export const assistEntryPolicy: DocumentPolicy = {
  ...entryPolicy,
  type: {
    types: [],
    accepts: { 'another command without parameters': 'close' },
    refuses: { 'what only functions do': 'receive', 'a command of refunds': 'approve' },
  },
  payload: { types: [], refuses: { 'what another command says': { reason: '长' } } },
};

const reason = nonEmptyText(500);
const toUnitId = idText({ least: 2, most: 40, letter: 'u' });

export const assistCommandPolicies: readonly CommandPolicy[] = [
  { types: ['accept', 'close'], parameters: {} },
  { types: ['return', 'cancel'], parameters: { reason } },
  { types: ['answer'], parameters: { text: nonEmptyText(2000), saidBy: orNothing(text(100)) } },
  { types: ['chase'], parameters: { text: reason } },
  { types: ['readdress', 'arbitrate'], parameters: { toUnitId, reason } },
];

const ofEveryEntry = ['capturedAt', 'clockOffsetMs', 'receivedAt', 'outcome'];
const ofEveryRequest = ['pack', 'requesterName', 'requesterUnitId', 'receivedAt', 'audience'];

/** What clients create about assistance, with what each field of it may be. */
export const assistDocuments: readonly NewDocument[] = [
  {
    name: 'a new assist',
    policy: assistPolicy,
    valid: () => newAssist(uid),
    creation: (fields) => [{ path: `assists/${newId()}`, fields }],
    isReadable: (fields) => assistRequestSchema.safeParse(fromStored(asRead(fields, Date.now()))).success,
    shownElsewhere: ofEveryRequest,
  },
  {
    name: 'a new entry of an assist',
    policy: assistEntryPolicy,
    valid: () => newAssistEntry(uid),
    creation: (fields) => [{ path: `${assistPathOf('own')}/journal/${newId()}`, fields }],
    isReadable: (fields) =>
      entrySchema.safeParse(fromStored(asRead(fields, Date.now()))).success && assistCommandOf(fields as { type: string; payload: Fields }) !== null,
    shownElsewhere: ofEveryEntry,
  },
];
