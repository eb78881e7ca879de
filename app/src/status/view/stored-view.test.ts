import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { describe, expect, it } from 'vitest';
import { viewFromRest } from './stored-view.ts';

const expected: StatusView = {
  complaintId: 'a2f0c9f4-0000-4000-8000-000000000001',
  number: '7K3M9-QXW2C-4',
  pack: 'telecom',
  operator: { zh: '淮安移动', en: "Huai'an Mobile" },
  hotline: '10086',
  regulatorHotline: '12300',
  regulator: { zh: '电信用户申诉受理机构', en: 'the telecom users’ appeal centre' },
  category: { zh: '资费计费', en: 'Billing' },
  asks: ['refund', 'apology'],
  what: '每月被扣5元,没有订过。',
  state: 'answered',
  recordedAtMs: 1_790_000_000_000,
  promisedAtMs: null,
  isAgreed: false,
  pausedUntilMs: null,
  statutoryAtMs: 1_791_000_000_000,
  appeal: { fromMs: 1_790_500_000_000, ground: 'ifTheyDisagree' },
  holder: { zh: '清江浦营业部', en: 'Qingjiangpu' },
  milestones: [{ stage: 'recorded', atMs: 1_790_000_000_000, unit: null }],
  hurried: [{ who: { zh: '郑州邮区中心局', en: '郑州邮区中心局' }, hasAnswered: false }],
  neededFromCustomer: null,
  answer: { text: '已退费。', checklist: [{ ask: 'refund', result: 'met' }], atMs: 1_790_500_000_000 },
  outOfScope: null,
  refunds: [{ amountFen: 20_000, form: 'balanceCredit', standing: 'paid', atMs: 1_790_550_000_000 }],
  isTold: true,
  rating: { stars: 4, reasons: ['fast'], solved: true, atMs: 1_790_600_000_000 },
  reopenUntilMs: 1_792_000_000_000,
  expiresAtMs: Date.parse('2027-03-01T00:00:00Z'),
  updatedAtMs: Date.parse('2026-11-22T01:02:03.456Z'),
};

/** The document as Firestore's REST API spells it: moments that rules compare are timestamps, all other numbers are texts. */
function restDocument(changes: Record<string, unknown> = {}, absent: string[] = []): unknown {
  const { expiresAtMs: _expires, updatedAtMs: _updated, ...plain } = expected;
  const fields = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, rest(value)]));
  const timestamps = { expiresAt: { timestampValue: '2027-03-01T00:00:00Z' }, updatedAt: { timestampValue: '2026-11-22T01:02:03.456Z' } };
  const all = Object.entries({ ...fields, ...timestamps, ...changes }).filter(([name]) => !absent.includes(name));
  return { name: 'projects/p/databases/(default)/documents/status/x', fields: Object.fromEntries(all) };
}

function rest(value: unknown): unknown {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') return { integerValue: String(value) };
  if (Array.isArray(value)) return { arrayValue: value.length === 0 ? {} : { values: value.map(rest) } };
  return { mapValue: { fields: Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, rest(inner)])) } };
}

describe('viewFromRest', () => {
  it('reads every field of a view, timestamps as milliseconds', () => {
    expect(viewFromRest(restDocument())).toEqual(expected);
  });

  it('reads a page from before it told what was recorded', () => {
    expect(viewFromRest(restDocument({}, ['what']))).toEqual({ ...expected, what: null });
  });

  it('APL-1: reads a page from before it said why the customer may appeal', () => {
    expect(viewFromRest(restDocument({}, ['appeal']))).toEqual({ ...expected, appeal: null });
  });

  it('knows the regulator of a page that does not name it yet', () => {
    expect(viewFromRest(restDocument({}, ['regulator']))).toEqual(expected);
  });

  it('reads a list that Firestore leaves out because it is empty', () => {
    expect(viewFromRest(restDocument({ milestones: { arrayValue: {} } })).milestones).toEqual([]);
  });

  it('takes a page that never expires and a field that is absent for null', () => {
    const view = viewFromRest(restDocument({ expiresAt: { nullValue: null } }, ['holder']));
    expect([view.expiresAtMs, view.holder]).toEqual([null, null]);
  });

  it('reads a page from before there were refunds as one without any', () => {
    expect(viewFromRest(restDocument({}, ['refunds'])).refunds).toEqual([]);
  });

  it('reads a page from before times were agreed and clocks stood still as one without either (SLA-4, SLA-5)', () => {
    expect(viewFromRest(restDocument({}, ['isAgreed', 'pausedUntilMs']))).toEqual(expected);
    expect(viewFromRest(restDocument({ isAgreed: { booleanValue: true }, pausedUntilMs: { integerValue: '7' } }))).toMatchObject({
      isAgreed: true,
      pausedUntilMs: 7,
    });
  });

  it.each([
    ['an unknown state', { state: { stringValue: 'solved' } }, /^status\.state is not recorded \| /],
    [
      'a refund that is not decided',
      { refunds: rest([{ amountFen: 1, form: 'cash', standing: 'asked', atMs: 1 }]) },
      /^status\.refunds\[0\]\.standing is not approved \| paid$/,
    ],
    ['a number that is a text', { recordedAtMs: { stringValue: '1' } }, /^status\.recordedAtMs is not a whole number$/],
    ['a broken milestone', { milestones: { arrayValue: { values: [{ mapValue: {} }] } } }, /^status\.milestones\[0\]\.stage is not /],
    ['a value of a kind it does not know', { number: { geoPointValue: {} } }, /^number: geoPointValue is not a value that is known$/],
  ])('refuses %s and says where', (_what, changes, message) => {
    expect(() => viewFromRest(restDocument(changes))).toThrow(message);
  });

  it('refuses what is no document', () => {
    expect(() => viewFromRest({ error: { code: 500 } })).toThrow('status.complaintId is not text');
  });
});
