import { describe, expect, test } from 'vitest';
import { post, telecom } from '../../testing/organisation.ts';
import { type Calculation, calculationSchema, methodsOf, monthsBetween, suggestRefund } from './suggestion.ts';

const amountOf = (calculation: Calculation, pack = telecom) => suggestRefund(calculation, pack)?.amountFen ?? null;

describe('REF-7: a suggestion shows how it was worked out', () => {
  test('5 yuan a month from November 2003 to March 2007 are 40 months and 200 yuan', () => {
    expect(monthsBetween('2003-11', '2007-03')).toBe(40);
    expect(suggestRefund({ method: 'months', monthlyFen: 500, months: monthsBetween('2003-11', '2007-03') }, telecom)).toEqual({
      amountFen: 20_000,
      lines: [{ unitFen: 500, count: 40, amountFen: 20_000 }],
      basis: null,
      isBounded: false,
    });
  });

  test.each([
    ['2026-01', '2026-01', 0],
    ['2026-01', '2026-02', 1],
    ['2025-12', '2026-01', 1],
    ['2026-03', '2025-03', -12],
  ])('from %s to %s are %i months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test.each([
    [3500, 3500, 7000],
    [9600, 9600, 19_200],
    [1, 1, 2],
    [0, 0, 0],
  ])('of %i fen taken wrongly, %i fen back, or %i fen by the operator’s pledge', (chargedFen, single, double) => {
    expect(amountOf({ method: 'single', chargedFen })).toBe(single);
    expect(amountOf({ method: 'double', chargedFen })).toBe(double);
    expect(suggestRefund({ method: 'double', chargedFen }, telecom)).toMatchObject({
      lines: [{ unitFen: chargedFen, count: 2, amountFen: double }],
      basis: telecom.refunds.pledge?.basis,
    });
  });

  test('an operator without a pledge suggests no double refund, and one without mail no postal compensation', () => {
    expect(amountOf({ method: 'double', chargedFen: 3500 }, post)).toBeNull();
    expect(amountOf({ method: 'uninsuredMail', lossFen: 1, postageFen: 1 })).toBeNull();
    expect(amountOf({ method: 'registeredLetter', postageFen: 1 })).toBeNull();
    expect(amountOf({ method: 'insuredMail', declaredFen: 1, lostPercent: 1 })).toBeNull();
    expect(methodsOf(telecom)).toEqual(['single', 'months', 'double', 'fraud']);
    expect(methodsOf(post)).toEqual(['uninsuredMail', 'registeredLetter', 'insuredMail', 'single', 'months', 'fraud']);
  });

  test.each([
    [0, 50_000, true],
    [16_666, 50_000, true],
    [16_667, 50_001, false],
    [20_000, 60_000, false],
  ])('for fraud about %i fen: three times the price and at least 500 yuan', (priceFen, amountFen, isBounded) => {
    expect(suggestRefund({ method: 'fraud', priceFen }, telecom)).toMatchObject({ amountFen, isBounded, lines: [{ unitFen: priceFen, count: 3 }] });
  });

  test('three times the price that is exactly the least is not bounded', () => {
    const pack = { ...telecom, refunds: { ...telecom.refunds, fraud: { ...telecom.refunds.fraud, leastFen: 30_000 } } };
    expect(suggestRefund({ method: 'fraud', priceFen: 10_000 }, pack)).toMatchObject({ amountFen: 30_000, isBounded: false });
    const aFenMore = { ...telecom, refunds: { ...telecom.refunds, fraud: { ...telecom.refunds.fraud, leastFen: 30_001 } } };
    expect(suggestRefund({ method: 'fraud', priceFen: 10_000 }, aFenMore)).toMatchObject({ amountFen: 30_001, isBounded: true });
  });

  test.each([
    [3599, 1200, 3599, 1, false],
    [3600, 1200, 3600, 3, false],
    [3601, 1200, 3600, 3, true],
    [100_000, 1200, 3600, 3, true],
    [0, 1200, 0, 1, false],
  ])('for uninsured mail, a loss of %i fen at %i fen postage: no more than three times the postage', (lossFen, postageFen, amountFen, count, isBounded) => {
    expect(suggestRefund({ method: 'uninsuredMail', lossFen, postageFen }, post)).toMatchObject({ amountFen, isBounded, lines: [{ count, amountFen }] });
  });

  test('a registered letter is three times its postage; insured mail the declared value or its part, to the fen for the customer', () => {
    expect(suggestRefund({ method: 'registeredLetter', postageFen: 420 }, post)).toMatchObject({ amountFen: 1260, lines: [{ unitFen: 420, count: 3 }] });
    expect(amountOf({ method: 'insuredMail', declaredFen: 80_000, lostPercent: 100 }, post)).toBe(80_000);
    expect(amountOf({ method: 'insuredMail', declaredFen: 80_000, lostPercent: 25 }, post)).toBe(20_000);
    expect(amountOf({ method: 'insuredMail', declaredFen: 101, lostPercent: 1 }, post)).toBe(2);
    expect(suggestRefund({ method: 'insuredMail', declaredFen: 333, lostPercent: 10 }, post)).toEqual({
      amountFen: 34,
      lines: [{ unitFen: 333, count: 0.1, amountFen: 34 }],
      basis: post.refunds.postal?.basis,
      isBounded: false,
    });
  });
});

describe('what can be entered', () => {
  test.each([
    ['half a fen', { method: 'single', chargedFen: 0.5 }],
    ['less than nothing', { method: 'single', chargedFen: -1 }],
    ['more than the most', { method: 'single', chargedFen: 10_000_001 }],
    ['no month', { method: 'months', monthlyFen: 500, months: 0 }],
    ['fifty years and a month', { method: 'months', monthlyFen: 500, months: 601 }],
    ['none of it lost', { method: 'insuredMail', declaredFen: 500, lostPercent: 0 }],
    ['more than all of it lost', { method: 'insuredMail', declaredFen: 500, lostPercent: 101 }],
    ['a method of one’s own', { method: 'triple', chargedFen: 500 }],
    ['one field too many', { method: 'single', chargedFen: 500, note: '' }],
  ])('not %s', (_told, calculation) => {
    expect(calculationSchema.safeParse(calculation).success).toBe(false);
  });

  test.each([
    { method: 'single', chargedFen: 0 },
    { method: 'months', monthlyFen: 500, months: 1 },
    { method: 'months', monthlyFen: 500, months: 600 },
    { method: 'double', chargedFen: 10_000_000 },
    { method: 'insuredMail', declaredFen: 500, lostPercent: 100 },
    { method: 'insuredMail', declaredFen: 500, lostPercent: 1 },
  ])('but $method', (calculation) => {
    expect(calculationSchema.safeParse(calculation).success).toBe(true);
  });
});
