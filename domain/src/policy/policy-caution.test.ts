import { describe, expect, test } from 'vitest';
import { post, telecom } from '../testing/organisation.ts';
import { cautionOfPolicy } from './policy-caution.ts';
import { valueAt, type PolicyValue } from './policy-field.ts';
import { policyFields } from './policy-fields.ts';

const fields = policyFields(telecom);
const caution = (key: string, after: PolicyValue, applyToOpen = false) => {
  const field = fields.find((one) => one.key === key);
  if (!field) throw new Error(`no figure ${key}`);
  return cautionOfPolicy(fields, [{ key, before: valueAt(telecom, field), after }], applyToOpen);
};

describe('ADM-2: which changes of the policy wait for a second person', () => {
  test.each<[key: string, after: PolicyValue, told: string]>([
    ['refunds.ladders.outlet.1.limitFen', 9_000_000, 'money'],
    ['refunds.ladders.outlet.1.limitFen', 15_000, 'money'],
    ['refunds.cumulateDays', 7, 'money'],
    ['refunds.batchUpToFen', 20_000, 'money'],
    ['refunds.fraud.factor', 4, 'money'],
    ['closures.transferDay', 7, 'money'],
    ['deputies.subordinateCapFen', 300_000, 'money'],
    ['confirmations.expireHours', 100, 'money'],
    ['tiers.ordinary.replyHours', 72, 'second'],
    ['clocks.acceptMinutes', 2000, 'second'],
    ['clocks.quietHours.from', '21:00', 'second'],
    ['escalation.reply.4.fraction', 3, 'second'],
    ['clocks.pauses.awaitingOther', true, 'second'],
    ['limits.contactsPerDay', 300, 'second'],
    ['limits.lookupsPerHour', 100, 'second'],
    ['limits.idleLockMinutes', 30, 'second'],
    ['limits.sessionHours', 400, 'second'],
    ['limits.ticketsSpeak', true, 'second'],
    ['limits.ticketsSpeak', false, 'none'],
    ['limits.ticketDoubtHours', 12, 'second'],
    ['limits.ticketDoubtHours', 48, 'none'],
    ['refunds.ladders.outlet.1.limitFen', 5000, 'none'],
    ['refunds.cumulateDays', 60, 'none'],
    ['tiers.ordinary.replyHours', 40, 'none'],
    ['clocks.acceptMinutes', 10, 'none'],
    ['limits.contactsPerDay', 100, 'none'],
    ['limits.idleLockMinutes', 5, 'none'],
    ['windows.repeatDays', 60, 'none'],
    ['board.nearDueHours', 12, 'none'],
  ])('%s → %o: %s', (key, after, told) => {
    expect(caution(key, after)).toBe(told);
  });

  test('what is to hold for open matters does, and money among it is for auditor and leader', () => {
    expect(caution('tiers.ordinary.replyHours', 40, true)).toBe('second');
    expect(caution('refunds.ladders.outlet.1.limitFen', 15_000, true)).toBe('money');
    expect(caution('refunds.ladders.outlet.1.limitFen', 5000, true)).toBe('second');
  });

  test('no figure of money can be loosened alone in any pack: above what it is and below, one of the two waits', () => {
    for (const pack of [telecom, post]) {
      const all = policyFields(pack);
      const money = all.filter(({ name }) => /^(refunds|closures|deputies|confirmations)\./.test(name));
      expect(money.length).toBeGreaterThan(15);
      for (const field of money) {
        const before = valueAt(pack, field);
        const others: PolicyValue[] = typeof before === 'number' ? [before - 1, before + 1] : ['other'];
        const told = others.map((after) => cautionOfPolicy(all, [{ key: field.key, before, after }], false));
        expect([field.key, told.includes('money')]).toEqual([field.key, true]);
      }
    }
  });
});
