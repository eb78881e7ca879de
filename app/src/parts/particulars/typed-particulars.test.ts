import { describe, expect, test } from 'vitest';
import { particularsOf, typedOf } from './typed-particulars.ts';

const bills = (...typed: string[]) => Object.fromEntries(typed.map((text, index) => [`bill.${index}`, text]));
const nothing = { place: null, paidAtMs: null, billsFen: null };

describe('Telecom Regulations 32–34: what is typed of a place, a payment and bills', () => {
  test.each<[says: string, typed: Record<string, string>, read: object]>([
    ['nothing', {}, { ok: true, particulars: nothing }],
    ['a place', { place: 'rural' }, { ok: true, particulars: { ...nothing, place: 'rural' } }],
    ['a place that is none', { place: 'moon' }, { ok: true, particulars: nothing }],
    ['a payment', { paidAtMs: '2026-11-20T09:30' }, { ok: true, particulars: { ...nothing, paidAtMs: Date.parse('2026-11-20T09:30:00+08:00') } }],
    ['half a payment', { paidAtMs: '2026-11' }, { ok: false, wrong: ['paidAtMs'] }],
    ['four bills, one of nothing', bills('1,288.50', '88', '0', '９９'), { ok: true, particulars: { ...nothing, billsFen: [128_850, 8800, 0, 9900] } }],
    ['three bills', bills('1288.5', '88', '', '99'), { ok: false, wrong: ['bill.2'] }],
    ['a bill that is none', bills('很多', '88', '88', '99'), { ok: false, wrong: ['bill.0'] }],
  ])('%s', (_says, typed, read) => {
    expect(particularsOf(typed)).toEqual(read);
  });

  test('and shown again as it was', () => {
    const told = { place: 'urban' as const, paidAtMs: Date.parse('2026-11-20T09:30:00+08:00'), billsFen: [128_850, 8800, 0, 9900] };
    expect(particularsOf(typedOf(told))).toEqual({ ok: true, particulars: told });
    expect(typedOf(null)).toEqual({});
  });
});
