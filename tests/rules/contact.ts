import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { Moment } from '../support/rules-values.ts';
import { colleague, complaintIdOf, leader, organisation, otherHandler, outletClerk, overseer, recorder, storedComplaints } from './city.ts';
import { contactViewId, newComplaint, newComplaintFor, newContact, newContactView, newId, recordingOf } from './documents.ts';

const own = `complaints/${complaintIdOf('own')}`;
const other = `complaints/${complaintIdOf('otherRegion')}`;
const me = { uid: recorder.uid };

/** A complaint and its contact come into being together, and the contact is opened on record (RET-2). */
export function describeContact(rules: () => RulesClient): void {
  describe('a complaint and its contact', () => {
    beforeEach(() => rules().seed({ ...organisation, ...storedComplaints }));

    test('come in one batch, in either order', async () => {
      const id = newId();
      expect(await rules().create(me, recordingOf(id, newComplaint(id, me.uid)))).toBe('allowed');
      const otherId = newId();
      expect(await rules().create(me, recordingOf(otherId, newComplaint(otherId, me.uid)).toReversed())).toBe('allowed');
    });

    test('no complaint comes without a contact, no contact without a complaint', async () => {
      const id = newId();
      const [complaint, contact] = recordingOf(id, newComplaint(id, me.uid));
      if (!complaint || !contact) throw new Error('A recording is two documents.');
      expect(await rules().create(me, [complaint])).toBe('refused');
      expect(await rules().create(me, [contact])).toBe('refused');
      expect(await rules().create(me, [complaint, contact])).toBe('allowed');
    });

    test('the contact of one complaint does not serve for another', async () => {
      const [id, otherId] = [newId(), newId()];
      const complaint = { path: `complaints/${id}`, fields: newComplaint(id, me.uid) };
      expect(await rules().create(me, [complaint, { path: `complaints/${otherId}/private/contact`, fields: newContact() }])).toBe('refused');
      expect(await rules().create(me, [complaint, { path: `complaints/${id}/private/notContact`, fields: newContact() }])).toBe('refused');
      expect(await rules().create(me, [complaint, { path: `complaints/${id}/private/contact`, fields: newContact() }])).toBe('allowed');
    });

    test('no contact is put onto a complaint that exists, not even by its owner', async () => {
      const id = newId();
      await rules().seed({ ...organisation, [`complaints/${id}`]: newComplaint(id, me.uid) });
      expect(await rules().create(me, [{ path: `complaints/${id}/private/contact`, fields: newContact() }])).toBe('refused');
    });

    test('a recording in somebody else’s name is refused, contact or not', async () => {
      const id = newId();
      expect(await rules().create(me, recordingOf(id, newComplaint(id, colleague.uid)))).toBe('refused');
      expect(await rules().create({ uid: colleague.uid }, recordingOf(id, newComplaint(id, colleague.uid)))).toBe('allowed');
    });

    test('whoever works in a unit below records for that unit, not for the branch above', async () => {
      const clerk = { uid: outletClerk.uid };
      const id = newId();
      expect(await rules().create(clerk, recordingOf(id, newComplaintFor(id, clerk.uid, 't-branch')))).toBe('refused');
      expect(await rules().create(clerk, recordingOf(id, newComplaint(id, clerk.uid)))).toBe('allowed');
    });

    test('the other operator’s staff record for their own operator', async () => {
      const clerk = { uid: 'otherOperator' };
      const id = newId();
      expect(await rules().create(clerk, recordingOf(id, { ...newComplaint(id, clerk.uid), pack: 'telecom' }))).toBe('refused');
      expect(await rules().create(clerk, recordingOf(id, newComplaint(id, clerk.uid)))).toBe('allowed');
    });

    test('two recordings go in one batch, up to what the rules can look up', async () => {
      const recordings = [newId(), newId()].flatMap((id) => recordingOf(id, newComplaint(id, me.uid)));
      expect(await rules().create(me, recordings)).toBe('allowed');
    });
  });

  describe('opening a contact', () => {
    const clerk = { uid: colleague.uid };
    const seedWith = (views: Record<string, object>): Promise<void> =>
      rules().seed({
        ...organisation,
        ...storedComplaints,
        [`${own}/private/contact`]: newContact(),
        [`${other}/private/contact`]: newContact(),
        ...(views as Record<string, Record<string, unknown>>),
      });
    const viewOf = (complaint: string, uid: string, days: number): Record<string, object> => ({
      [`${complaint}/contactViews/${contactViewId(uid, days)}`]: { uid, at: new Moment(Date.now()) },
    });

    test('is refused without today’s contact view and allowed once it is written', async () => {
      await seedWith({});
      expect(await rules().get(clerk, `${own}/private/contact`)).toBe('refused');
      expect(await rules().create(clerk, [{ path: `${own}/contactViews/${contactViewId(clerk.uid)}`, fields: newContactView(clerk.uid) }])).toBe('allowed');
      expect(await rules().get(clerk, `${own}/private/contact`)).toBe('allowed');
    });

    test('yesterday’s view, tomorrow’s, or somebody else’s does not open it', async () => {
      await seedWith({ ...viewOf(own, clerk.uid, -1), ...viewOf(own, clerk.uid, 1), ...viewOf(own, recorder.uid, 0), ...viewOf(other, clerk.uid, 0) });
      expect(await rules().get(clerk, `${own}/private/contact`)).toBe('refused');
      expect(await rules().get(me, `${own}/private/contact`)).toBe('allowed');
    });

    test('today’s view does not open what is none of one’s business', async () => {
      await seedWith({ ...viewOf(other, clerk.uid, 0), ...viewOf(other, otherHandler.uid, 0) });
      expect(await rules().get(clerk, `${other}/private/contact`)).toBe('refused');
      expect(await rules().get({ uid: otherHandler.uid }, `${other}/private/contact`)).toBe('allowed');
    });

    test('a view is written for today and for oneself, and not for what is none of one’s business', async () => {
      await seedWith({});
      const write = (complaint: string, id: string, uid: string) =>
        rules().create(clerk, [{ path: `${complaint}/contactViews/${id}`, fields: newContactView(uid) }]);
      expect(await write(own, contactViewId(clerk.uid, -1), clerk.uid)).toBe('refused');
      expect(await write(own, contactViewId(clerk.uid, 1), clerk.uid)).toBe('refused');
      expect(await write(own, contactViewId(recorder.uid), recorder.uid)).toBe('refused');
      expect(await write(own, contactViewId(recorder.uid), clerk.uid)).toBe('refused');
      expect(await write(own, contactViewId(clerk.uid), recorder.uid)).toBe('refused');
      expect(await write(own, clerk.uid, clerk.uid)).toBe('refused');
      expect(await write(own, `${contactViewId(clerk.uid)} `, clerk.uid)).toBe('refused');
      expect(await write(other, contactViewId(clerk.uid), clerk.uid)).toBe('refused');
      expect(await write('complaints/that-does-not-exist-at-all', contactViewId(clerk.uid), clerk.uid)).toBe('refused');
      expect(await write(own, contactViewId(clerk.uid), clerk.uid)).toBe('allowed');
    });
  });

  describe('who sees a branch’s complaint (OWN-7)', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints }));

    test('the branch, the company above and the oversight do, an outlet below and another branch do not', async () => {
      expect(await rules().get({ uid: colleague.uid }, own)).toBe('allowed');
      expect(await rules().get({ uid: leader.uid }, own)).toBe('allowed');
      expect(await rules().get({ uid: overseer.uid }, own)).toBe('allowed');
      expect(await rules().get({ uid: outletClerk.uid }, own)).toBe('refused');
      expect(await rules().get({ uid: otherHandler.uid }, own)).toBe('refused');
    });
  });
}
