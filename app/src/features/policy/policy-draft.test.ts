import { expect, test } from 'vitest';
import { isDraftOutdated, noDraft, withFigure } from './policy-draft.ts';

test('changes rest upon the version that was in force when the first was made, and one that is taken back is gone', () => {
  const first = withFigure(noDraft, 'telecom-2026.1', 'tiers.vip.replyHours', 6);
  const both = withFigure(first, 'telecom-2026.2', 'limits.photos', 4);
  expect(both).toMatchObject({
    basedOn: 'telecom-2026.1',
    changes: [
      { key: 'tiers.vip.replyHours', value: 6 },
      { key: 'limits.photos', value: 4 },
    ],
  });
  expect([isDraftOutdated(both, 'telecom-2026.1'), isDraftOutdated(both, 'telecom-2026.2')]).toEqual([false, true]);
  expect(withFigure(both, 'telecom-2026.2', 'tiers.vip.replyHours', 7).changes).toHaveLength(2);
  const none = withFigure(withFigure(both, '', 'limits.photos', null), '', 'tiers.vip.replyHours', null);
  expect(none.changes).toEqual([]);
  expect(isDraftOutdated(none, 'telecom-2026.2')).toBe(false);
  expect(withFigure(none, 'telecom-2026.2', 'limits.photos', 5)).toMatchObject({ basedOn: 'telecom-2026.2' });
});
