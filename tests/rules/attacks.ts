import { recordingSchema } from '@shouwen/domain/complaint/intake/recording';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { asRead, type Fields } from '../support/rules-values.ts';
import { colleague, complaintIdOf, organisation, otherHandler, recorder, staffOf, storedComplaints } from './city.ts';
import { contactViewId, newAttachment, newComplaint, newContactView, newEntry, newId, recordingOf, sha256, storedStatus } from './documents.ts';
import { samples, type ValueType } from './field-policy.ts';

const own = `complaints/${complaintIdOf('own')}`;
const missing = 'complaints/that-does-not-exist-at-all';
const me = { uid: recorder.uid };

/** What somebody would try who wants more than is theirs. */
export function describeAttacks(rules: () => RulesClient): void {
  describe('somebody who wants more than is theirs', () => {
    beforeEach(() => rules().seed({ ...organisation, ...storedComplaints, [`${own}/private/contact`]: { name: '王小明' } }));

    test('loses everything with the suspension, whatever their token says', async () => {
      expect(await rules().get(me, own)).toBe('allowed');
      await rules().seed({ ...organisation, ...storedComplaints, [`staff/${me.uid}`]: { ...staffOf(me.uid), active: false } });
      expect(await rules().get(me, own)).toBe('refused');
      expect(await rules().create(me, [{ path: `${own}/journal/${newId()}`, fields: newEntry(me.uid) }])).toBe('refused');
    });

    test('loses the old branch with a move, and is let into the new one', async () => {
      const other = `complaints/${complaintIdOf('otherRegion')}`;
      expect([await rules().get(me, own), await rules().get(me, other)]).toEqual(['allowed', 'refused']);
      await rules().seed({ ...organisation, ...storedComplaints, [`staff/${me.uid}`]: { ...staffOf(me.uid), unitId: 't-other' } });
      expect([await rules().get(me, own), await rules().get(me, other)]).toEqual(['refused', 'allowed']);
    });

    test('makes nobody staff, not even with a staff document in the same batch', async () => {
      const stranger = { uid: 'stranger' };
      const id = newId();
      const staffDocument = { path: 'staff/stranger', fields: { ...staffOf(me.uid), uid: 'stranger' } };
      expect(await rules().create(stranger, [staffDocument])).toBe('refused');
      expect(
        await rules().create(stranger, [staffDocument, ...recordingOf(id, { ...newComplaint(id, me.uid), ownerUid: 'stranger', people: ['stranger'] })]),
      ).toBe('refused');
    });

    test('learns of a missing document only that it is missing, and writes nothing below it', async () => {
      expect(await rules().get(me, missing)).toBe('allowed');
      expect(await rules().get('anonymous', missing)).toBe('refused');
      expect(await rules().get({ uid: 'suspended' }, missing)).toBe('refused');
      expect(await rules().get(me, `${missing}/journal/${newId()}`)).toBe('refused');
      expect(await rules().create(me, [{ path: `${missing}/journal/${newId()}`, fields: newEntry(me.uid) }])).toBe('refused');
      expect(await rules().create(me, [{ path: `${missing}/attachments/${newId()}`, fields: newAttachment(me.uid) }])).toBe('refused');
      expect(await rules().create(me, [{ path: `${missing}/contactViews/${contactViewId(me.uid)}`, fields: newContactView(me.uid) }])).toBe('refused');
      expect(await rules().get(me, `${missing}/private/contact`)).toBe('refused');
    });

    test('may ask for a colleague, unit or directory that is not there', async () => {
      const paths = ['staff/nobody', 'units/none', 'directories/none'];
      expect(await Promise.all(paths.map((path) => rules().get(me, path)))).toEqual(paths.map(() => 'allowed'));
      expect(await Promise.all(paths.map((path) => rules().get('anonymous', path)))).toEqual(paths.map(() => 'refused'));
    });

    test('reads the policy of the own operator alone, and which ones are in force', async () => {
      const policies = {
        'policies/current': { telecom: 'telecom-2026.1' },
        'policies/telecom-2026.1': { id: 'telecom' },
        'policies/post-2026.1': { id: 'post' },
      };
      await rules().seed({ ...organisation, ...policies });
      const paths = [...Object.keys(policies), 'policies/telecom-1999.1'];
      expect(await Promise.all(paths.map((path) => rules().get(me, path)))).toEqual(['allowed', 'allowed', 'refused', 'allowed']);
      expect(await Promise.all(paths.map((path) => rules().get({ uid: 'otherOperator' }, path)))).toEqual(['allowed', 'refused', 'allowed', 'allowed']);
    });

    test('may ask for a change or a board that is not there, if they may read any, and takes no step in the schedule’s name', async () => {
      const paths = ['policyChanges/telecom-1999.1', 'changes/none', 'boards/none'];
      expect(await Promise.all(paths.map((path) => rules().get({ uid: 'auditor' }, path)))).toEqual(paths.map(() => 'allowed'));
      expect(await Promise.all(paths.map((path) => rules().get(me, path)))).toEqual(paths.map(() => 'refused'));
      const entry = (id: string, type: string) => [{ path: `${own}/journal/${id}`, fields: { ...newEntry(me.uid), type } }];
      expect(await rules().create(me, entry('sla-reply-2', 'note'))).toBe('refused');
      expect(await rules().create(me, entry('policy-telecom-2026-2-0000', 'note'))).toBe('refused');
      expect(await rules().create(me, entry(newId(), 'takeSteps'))).toBe('refused');
      expect(await rules().create(me, entry(newId(), 'note'))).toBe('allowed');
    });

    test('finds nothing where the rules name nothing', async () => {
      const paths = [
        'anything/at-all',
        `${own}/private/other`,
        `${own}/secrets/one`,
        `${own}/journal/entry/below/it`,
        'staff/recorder/private/salary',
        'inbox/recorder',
        'rechargeCards/one',
        'ledger/one/legs/one',
      ];
      const verdicts = await Promise.all(paths.flatMap((path) => [rules().get(me, path), rules().create(me, [{ path, fields: { any: 'thing' } }])]));
      expect(verdicts.filter((verdict) => verdict !== 'refused')).toEqual([]);
    });

    test('gets no journal, photo or contact view of another branch by its path', async () => {
      const other = `complaints/${complaintIdOf('otherRegion')}`;
      const paths = ['journal/one', 'attachments/one', 'contactViews/one'].map((path) => `${other}/${path}`);
      const seeded = Object.fromEntries(paths.map((path): [string, Fields] => [path, { any: 'thing', check: 'passed' }]));
      await rules().seed({
        ...organisation,
        ...storedComplaints,
        ...seeded,
      });
      expect(await Promise.all(paths.map((path) => rules().get(me, path)))).toEqual(paths.map(() => 'refused'));
      expect(await Promise.all(paths.map((path) => rules().get({ uid: otherHandler.uid }, path)))).toEqual(paths.map(() => 'allowed'));
    });

    test('slips nothing past in a batch with something allowed', async () => {
      const entry = { path: `${own}/journal/${newId()}`, fields: newEntry(me.uid) };
      expect(await rules().create(me, [entry, { path: `status/${sha256('made up')}`, fields: storedStatus() }])).toBe('refused');
      expect(await rules().create(me, [entry, { path: `inbox/${colleague.uid}/items/${newId()}`, fields: { read: false } }])).toBe('refused');
      expect(await rules().create(me, [entry])).toBe('allowed');
    });

    test('writes no complaint that the functions could not read, however it is put together', async () => {
      const valid = newComplaint(newId(), me.uid);
      const value = fc.oneof(
        ...(Object.keys(samples) as ValueType[]).map((type) => fc.constant<unknown>(samples[type])),
        fc.string({ maxLength: 40 }),
        fc.string({ minLength: 1990, maxLength: 2010, unit: 'grapheme' }),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.array(fc.constantFrom<unknown>('fix', 'refund', me.uid, 't-branch', 7, null), { maxLength: 12 }),
        fc.record({ name: fc.string({ maxLength: 25 }), phone: fc.string({ maxLength: 25 }) }),
      );
      const changes = fc.dictionary(fc.constantFrom(...Object.keys(valid), 'seq'), value, { minKeys: 1, maxKeys: 2 });
      const seed = Date.now() % 1_000_000;
      console.log(`  recordings put together at random: seed ${seed}`);
      const attempts = fc.sample(changes, { seed, numRuns: 120 }).map((change) => ({ ...valid, ...change }));
      const verdicts = await rules().each(attempts, (fields) => rules().unmeasured.create(me, recordingOf(newId(), fields)));
      const wrong = attempts.filter((fields, index) => (verdicts[index] === 'allowed' ? !isReadable(fields) : verdicts[index] !== 'refused'));
      expect(wrong.map((fields) => ({ seed, verdict: verdicts[attempts.indexOf(fields)], differs: difference(valid, fields) }))).toEqual([]);
    }, 60_000);
  });
}

function isReadable(fields: Fields): boolean {
  return (
    recordingSchema.safeParse(complaintFromStored(newId(), asRead(fields, Date.now()))).success &&
    fields['ownerUid'] === me.uid &&
    fields['state'] === 'recorded' &&
    !('seq' in fields)
  );
}

function difference(valid: Fields, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => valid[name] !== value));
}
