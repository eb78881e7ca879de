import { beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { assistPathOf, newAssist, newAssistEntry, storedAssist } from './assist-documents.ts';
import { complaintIdOf, organisation, recorder, storedComplaints } from './city.ts';
import { newContact, newEntry, newId } from './documents.ts';
import { storedMoney } from './money-subjects.ts';

const me = { uid: recorder.uid };
const theirs = `complaints/${complaintIdOf('otherRegion')}`;
const assisted = `assists/${'a'.repeat(20)}`;
const movedOn = `assists/${'b'.repeat(20)}`;

/** What somebody would try who is asked to assist and wants the complaint as well. */
export function describeAssistAttacks(rules: () => RulesClient): void {
  describe('somebody who is asked to assist', () => {
    beforeEach(() =>
      rules().seed({
        ...organisation,
        ...storedComplaints,
        ...storedMoney,
        [`${theirs}/private/contact`]: newContact(),
        // Another branch's complaint with which the own unit is asked to assist, and the own unit's, which was asked about before it came here.
        [assisted]: { ...storedAssist('own'), complaintId: complaintIdOf('otherRegion'), toUnitId: 't-branch' },
        [movedOn]: { ...storedAssist('otherRegion'), complaintId: complaintIdOf('own') },
      }),
    );

    test('sees the assist, and neither the complaint nor its contact nor its journal (AST-3, RET-2)', async () => {
      expect(await rules().get(me, assisted)).toBe('allowed');
      expect(await rules().create(me, [{ path: `${assisted}/journal/${newId()}`, fields: newAssistEntry(me.uid) }])).toBe('allowed');
      const paths = [theirs, `${theirs}/private/contact`, `${theirs}/journal/one`, `${theirs}/attachments/one`];
      expect(await Promise.all(paths.map((path) => rules().get(me, path)))).toEqual(paths.map(() => 'refused'));
      expect(await rules().create(me, [{ path: `${theirs}/journal/${newId()}`, fields: newEntry(me.uid) }])).toBe('refused');
      const onIt = { ...newAssist(me.uid), complaintId: complaintIdOf('otherRegion') };
      expect(await rules().create(me, [{ path: `assists/${newId()}`, fields: onIt }])).toBe('refused');
    });

    test('whoever has the complaint now sees what was asked about it before (AST-1)', async () => {
      expect(await rules().get(me, movedOn)).toBe('allowed');
      expect(await rules().create(me, [{ path: `${movedOn}/journal/${newId()}`, fields: newAssistEntry(me.uid) }])).toBe('allowed');
      expect(await rules().get(me, assistPathOf('otherRegion'))).toBe('refused');
    });

    test('writes nothing of what only functions say: no facts, no answer, no standing', async () => {
      const spoilt = [{ facts: { what: '…' } }, { answer: null }, { seq: 1 }, { toUid: me.uid }].map((more) => ({ ...newAssist(me.uid), ...more }));
      const verdicts = await Promise.all(spoilt.map((fields) => rules().create(me, [{ path: `assists/${newId()}`, fields }])));
      expect(verdicts).toEqual(spoilt.map(() => 'refused'));
      expect(await rules().create(me, [{ path: `assists/${newId()}`, fields: newAssist(me.uid) }])).toBe('allowed');
    });
  });
}
