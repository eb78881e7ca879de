import { describe, expect, test } from 'vitest';
import { post, telecom } from '../testing/organisation.ts';
import { changePolicy, type PolicyChange } from './change-policy.ts';
import { inconsistencyIn } from './policy-consistency.ts';
import { valueAt } from './policy-field.ts';
import { policyFields } from './policy-fields.ts';

const version = 'telecom-2026.2';
const change = (...changes: [string, PolicyChange['value']][]) =>
  changePolicy(
    telecom,
    changes.map(([key, value]) => ({ key, value })),
    version,
  );
const refusal = (code: string, detail?: string, more: object = {}) => ({ ok: false, refusal: { code, ...(detail === undefined ? {} : { detail }), ...more } });

describe('an administrator changes a figure', () => {
  test('SLA-1: in a version of its own, with what stood there before, and nothing else', () => {
    const changed = change(['tiers.vip.replyHours', 6]);
    expect(changed).toMatchObject({ ok: true, differences: [{ key: 'tiers.vip.replyHours', before: 8, after: 6 }], pack: { version } });
    if (!changed.ok) throw new Error('it was refused');
    expect(changed.pack.tiers.map(({ replyHours }) => replyHours)).toEqual([6, 24, 48]);
    expect({ ...changed.pack, tiers: telecom.tiers, version: telecom.version }).toEqual(telecom);
    expect(telecom.tiers[0]?.replyHours).toBe(8);
  });

  test.each<[policy: string, key: string, value: PolicyChange['value']]>([
    ['SLA-2', 'urgencies.critical.replyHours', 4],
    ['SLA-3', 'clocks.crossProvinceWorkingDays', 3],
    ['SLA-4', 'clocks.quietHours.from', '21:30'],
    ['SLA-4', 'clocks.quietHours.replyDue', 'bringForward'],
    ['SLA-4', 'escalation.atNight.urgencies', []],
    ['SLA-4', 'escalation.atNight.beforeMinutes', 60],
    ['SLA-5', 'clocks.pauses.mostHours', 48],
    ['SLA-5', 'clocks.pauses.awaitingOther', true],
    ['SLA-5', 'clocks.workingTime', [{ from: '09:00', to: '17:00' }]],
    ['SLA-6', 'escalation.reply.1.fraction', 0.5],
    ['SLA-6', 'escalation.reply.2.post', 'unitHead'],
    ['SLA-6', 'escalation.statutory.3.daysBefore', -2],
    ['SLA-8', 'clocks.statutory.days', 10],
    ['OWN-4', 'clocks.handOverMinutes', 30],
    ['OWN-6', 'limits.passedAroundAt', 4],
    ['ATT-2', 'windows.repeatDays', 60],
    ['REF-2', 'refunds.ladders.outlet.2.limitFen', 40_000],
    ['REF-4', 'refunds.cumulateDays', 60],
    ['REF-6', 'refunds.remindAfterHours', 3],
    ['CLO-3', 'closures.retryAfterHours', 12],
  ])('%s: %s may be %o', (_policy, key, value) => {
    const changed = change([key, value]);
    expect(changed).toMatchObject({ ok: true, differences: [{ key, after: value }] });
    const field = policyFields(telecom).find((one) => one.key === key);
    if (!changed.ok || !field) throw new Error('it was refused');
    expect(valueAt(changed.pack, field)).toEqual(value);
  });

  test.each<[what: string, key: string, value: PolicyChange['value']]>([
    ['the version', 'version', 'telecom-2026.9'],
    ['the pepper of contact keys', 'contactPepper', 'x'.repeat(16)],
    ['the operator', 'id', 'post'],
    ['a tier that there is not', 'tiers.gold.replyHours', 1],
    ['the limit of whoever has none', 'refunds.ladders.outlet.4.limitFen', 5],
    ['something of every object', '__proto__.replyHours', 1],
    ['mail where none is carried', 'mailServices.ems.statutory.days', 7],
  ])('nobody changes %s', (_what, key, value) => {
    expect(change([key, value])).toEqual(refusal('policyUnknownKey', key));
  });

  test('one that stays as it is makes no version', () => {
    expect(change(['tiers.vip.replyHours', 8])).toEqual(refusal('policyUnchanged'));
    expect(change()).toEqual(refusal('policyUnchanged'));
    expect(change(['tiers.vip.replyHours', 8], ['tiers.goTone.replyHours', 12])).toMatchObject({ ok: true, differences: [{ key: 'tiers.goTone.replyHours' }] });
  });

  test('the same one twice is refused rather than guessed at', () => {
    expect(change(['tiers.vip.replyHours', 7], ['tiers.vip.replyHours', 6])).toEqual(refusal('policyInconsistent'));
  });
});

describe('bounds', () => {
  test.each<[basis: string, key: string, atBound: PolicyChange['value'], beyond: PolicyChange['value'], bounds: object]>([
    ['MIIT order 35: 15 days', 'clocks.statutory.days', 14, 16, { least: 1, most: 15 }],
    ['refunds are paid within 15 days', 'refunds.payWithin.days', 14, 16, { least: 1, most: 15 }],
    ['the rules of the database ask for a fresh sign-in above 500 yuan', 'refunds.reauthenticateAboveFen', 49_999, 50_001, { least: 0, most: 50_000 }],
    ['Consumer Law 55: three times the price', 'refunds.fraud.factor', 4, 2, { least: 3, most: 10 }],
    ['Consumer Law 55: at least 500 yuan', 'refunds.fraud.leastFen', 50_001, 49_999, { least: 50_000, most: 10_000_000 }],
    ['a promise of no time', 'tiers.vip.replyHours', 1, 0, { least: 1, most: 720 }],
    ['half an hour that no clock shows', 'tiers.vip.replyHours', 2, 2.5, { least: 1, most: 720 }],
    ['half a fen', 'refunds.batchUpToFen', 1, 0.5, { least: 0, most: 10_000_000 }],
    ['nothing at all as a share', 'escalation.reply.1.fraction', 0.05, 0.04, { least: 0.05, most: 4 }],
    ['a share finer than a per cent', 'escalation.reply.1.fraction', 0.33, 0.333, { least: 0.05, most: 4 }],
    ['a last step that tells nobody in time', 'escalation.reply.5.fraction', 4, 20, { least: 0.05, most: 4 }],
    ['REF-4: a window of one day', 'refunds.cumulateDays', 7, 1, { least: 7, most: 365 }],
    ['more than the schedule counts', 'clocks.pauses.most', 20, 21, { least: 0, most: 20 }],
    ['not a number', 'clocks.pauses.most', 0, Number.NaN, { least: 0, most: 20 }],
    ['words for a number', 'clocks.pauses.most', 1, '1', { least: 0, most: 20 }],
    ['a time that there is not', 'clocks.quietHours.from', '23:59', '24:00', {}],
    ['an unknown way', 'clocks.acceptCounts', 'workingTime', 'never', {}],
    ['an unknown post', 'escalation.reply.5.post', 'serviceHead', 'mayor', {}],
    ['something between yes and no', 'clocks.pauses.awaitingOther', true, 'yes', {}],
    ['an urgency twice', 'escalation.atNight.urgencies', ['critical', 'urgent'], ['critical', 'critical'], {}],
    ['an interval that ends before it begins', 'clocks.workingTime', [{ from: '09:00', to: '12:00' }], [{ from: '12:00', to: '09:00' }], {}],
  ])('%s: %s may be %o and not %o', (_basis, key, atBound, beyond, bounds) => {
    expect(change([key, atBound])).toMatchObject({ ok: true });
    expect(change([key, beyond])).toEqual(refusal('policyOutOfBounds', key, bounds));
  });

  test.each([
    ['clocks.statutory.days', 30],
    ['mailServices.ems.statutory.days', 7],
    ['mailServices.remittance.statutory.days', 20],
    ['categories.P01-03.statutory.days', 7],
    ['categories.P11-02.statutory.days', 60],
  ])('Postal Law 49, 50 and express regulations 29: %s may be tightened and never be more than %i', (key, most) => {
    const to = (value: number) => changePolicy(post, [{ key, value }], 'post-2026.2');
    expect(to(most - 1)).toMatchObject({ ok: true });
    expect(to(most + 1)).toEqual(refusal('policyOutOfBounds', key, { least: 1, most }));
    const tightened = to(most - 1);
    if (!tightened.ok) throw new Error('it was refused');
    expect(changePolicy(tightened.pack, [{ key, value: most }], 'post-2026.3')).toMatchObject({ ok: true });
  });

  test('where law or a safeguard sets a bound, its basis is told with it', () => {
    const told = policyFields(telecom).filter(({ basis }) => basis !== null);
    expect(told.map(({ key }) => key)).toEqual([
      'clocks.statutory.days',
      'duties.lineRepair.urbanHours',
      'duties.lineRepair.ruralHours',
      'duties.restoration.hours',
      'duties.abnormalBill.factor',
      'refunds.reauthenticateAboveFen',
      'refunds.payWithin.days',
      'refunds.fraud.factor',
      'refunds.fraud.leastFen',
    ]);
  });
});

describe('figures that do not go together', () => {
  test.each<[what: string, key: string, value: PolicyChange['value'], at?: string]>([
    ['SLA-6: a second step before the first', 'escalation.reply.2.fraction', 0.75],
    ['SLA-6: a later step that tells somebody lower', 'escalation.reply.3.post', 'handler'],
    ['SLA-6: a warning after the one that should follow it', 'escalation.statutory.2.daysBefore', 3],
    ['SLA-6: a warning before there is a complaint', 'escalation.statutory.1.daysBefore', 15],
    ['SLA-2: urgent after normal', 'urgencies.urgent.replyHours', 49, 'urgencies.normal.replyHours'],
    ['SLA-8: a promise that outlasts the law', 'tiers.ordinary.replyHours', 361],
    ['SLA-4: quiet hours around the clock', 'clocks.quietHours.to', '22:00'],
    ['SLA-4: quiet for more than half of the day', 'clocks.quietHours.to', '10:01'],
    ['SLA-1: VIP customers slower than the others', 'tiers.vip.replyHours', 25, 'tiers.goTone.replyHours'],
    [
      'intervals that overlap',
      'clocks.workingTime',
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ],
    ],
    ['REF-2: a manager’s limit below the clerk’s', 'refunds.ladders.outlet.2.limitFen', 10_000],
    ['REF-6: the next superior before the reminder', 'refunds.moveUpAfterHours', 4],
    ['several at once where one needs a fresh sign-in', 'refunds.batchUpToFen', 50_001],
  ])('%s: %s', (_what, key, value, at = key) => {
    expect(change([key, value])).toEqual(refusal('policyInconsistent', at));
  });

  test('SLA-4: from midnight to a minute before it nobody could be reached', () => {
    expect(change(['clocks.quietHours.from', '00:00'], ['clocks.quietHours.to', '23:59'])).toEqual(refusal('policyInconsistent', 'clocks.quietHours.to'));
    expect(change(['clocks.quietHours.to', '10:00'])).toMatchObject({ ok: true });
  });

  test('what goes together only together may be changed together', () => {
    expect(change(['refunds.ladders.outlet.2.limitFen', 120_000])).toEqual(refusal('policyInconsistent', 'refunds.ladders.outlet.3.limitFen'));
    expect(change(['refunds.ladders.outlet.2.limitFen', 120_000], ['refunds.ladders.outlet.3.limitFen', 200_000])).toMatchObject({ ok: true });
  });

  test.each([telecom, post])('the packs as they are shipped go together: $version', (pack) => {
    expect(inconsistencyIn(pack)).toBeNull();
    for (const field of policyFields(pack)) expect([field.key, valueAt(pack, field)]).not.toContain(undefined);
    const keys = policyFields(pack).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
