import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Fields } from '../support/rules-values.ts';
import { colleague, complaintIdOf, organisation, otherHandler, recorder, storedComplaints } from './city.ts';
import { newAttachment } from './documents.ts';
import { belowParent, equals, type Listing } from './listings.ts';

const complaint = `complaints/${complaintIdOf('own')}`;
const me = { uid: recorder.uid };
const checks = ['pending', 'refused', 'passed'] as const;
const pathOf = (uid: string, check: string): string => `${complaint}/attachments/${check}-${uid}`;
const photos = [recorder.uid, colleague.uid].flatMap((uid) => checks.map((check) => ({ path: pathOf(uid, check), fields: { ...newAttachment(uid), check } })));

/** One's own and a colleague's, before and after they were looked at. */
export const storedPhotos: Record<string, Fields> = Object.fromEntries(photos.map(({ path, fields }) => [path, fields]));

/** What can be asked about photos: by what they were found to be, by whose they are, and all of them. */
export const photoListings: readonly Listing[] = [
  ...checks.map((check) => equals('attachments', 'check', check, 30)),
  ...[recorder.uid, colleague.uid].map((uid) => equals('attachments', 'byUid', uid, 30)),
  equals('attachments', 'check', 'passed', 31),
  belowParent('', 'attachments', 30),
].map((listing) => ({ ...listing, parent: complaint }));

/** Nobody is shown a photo before it has been looked at, nor one that was refused, but whoever took it. */
export function describeAttachments(rules: () => RulesClient): void {
  describe('a photo', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedPhotos }));

    test.each(checks)('that is %s, one’s own and a colleague’s', async (check) => {
      expect(await rules().get(me, pathOf(me.uid, check))).toBe('allowed');
      expect(await rules().get(me, pathOf(colleague.uid, check))).toBe(check === 'passed' ? 'allowed' : 'refused');
      expect(await rules().get({ uid: otherHandler.uid }, pathOf(colleague.uid, check)), 'of another branch').toBe('refused');
    });

    test('that has not arrived may be asked for: that is how a phone learns of a cut-off send', async () => {
      expect(await rules().get(me, `${complaint}/attachments/00000000-0000-4000-8000-000000000000`)).toBe('allowed');
    });

    test('is listed once it has passed, or to whoever took it', async () => {
      const ask = (asker: { uid: string }) => Promise.all(photoListings.map(({ structuredQuery, parent }) => rules().query(asker, structuredQuery, parent)));
      const [pending, refused, passed, mine, colleagues, unbounded, all] = await ask(me);
      expect({ passed, mine }).toEqual({ passed: 'allowed', mine: 'allowed' });
      expect({ pending, refused, colleagues, unbounded, all }).toEqual({
        pending: 'refused',
        refused: 'refused',
        colleagues: 'refused',
        unbounded: 'refused',
        all: 'refused',
      });
      expect(await ask({ uid: otherHandler.uid })).toEqual(photoListings.map(() => 'refused'));
    });
  });
}
