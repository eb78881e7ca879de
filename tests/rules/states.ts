import { roles } from '@shouwen/domain/organisation/staff';
import { complaintFromRecording, type Recording } from '@shouwen/domain/complaint/complaint';
import { complaintStates } from '@shouwen/domain/complaint/complaint-values';
import { toStored } from '@shouwen/domain/kernel/stored';
import { refundStates } from '@shouwen/domain/refund/refund';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { type Fields, Moment } from '../support/rules-values.ts';
import { askerOf, complaintIdOf, everybody, organisation, outsiders, type Who } from './city.ts';
import {
  accountNo,
  closurePathOf,
  newClosureEntry,
  newRefundEntry,
  refundPathOf,
  storedAccount,
  storedClosure,
  storedExport,
  storedPosting,
  storedReconciliation,
  storedRefund,
} from './money-documents.ts';
import { storedBoard, storedChange, storedDevice, storedPolicyChange, storedPreferences } from './policy-documents.ts';
import { withPartOfLike } from './like-cases.ts';
import { newAttachment, newComplaint, newEntry, newId, newRating, sha256, storedStatus } from './documents.ts';

const complaintId = complaintIdOf('own');
const complaint = `complaints/${complaintId}`;
const refund = refundPathOf('own');
const closure = closurePathOf('own');
const status = `status/${sha256('page')}`;

/** A complaint with every field that a function ever gives it; every role owns, holds and oversees it. */
function storedComplaint(): Fields {
  const recording = { ...newComplaint(complaintId, 'recorder'), receivedAt: new Moment(0) } as unknown as Recording;
  const complete = toStored(complaintFromRecording(recording, ['t-branch']), (atMs) => new Moment(atMs));
  return { ...complete, people: [...roles], audience: ['t-branch', 't-city', 't-service'] };
}

const stored: Record<string, Fields> = {
  [complaint]: storedComplaint(),
  [`${complaint}/journal/entry`]: { ...newEntry('recorder'), receivedAt: new Moment(0), seq: 4, reason: null },
  [`${complaint}/attachments/photo`]: { ...newAttachment('recorder'), receivedAt: new Moment(0) },
  [`${complaint}/messages/answered_one_0`]: { pack: 'telecom', kind: 'answered', state: 'accepted' },
  'outreachLetters/one': { pack: 'telecom', meaning: 'unclear' },
  'outreachPauses/telecom': { pack: 'telecom', isPaused: false },
  'optOuts/one': { pack: 'telecom', optOut: null },
  [`${complaint}/private/contact`]: { name: '王小明', phone: '13800000001', address: '', token: 'abcdefghijklmnopqrstu_' },
  [status]: { ...storedStatus(), answer: null, rating: null, reopenUntilMs: 0 },
  [`${status}/replies/rate-1`]: { ...newRating(), createdAt: new Moment(0) },
  [refund]: { ...storedRefund('own'), people: [...roles], approverUids: [...roles] },
  [`${refund}/journal/entry`]: { ...newRefundEntry('recorder'), receivedAt: new Moment(0), seq: 4, reason: null },
  [closure]: { ...storedClosure('own'), people: [...roles] },
  [`${closure}/journal/entry`]: { ...newClosureEntry('recorder'), receivedAt: new Moment(0), seq: 4, reason: null },
  [`accounts/${accountNo}`]: storedAccount('telecom'),
  'ledger/refund-one': storedPosting('telecom'),
  'reconciliations/telecom-2026-09-21': storedReconciliation('telecom'),
  'exports/one': storedExport('telecom'),
  'lookups/one': { pack: 'telecom', uid: 'recorder', by: 'phone' },
  'lookupCounts/one': { pack: 'telecom', uid: 'recorder', count: 1 },
  'contactCounts/one': { pack: 'telecom', uid: 'recorder', count: 1 },
  'doubtfulReplies/one': { pack: 'telecom', type: 'rate' },
  'complaintKeys/one': { pack: 'telecom', contactKey: 'key' },
  'policyChanges/telecom-2026.2': storedPolicyChange('telecom'),
  'changes/one': storedChange('telecom'),
  'boards/t-branch': storedBoard('t-branch'),
  'preferences/outletClerk': storedPreferences,
  [`devices/${sha256('device')}`]: storedDevice,
  [`${complaint}/journal/sla-reply-2`]: { ...newEntry('recorder'), type: 'takeStep', receivedAt: new Moment(0), seq: 5 },
  'rechargeCards/CARD-0001': { refundId: 'one' },
  'billingOrders/refund-one-1': { kind: 'refund', subjectId: 'one', state: 'waiting' },
  'staff/outletClerk': organisation['staff/outletClerk'] ?? {},
  'units/t-branch': organisation['units/t-branch'] ?? {},
  'inbox/outletClerk/items/notice': { kind: 'assigned', complaintId, number: '7K3M9-QXW2C-4', category: 'T04-02', at: new Moment(0), read: false },
};

/** Those who come nearest to being allowed: the recorder and handler, their head, those above, and those who are let in nowhere. */
const mightiest: readonly Who[] = ['outletClerk', 'unitHead', 'companyLeader', 'refundClerk', 'auditor', 'administrator', ...outsiders];

/** Fields of what is decided about and of what holds money are tried by every role, all else by the mightiest. */
const triedBy = (path: string): readonly Who[] =>
  [complaint, refund, closure, `accounts/${accountNo}`, 'ledger/refund-one'].includes(path) ? everybody : mightiest;

interface Attempt {
  who: Who;
  field: string;
}

/** Clients create and never change what is there: each field in turn. The one exception is that a notice has been read. */
export function describeStates(rules: () => RulesClient): void {
  describe('no client changes', () => {
    beforeAll(() => rules().seed({ ...organisation, ...stored }));

    test.each(Object.keys(stored))(
      'a single field of %s',
      async (path) => {
        const attempts = Object.keys(stored[path] ?? {}).flatMap((field) => triedBy(path).map((who): Attempt => ({ who, field })));
        const changed = withPartOfLike(attempts, ({ who }) => !['outletClerk', 'administrator', ...outsiders].includes(who)).filter(
          (attempt) => !isOwnReadFlag(path, attempt),
        );
        const verdicts = await rules().each(changed, ({ who, field }) => rules().unmeasured.update(askerOf(who), path, { [field]: 'changed' }));
        expect(
          changed.flatMap(({ who, field }, index) => (verdicts[index] === 'refused' ? [] : [`${who} changes ${field}: ${String(verdicts[index])}`])),
        ).toEqual([]);
        expect(attempts.length).toBeGreaterThan(0);
      },
      120_000,
    );

    test.each(complaintStates)('a complaint’s state to %s, whatever their role', async (state) => {
      const verdicts = await rules().each(mightiest, (who) => rules().unmeasured.update(askerOf(who), complaint, { state }));
      expect(mightiest.filter((_who, index) => verdicts[index] !== 'refused')).toEqual([]);
    });

    test.each(Object.keys(stored))(
      '%s by writing over it, counting up, removing a field or deleting it',
      async (path) => {
        const fields = stored[path] ?? {};
        const [field = ''] = Object.keys(fields);
        const verdicts = await rules().each(mightiest, async (who) => [
          await rules().unmeasured.overwrite(askerOf(who), [{ path, fields: { ...fields, changed: true } }]),
          await rules().unmeasured.increment(askerOf(who), path, field),
          await rules().unmeasured.update(askerOf(who), path, {}, [field]),
          await rules().unmeasured.delete(askerOf(who), path),
        ]);
        expect(
          mightiest.flatMap((who, index) => (verdicts[index] ?? []).map((verdict) => `${who}: ${verdict}`).filter((line) => !line.endsWith(': refused'))),
        ).toEqual([]);
      },
      60_000,
    );

    test.each(refundStates)('a refund’s state to %s, whatever their role, and whoever may decide it', async (state) => {
      const verdicts = await rules().each(everybody, (who) => rules().unmeasured.update(askerOf(who), refund, { state }));
      expect(everybody.filter((_who, index) => verdicts[index] !== 'refused')).toEqual([]);
    });

    test('anything that exists by creating it again, with the recorder’s own words', async () => {
      const me = { uid: 'recorder' };
      const id = newId();
      const entry = { path: `${complaint}/journal/${id}`, fields: newEntry(me.uid) };
      const photo = { path: `${complaint}/attachments/${id}`, fields: newAttachment(me.uid) };
      expect(await rules().create(me, [entry])).toBe('allowed');
      expect(await rules().create(me, [photo])).toBe('allowed');
      expect(await rules().overwrite(me, [entry])).toBe('refused');
      expect(await rules().overwrite(me, [photo])).toBe('refused');
    });
  });

  describe('a notice', () => {
    const mine = 'inbox/outletClerk/items/notice';
    const me = { uid: 'outletClerk' };
    beforeAll(() => rules().seed({ ...organisation, ...stored }));

    test('is marked as read by its owner, as often as they like', async () => {
      expect(await rules().update(me, mine, { read: true })).toBe('allowed');
      expect(await rules().update(me, mine, { read: true })).toBe('allowed');
    });

    test('gets nothing else with it, and its mark is neither taken back nor replaced', async () => {
      expect(await rules().update(me, mine, { read: true, kind: 'closed' })).toBe('refused');
      expect(await rules().update(me, mine, { read: true, more: true })).toBe('refused');
      expect(await rules().update(me, mine, { read: true }, ['kind'])).toBe('refused');
      expect(await rules().update(me, mine, { read: false })).toBe('refused');
      expect(await rules().update(me, mine, { read: 'yes' })).toBe('refused');
      expect(await rules().update(me, mine, { read: 1 })).toBe('refused');
      expect(await rules().update(me, mine, {}, ['read'])).toBe('refused');
    });

    test('is not brought into being by marking it', async () => {
      expect(await rules().overwrite(me, [{ path: 'inbox/outletClerk/items/none', fields: { read: true } }])).toBe('refused');
    });
  });
}

/** Their own business, tried apart. */
function isOwnReadFlag(path: string, { who, field }: Attempt): boolean {
  return path.startsWith(`inbox/${who}/`) && field === 'read';
}
