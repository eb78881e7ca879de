import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { Moment } from '../support/rules-values.ts';
import { colleague, complaintIdOf, leader, organisation, otherHandler, outletClerk, overseer, recorder, storedComplaints } from './city.ts';
import { contactViewId, newComplaint, newComplaintFor, newContact, newContactView, newId, recordingOf } from './documents.ts';

const own = `complaints/${complaintIdOf('own')}`;
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
        ...(views as Record<string, Record<string, unknown>>),
      });
    test('is the business of a function that records and counts: nobody reads one here, with or without a view, and nobody writes a view', async () => {
      const days = [-1, 0, 1].map((days) => contactViewId(clerk.uid, days));
      await seedWith(Object.fromEntries(days.map((id) => [`${own}/contactViews/${id}`, { uid: clerk.uid, at: new Moment(Date.now()) }])));
      for (const who of [clerk, me, { uid: 'unitHead' }, { uid: 'companyLeader' }]) {
        expect(await rules().get(who, `${own}/private/contact`)).toBe('refused');
        expect(await rules().create(who, [{ path: `${own}/contactViews/${contactViewId(who.uid, 2)}`, fields: newContactView(who.uid) }])).toBe('refused');
      }
      expect(await rules().get(clerk, `${own}/contactViews/${contactViewId(clerk.uid)}`)).toBe('allowed');
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
