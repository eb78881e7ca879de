import { describe, expect, test } from 'vitest';
import { post, telecom } from '@shouwen/domain/testing/organisation';
import { methodsOf } from '@shouwen/domain/refund/sum/suggestion';
import { buildRefund, calculationFields, monthsChosen, readCalculation, type RefundDraft } from './refund-form.ts';

const complete: RefundDraft = { method: 'months', monthlyFen: '5', months: '40', amount: '200.00', form: 'cash', reason: '误收' };

describe('what was typed becomes a request', () => {
  test('5 yuan for 40 months suggests 200.00, and the amount is what the person typed (REF-7)', () => {
    expect(readCalculation(complete, telecom)).toMatchObject({
      ok: true,
      calculation: { method: 'months', monthlyFen: 500, months: 40 },
      suggestion: { amountFen: 20_000 },
    });
    expect(buildRefund({ ...complete, amount: '180' }, telecom)).toEqual({
      ok: true,
      content: {
        amountFen: 18_000,
        form: 'cash',
        accountNo: null,
        cardSerial: null,
        calculation: { method: 'months', monthlyFen: 500, months: 40 },
        reason: '误收',
      },
    });
  });

  test('an amount that is not calculated carries no calculation', () => {
    expect(buildRefund({ ...complete, method: 'free' }, telecom)).toMatchObject({ ok: true, content: { calculation: null } });
  });

  test('everything that is missing is named at once, field by field', () => {
    expect(buildRefund({}, telecom)).toEqual({ ok: false, faults: { method: 'notChosen', amount: 'missing', form: 'notChosen', reason: 'missing' } });
    expect(buildRefund({ ...complete, monthlyFen: 'x', months: '0' }, telecom)).toEqual({
      ok: false,
      faults: { monthlyFen: 'notAnAmount', months: 'notWhole' },
    });
  });

  test('a recharge card needs its serial number, which is recorded; cash has none (REF-5)', () => {
    expect(buildRefund({ ...complete, form: 'rechargeCard' }, telecom)).toEqual({ ok: false, faults: { cardSerial: 'missing' } });
    expect(buildRefund({ ...complete, form: 'rechargeCard', cardSerial: ' - ' }, telecom)).toEqual({ ok: false, faults: { cardSerial: 'missing' } });
    const card = buildRefund({ ...complete, form: 'rechargeCard', cardSerial: ' 1234 5678 ' }, telecom);
    expect(card).toMatchObject({ ok: true, content: { cardSerial: '1234 5678', accountNo: null } });
    expect(buildRefund({ ...complete, cardSerial: 'left over' }, telecom)).toMatchObject({ ok: true, content: { cardSerial: null } });
  });

  test("a balance credit needs an account number of the operator's shape", () => {
    expect(buildRefund({ ...complete, form: 'balanceCredit' }, telecom)).toEqual({ ok: false, faults: { accountNo: 'missing' } });
    expect(buildRefund({ ...complete, form: 'balanceCredit', accountNo: 'a b' }, telecom)).toEqual({ ok: false, faults: { accountNo: 'badAccountNo' } });
    expect(buildRefund({ ...complete, form: 'balanceCredit', accountNo: 'A2003-0417' }, telecom)).toMatchObject({
      ok: true,
      content: { accountNo: 'A2003-0417' },
    });
  });

  test('every way of working an amount out has its fields, at each operator', () => {
    for (const pack of [telecom, post]) {
      for (const method of methodsOf(pack)) {
        const typed = Object.fromEntries(calculationFields[method].map(({ name }) => [name, '10']));
        expect(readCalculation({ ...typed, method }, pack)).toMatchObject({ ok: true, suggestion: { amountFen: expect.any(Number) as number } });
      }
    }
  });

  test('months are counted between two that the customer names, and only forwards', () => {
    expect(monthsChosen({ from: '2003-11', to: '2007-03' })).toBe(40);
    expect(monthsChosen({ from: '2007-03', to: '2003-11' })).toBeNull();
    expect(monthsChosen({ from: '2007-03' })).toBeNull();
  });
});
