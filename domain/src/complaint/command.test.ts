import { describe, expect, test } from 'vitest';
import { samples } from '../testing/sample-commands.ts';
import { customerCommandSchema, staffCommandOf, staffCommandSchema } from './command.ts';

const forCustomers: readonly string[] = ['rate', 'addInformation', 'disagree'];
/** What goes through a function is in no entry that anybody writes. */
const throughFunction: readonly string[] = ['correctConcerned'];
const forProduct: readonly string[] = [
  ...throughFunction,
  'noteRefund',
  'noteMessage',
  'noteAssist',
  'releaseHandler',
  'dropHandOver',
  'moveOwnership',
  'takeSteps',
  'noteRepeats',
  'applyPolicy',
  'noteSeen',
];

const bill = { period: '2026-10', item: '代收费', amountFen: 3500 };

describe('what may be said at all', () => {
  test.each(Object.values(samples))('$type is for those whom it is for', (command) => {
    expect(customerCommandSchema.safeParse(command).success).toBe(forCustomers.includes(command.type));
    expect(staffCommandSchema.safeParse(command).success).toBe(!forCustomers.includes(command.type) && !forProduct.includes(command.type));
  });

  test.each([
    ['OWN-6: a return without a reason', { type: 'return', reason: '   ' }],
    ['OWN-6: a hand-over without a reason', { ...samples.handOver, reason: '' }],
    ['a reason without end', { type: 'return', reason: '长'.repeat(501) }],
    ['an answer without words', { ...samples.answer, text: ' ' }],
    ['OWN-5: out of scope without where to turn', { type: 'outOfScope', reason: '不属本公司业务' }],
    ['a promise with a result that there is not', { ...samples.answer, checklist: [{ ask: 'refund', result: 'maybe' }] }],
    ['an attempt that went in a way that there is not', { ...samples.contactAttempt, result: 'shouted' }],
    ['a moment that is no number', { ...samples.awaitCustomer, untilAtMs: 'tomorrow' }],
    ['REF-1: a cause without words', { ...samples.confirmCause, text: ' ' }],
    ['REF-1: a cause without evidence', { ...samples.confirmCause, evidence: '' }],
    ['REF-1: a bill of no month', { ...samples.confirmCause, bill: { ...bill, period: '2026-13' } }],
    ['REF-1: a bill for nothing', { ...samples.confirmCause, bill: { ...bill, amountFen: 0 } }],
    ['REF-1: a bill that does not say for what', { ...samples.confirmCause, bill: { ...bill, item: ' ' } }],
    ['REF-1: a photo that is a path', { ...samples.confirmCause, photoId: '../contact' }],
    ['SLA-4: another time without a reason', { ...samples.agreeTime, reason: '' }],
    ['SLA-4: another time without the time', { ...samples.agreeTime, untilAtMs: null }],
    ['SLA-1: a correction without a reason', { ...samples.correct, reason: ' ' }],
    ['SLA-3: a need that there is not', { ...samples.correct, need: 'goodWeather' }],
    ['SLA-6: raising it without a reason', { type: 'escalate', reason: '' }],
    ['one field too many', { type: 'accept', uid: 'somebody-else' }],
    ['an unknown command', { type: 'vanish' }],
  ])('%s is none', (_told, command) => {
    expect(staffCommandSchema.safeParse(command).success).toBe(false);
  });

  test.each([
    ['six stars', { ...samples.rate, stars: 6 }],
    ['half a star', { ...samples.rate, stars: 0.5 }],
    ['a reason of one’s own', { ...samples.rate, reasons: ['<b>bad</b>'] }],
    ['a disagreement without a word', { type: 'disagree', text: '' }],
    ['information without end', { type: 'addInformation', text: '长'.repeat(1001) }],
  ])('%s is none', (_told, command) => {
    expect(customerCommandSchema.safeParse(command).success).toBe(false);
  });
});

describe('the command in a journal entry', () => {
  test('is its type and its payload', () => {
    expect(staffCommandOf({ type: 'return', payload: { reason: ' 不属本部门 ' } })).toEqual({ type: 'return', reason: '不属本部门' });
  });

  test('the payload cannot say that it is another one', () => {
    expect(staffCommandOf({ type: 'accept', payload: { type: 'close' } })).toEqual({ type: 'accept' });
  });

  test('what is none is null, and so is what only the product does', () => {
    expect(staffCommandOf({ type: 'return', payload: {} })).toBeNull();
    expect(staffCommandOf({ type: 'releaseHandler', payload: {} })).toBeNull();
    expect(staffCommandOf({ type: 'noteRefund', payload: { refund: samples.noteRefund.refund } })).toBeNull();
    expect(staffCommandOf({ type: 'disagree', payload: { text: '没有解决' } })).toBeNull();
  });
});
