import { photoBytesMost } from '@shouwen/domain/attachment/photo-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Creation, Questions } from '../support/rules-questions.ts';
import type { Fields } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { complaintIdOf, organisation, recorder, storedComplaints } from './city.ts';
import { newDocuments } from './created-documents.ts';
import { newAttachment, newComplaint, newEntry, newId, recordingOf } from './documents.ts';
import { serverFields } from './field-expectations.ts';
import { badIds } from './field-policy.ts';
import { assistPathOf, newAssist, newAssistEntry } from './assist-documents.ts';
import { closurePathOf, newClosure, newClosureEntry, newRefund, newRefundEntry, refundPathOf } from './money-documents.ts';
import { storedMoney } from './money-subjects.ts';
import { withPartOfLike } from './like-cases.ts';
import { longestOf, type NewDocument, type Variant, variantsOf, withInstead } from './new-documents.ts';

const uid = recorder.uid;
const ownComplaint = `complaints/${complaintIdOf('own')}`;

export function describeFields(rules: () => RulesClient): void {
  describe.each(newDocuments)('$name', (document) => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney }));

    const verdictOn = (fields: Fields, database: Questions = rules()): Promise<Verdict> =>
      database.create(document.isPublic === true ? 'anonymous' : { uid }, document.creation(fields));

    test('is taken as phones write it', async () => {
      expect(await verdictOn(document.valid())).toBe('allowed');
    });

    test.each(fieldsToTry(document))('the field %s', async (field) => {
      const variants = withPartOfLike(variantsOf(document, field), ({ isUsual }) => isUsual);
      const verdicts = await rules().each(variants, ({ fields, isUsual }) => verdictOn(fields, isUsual ? rules().unmeasured : rules()));
      expect(variants.flatMap((variant, index) => deviation(document, variant, verdicts[index]))).toEqual([]);
    });

    test('is taken when every field is as long as it may be', async () => {
      expect(await verdictOn(longestOf(document), rules().unmeasured)).toBe('allowed');
    });

    test('has all its fields in the table of expectations', () => {
      expect(Object.keys(document.valid()).sort()).toEqual(Object.keys(document.policy).sort());
    });

    test('has no unknown field in the place of one of its own', async () => {
      const fields = Object.keys(document.policy);
      const verdicts = await rules().each(fields, (field) => verdictOn(withInstead(document.valid(), field), rules().unmeasured));
      expect(fields.filter((_field, index) => verdicts[index] !== 'refused')).toEqual([]);
    });

    test('brings no field with it that only the server writes, nor an unknown one', async () => {
      const names = Object.keys(serverFields).filter((name) => !(name in document.policy));
      const verdicts = await rules().each(names, (name) =>
        verdictOn({ ...document.valid(), [name]: serverFields[name] }, name === 'anything' ? rules() : rules().unmeasured),
      );
      expect(names.filter((_name, index) => verdicts[index] !== 'refused')).toEqual([]);
    });
  });

  describeIds(rules);
  describePhotoSize(rules);
}

function describePhotoSize(rules: () => RulesClient): void {
  test('a photo may have as many bytes as the functions look at, and not one more', async () => {
    await rules().seed({ ...organisation, ...storedComplaints });
    const sendPhoto = (length: number): Promise<Verdict> =>
      rules().unmeasured.create({ uid }, [
        { path: `${ownComplaint}/attachments/${newId()}`, fields: { ...newAttachment(uid), bytes: new Uint8Array(length) } },
      ]);
    expect(await sendPhoto(photoBytesMost)).toBe('allowed');
    expect(await sendPhoto(photoBytesMost + 1)).toBe('refused');
  });
}

/** What one document shows of a function of the rules need not be shown of every other that goes through it. */
function fieldsToTry({ policy, shownElsewhere = [] }: NewDocument): string[] {
  return Object.keys(policy).filter((field) => !shownElsewhere.includes(field));
}

function deviation(document: NewDocument, { says, fields, expected }: Variant, verdict: Verdict | undefined): string[] {
  if (verdict !== expected) return [`${says}: ${expected} by the policy, ${String(verdict)} by the rules`];
  const isUseless = verdict === 'allowed' && document.isReadable?.(fields) === false;
  return isUseless ? [`${says}: let in by the rules, but no function can read it`] : [];
}

function describeIds(rules: () => RulesClient): void {
  describe('ids', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney }));

    const creations: Record<string, (id: string) => Creation[]> = {
      'a complaint': (id) => recordingOf(id, newComplaint(id, uid)),
      'a journal entry': (id) => [{ path: `${ownComplaint}/journal/${id}`, fields: newEntry(uid) }],
      'an attachment': (id) => [{ path: `${ownComplaint}/attachments/${id}`, fields: newAttachment(uid) }],
      'a refund': (id) => [{ path: `refunds/${id}`, fields: newRefund(uid) }],
      'a refund’s entry': (id) => [{ path: `${refundPathOf('own')}/journal/${id}`, fields: newRefundEntry(uid) }],
      'a closure': (id) => [{ path: `closures/${id}`, fields: newClosure(uid) }],
      'a closure’s entry': (id) => [{ path: `${closurePathOf('own')}/journal/${id}`, fields: newClosureEntry(uid) }],
      'an assist': (id) => [{ path: `assists/${id}`, fields: newAssist(uid) }],
      'an assist’s entry': (id) => [{ path: `${assistPathOf('own')}/journal/${id}`, fields: newAssistEntry(uid) }],
    };

    test.each(Object.keys(creations))('%s has an id that a phone makes, and no other', async (name) => {
      const creationOf = creations[name] ?? (() => []);
      const good = ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'A1b2C3d4E5f6G7h8I9j0', 'a'.repeat(36)];
      expect(await Promise.all(good.map((id) => rules().create({ uid }, creationOf(id))))).toEqual(good.map(() => 'allowed'));
      const verdicts = await Promise.all(Object.entries(badIds).map(async ([says, id]) => [says, await rules().create({ uid }, creationOf(id))]));
      expect(Object.fromEntries(verdicts)).toEqual(Object.fromEntries(Object.keys(badIds).map((says) => [says, 'refused'])));
    });
  });
}
