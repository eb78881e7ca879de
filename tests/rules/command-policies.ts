import { asks } from '@shouwen/domain/complaint/complaint-values';
import { contactResults, toldWithAnswer } from '@shouwen/domain/complaint/command';
import type { DocumentPolicy } from './field-expectations.ts';
import { type FieldPolicy, idText, moment, nonEmptyText, oneOf, orNothing, text } from './field-policy.ts';

/** What the parameters of commands may be, after docs/contract.md: commands with the same parameters stand together. */
export interface CommandPolicy {
  types: readonly string[];
  parameters: DocumentPolicy;
}

/** Not whole, and what a database can hold beside that. */
const reason = nonEmptyText(500);
const uid = idText({ least: 3, most: 40, letter: 'U' });
const deviceId = idText({ least: 20, most: 36, letter: 'i' });
export const momentOrNull: FieldPolicy = { ...moment, types: ['integer', 'nothing'], accepts: { ...moment.accepts, none: null } };

const metLine = { ask: 'fix', result: 'met' };
const checklist: FieldPolicy = {
  types: [],
  accepts: { none: [], 'one line': [metLine], 'a line for each thing asked for': asks.map((ask) => ({ ask, result: 'notMet' })) },
  refuses: {
    ...Object.fromEntries(asks.map((_ask, at) => [`a text as line ${at + 1}`, [...Array.from({ length: at }, () => metLine), 'met']])),
    'eight lines': Array.from({ length: 8 }, () => metLine),
    'a line about nothing that was asked for': [{ ...metLine, ask: 'revenge' }],
    'a line with a result that there is not': [{ ...metLine, result: 'forgotten' }],
    'a line with more in it': [{ ...metLine, more: '长'.repeat(1000) }],
    'a line with something else in it': [{ ask: 'fix', more: 'met' }],
    'a line with less in it': [{ ask: 'fix' }],
  },
};

/** REF-1: a photo on the complaint, and a line of a bill; a phone of the former version names neither. */
const photoId: FieldPolicy = orNothing(deviceId);
const lineOfBill = { period: '2026-10', item: '代收费', amountFen: 3500 };
const bill: FieldPolicy = {
  types: ['nothing'],
  accepts: { none: null, 'a line': lineOfBill, 'the longest line': { period: '2000-01', item: '长'.repeat(100), amountFen: 10_000_000 } },
  refuses: {
    'a line of the year 0026': { ...lineOfBill, period: '0026-10' },
    'a line of no month': { ...lineOfBill, period: '2026-13' },
    'a line of all months': { ...lineOfBill, period: '2026' },
    'a month that is a number': { ...lineOfBill, period: 202610 },
    'a line for nothing that is named': { ...lineOfBill, item: '' },
    'a line that is named without end': { ...lineOfBill, item: '长'.repeat(101) },
    'a line named by a number': { ...lineOfBill, item: 7 },
    'a line of no amount': { ...lineOfBill, amountFen: 0 },
    'a line of more than any bill': { ...lineOfBill, amountFen: 10_000_001 },
    'a line of half a fen': { ...lineOfBill, amountFen: 0.5 },
    'a line with more in it': { ...lineOfBill, more: 'x' },
    'a line with something else in it': { period: '2026-10', item: '代收费', more: 3500 },
    'a line with less in it': { period: '2026-10', item: '代收费' },
  },
};

/** TEL-1: by phone or in person, where the customer was told with the answer. */
const toldBy = oneOf(toldWithAnswer, { 'a way that whoever answers cannot know of': 'page' });

export const complaintCommandPolicies: readonly CommandPolicy[] = [
  { types: ['accept', 'acceptHandOver', 'awaitAssists', 'resume', 'close', 'leadToManager', 'receiveInPerson'], parameters: {} },
  { types: ['return', 'declineHandOver', 'withdraw', 'reopen', 'escalate'], parameters: { reason } },
  { types: ['assign'], parameters: { toUid: uid, reason: { ...reason, mayBeMissing: true } } },
  { types: ['handOver'], parameters: { toUnitId: idText({ least: 2, most: 40, letter: 'u' }), toUid: orNothing(uid), reason } },
  { types: ['note', 'chase'], parameters: { text: nonEmptyText(2000) } },
  {
    types: ['contactAttempt'],
    parameters: { result: oneOf(contactResults, { 'an unknown result': 'shouted at' }), text: text(1000), nextSlotAtMs: momentOrNull },
  },
  {
    types: ['confirmCause'],
    parameters: { text: nonEmptyText(2000), evidence: nonEmptyText(2000), photoId: { ...photoId, mayBeMissing: true }, bill: { ...bill, mayBeMissing: true } },
  },
  {
    types: ['noteParticulars'],
    parameters: {
      place: oneOf(['urban', 'rural', null], { 'an unknown place': 'moon' }),
      paidAtMs: momentOrNull,
      billsFen: {
        types: ['nothing'],
        accepts: { 'nothing to pay': [0, 0, 0, 0], 'as much as a bill may be': [10_000_000, 10_000_000, 10_000_000, 10_000_000] },
        refuses: {
          three: [1, 1, 1],
          five: [1, 1, 1, 1, 1],
          'less than nothing': [1, 1, -1, 1],
          'more than a bill may be': [1, 1, 1, 10_000_001],
          ...Object.fromEntries([0, 1, 2, 3].map((at) => [`a text as number ${at + 1}`, [1, 1, 1, 1].map((fen, index) => (index === at ? '1' : fen))])),
        },
      },
    },
  },
  {
    types: ['nameLink'],
    parameters: {
      link: oneOf(['accept', 'sort', 'transport', 'deliver', 'outside', 'notFound'], { 'no link of the chain': 'customer' }),
      unitId: orNothing(idText({ least: 2, most: 40, letter: 'u' })),
      cause: oneOf(['noCover', 'missort', 'damage', 'weather', 'address', 'customs', 'other'], { 'an unknown cause': 'bad luck' }),
      evidence: nonEmptyText(1000),
      trace: orNothing(nonEmptyText(4000)),
    },
  },
  { types: ['awaitCustomer'], parameters: { reason, untilAtMs: momentOrNull } },
  { types: ['awaitOther'], parameters: { whom: nonEmptyText(100), reason, untilAtMs: momentOrNull } },
  {
    types: ['answer'],
    parameters: { text: nonEmptyText(2000), checklist, howGiven: { ...nonEmptyText(200), mayBeMissing: true }, toldBy: { ...toldBy, mayBeMissing: true } },
  },
  { types: ['outOfScope'], parameters: { reason, whereToTurn: nonEmptyText(500) } },
  { types: ['merge'], parameters: { intoId: deviceId } },
  { types: ['agreeTime'], parameters: { untilAtMs: moment, reason } },
  {
    types: ['correct'],
    parameters: {
      category: text(10),
      tier: text(30),
      urgency: oneOf(['critical', 'urgent', 'normal', null], { 'an unknown urgency': 'whenever' }),
      need: oneOf(['crossProvince', 'otherOrganisation', null], { 'an unknown need': 'anotherPlanet' }),
      reason,
    },
  },
];
