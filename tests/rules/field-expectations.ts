import { asks, complaintStates } from '@shouwen/domain/complaint/complaint-values';
import { audienceOf, colleague, recorder } from './city.ts';
import { sha256 } from './documents.ts';
import {
  type FieldPolicy,
  idText,
  integer,
  moment,
  nonEmptyText,
  oneOf,
  only,
  orNothing,
  phoneClockOffset,
  phoneTime,
  serverTime,
  sha256Text,
  text,
  textOrNull,
} from './field-policy.ts';
import { Moment } from '../support/rules-values.ts';

/** Field by field what a new document may hold, after docs/contract.md and the schemas of the domain. */
export type DocumentPolicy = Record<string, FieldPolicy>;

const uuid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const ownAudience = audienceOf('t-branch');

export const complaintPolicy: DocumentPolicy = {
  number: text(20),
  pack: only(['text'], { "the other operator's": 'post', 'no operator': 'bank' }),
  packVersion: text(30),
  channel: text(30),
  category: text(10),
  tier: text(30),
  homeRegion: textOrNull(10),
  urgency: oneOf(['critical', 'urgent', 'normal', null], { 'an unknown urgency': 'whenever', 'an empty text': '' }),
  mailItem: textOrNull(30),
  mailService: textOrNull(30),
  what: nonEmptyText(2000),
  occurredAtMs: moment,
  asks: {
    types: [],
    accepts: { 'one ask': ['apology'], 'all asks': [...asks] },
    refuses: { 'no ask': [], 'an unknown ask': ['revenge'], 'a number among them': ['fix', 7], 'more asks than there are': ['fix', ...asks] },
  },
  contactMasked: {
    types: [],
    accepts: { '20 characters each': { name: '王'.repeat(20), phone: '*'.repeat(20) }, 'no number at all': { name: '王*', phone: '' } },
    refuses: {
      'no name': { phone: '138****0001' },
      'no phone': { name: '王*' },
      'an address as well': { name: '王*', phone: '138****0001', address: '淮安市' },
      '21 characters of name': { name: '王'.repeat(21), phone: '138****0001' },
      '21 characters of phone': { name: '王*', phone: '*'.repeat(21) },
      'a name that is null': { name: null, phone: '138****0001' },
      'a phone that is a number': { name: '王*', phone: 13800000001 },
    },
  },
  contactLast4: text(4),
  statusId: sha256Text,
  photoCount: integer({ none: 0, twenty: 20 }, { 'minus one': -1, 'twenty-one': 21 }),
  earlierIds: {
    types: ['list'],
    accepts: { none: [], ten: Array.from({ length: 10 }, () => uuid) },
    refuses: {
      eleven: Array.from({ length: 11 }, () => uuid),
      ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`a number as the last of ${at + 1}`, [...Array.from({ length: at }, () => uuid), 7]])),
      'one that is a truth value': [true],
      'one that is null': [null],
      'one that is empty': [''],
      'one with a slash': ['complaints/one'],
      'one that is a map': [{ id: uuid }],
      'one that is the least of all numbers': [-9_223_372_036_854_775_808n],
      'one that is a moment': [new Moment(0)],
      'two in one text': [`${uuid}|${uuid}`],
      'two in one text and an empty one': [`${uuid}|${uuid}`, ''],
      'a mark behind': [`${uuid}|`],
      'a mark before': [`|${uuid}`],
      'a line break behind': [`${uuid}\n`],
      'one that is bytes': [new Uint8Array([65])],
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [`37 characters as the last of ${at + 1}`, [...Array.from({ length: at }, () => uuid), 'a'.repeat(37)]]),
      ),
    },
  },
  ownerUid: only(['text'], { "another person's": colleague.uid, 'an empty text': '' }),
  ownerName: only(['text'], { "another person's": colleague.name, 'a nickname': `${recorder.name}!` }),
  receivingUnitId: only(['text'], { "another branch's": 't-other', 'a unit below': 't-outlet', 'the company': 't-city' }),
  recordedInUnitId: {
    types: ['text'],
    accepts: { 'another unit, where its owner was before': 't-other', 'two characters': 't1', '40 characters': 't'.repeat(40) },
    refuses: {
      'one character': 't',
      '41 characters': 't'.repeat(41),
      'an empty text': '',
      'a slash': 't/branch',
      'capital letters': 'T-BRANCH',
      'a line break': 't-branch\n',
    },
  },
  capturedAt: phoneTime,
  clockOffsetMs: phoneClockOffset,
  receivedAt: serverTime,
  state: only(['text'], Object.fromEntries(complaintStates.filter((state) => state !== 'recorded').map((state) => [state, state]))),
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
    "a sub-unit's": audienceOf('t-outlet'),
    'another branch as well': [...ownAudience, 't-other'],
    'without the oversight': ownAudience.filter((unitId) => unitId !== 't-service'),
  }),
};

const { recordedInUnitId: _unknown, ...knownToEveryPhone } = complaintPolicy;
/** Of a phone that was not updated. */
export const formerComplaintPolicy: DocumentPolicy = { ...knownToEveryPhone, contactKey: textOrNull(64) };

/** What only functions put into a complaint: not even the recorder may bring it along. */
export const serverFields: Record<string, unknown> = {
  seq: 1,
  handlerUid: recorder.uid,
  handlerName: recorder.name,
  handlingUnitId: 't-branch',
  handlingAudience: ['t-branch'],
  flags: [],
  clocks: null,
  answer: null,
  closedAtMs: 0,
  dueAt: null,
  nextDueAt: null,
  basis: null,
  steps: [],
  approverUids: [recorder.uid],
  earlierFen: 0,
  closureId: null,
  execution: null,
  lines: [],
  frozenFen: {},
  refusalCode: null,
  anything: 'else',
};

export const contactPolicy: DocumentPolicy = {
  // A complaint is not lost for want of a name (REC-4): functions mark it to be checked.
  name: {
    ...text(60),
    accepts: { ...text(60).accepts, 'nothing at all': '', 'something among blanks': '\u3164 王\u2800\n', 'a rare sign': '𠮷' },
    refuses: {
      ...text(60).refuses,
      ...Object.fromEntries(
        [
          '\u0020',
          '\u0009',
          '\u000A',
          '\u00A0',
          '\u00AD',
          '\u115F',
          '\u1160',
          '\u180E',
          '\u200B',
          '\u2800',
          '\u3000',
          '\u3164',
          '\uFEFF',
          '\uFFA0',
          ' \u3164\u2800 ',
        ].map((blank) => [`nothing but ${JSON.stringify(blank)} of ${blank.codePointAt(0)}`, blank]),
      ),
    },
  },
  phone: text(20),
  address: text(200),
  // Phones of the former version know neither.
  concerned: { ...text(40), mayBeMissing: true },
  ownedUntilMs: { ...orNothing(moment), mayBeMissing: true },
  token: {
    types: [],
    accepts: { 'twenty-two characters of base64url': 'AZaz09_-AZaz09_-AZaz09' },
    refuses: {
      'one character less': 'a'.repeat(21),
      'one character more': 'a'.repeat(23),
      'a slash': `${'a'.repeat(21)}/`,
      'a trailing space': `${'a'.repeat(21)} `,
    },
  },
};

const actor = { kind: 'staff', uid: recorder.uid, name: null, unitId: null };

export const entryPolicy: DocumentPolicy = {
  // Which commands there are, with their parameters, is a table of its own.
  type: {
    types: [],
    accepts: { 'another command with a text': 'chase' },
    refuses: {
      'what only functions do': 'takeSteps',
      'a command of refunds': 'approve',
      'with a space behind': 'note ',
      'in capitals': 'NOTE',
      'an empty text': '',
    },
  },
  payload: { types: [], refuses: { 'what another command says': { reason: '长' } } },
  actor: {
    types: [],
    refuses: {
      "another person's": { ...actor, uid: colleague.uid },
      'a name claimed': { ...actor, name: recorder.name },
      'a unit claimed': { ...actor, unitId: 't-city' },
      'the product itself': { ...actor, kind: 'system' },
      'a customer': { ...actor, kind: 'customer' },
      'more than that': { ...actor, role: 'administrator' },
      'less than that': { kind: 'staff', uid: recorder.uid },
    },
  },
  after: orNothing(idText({ least: 20, most: 36, letter: 'a' })),
  capturedAt: phoneTime,
  clockOffsetMs: phoneClockOffset,
  receivedAt: serverTime,
  outcome: only(['text'], { 'applied by oneself': 'applied', refused: 'refused' }),
};

export const attachmentPolicy: DocumentPolicy = {
  contentType: oneOf(['image/jpeg', 'image/webp'], {
    'a drawing with scripts': 'image/svg+xml',
    'a page': 'text/html',
    PNG: 'image/png',
    'a trailing space': 'image/jpeg ',
  }),
  bytes: {
    // How many there may be at most is tried apart.
    types: ['bytes'],
    accepts: { 'one byte': new Uint8Array(1) },
    refuses: { none: new Uint8Array(0) },
  },
  sha256: { ...sha256Text, accepts: { 'a hash': sha256('another photo') } },
  width: integer({ one: 1, 'very many': 20_000, 'as many as may be': 100_000 }, { none: 0, 'minus one': -1, 'more than any camera takes': 100_001 }),
  height: integer({ one: 1, 'very many': 20_000, 'as many as may be': 100_000 }, { none: 0, 'minus one': -1, 'more than any camera takes': 100_001 }),
  byUid: only(['text'], { "another person's": colleague.uid }),
  capturedAt: phoneTime,
  receivedAt: serverTime,
  check: only(['text'], { 'passed by oneself': 'passed', refused: 'refused' }),
};
