import { describe, expect, test } from 'vitest';
import type { Staff } from '../../organisation/staff.ts';
import { person, telecom, units } from '../../testing/organisation.ts';
import { approvedBy, decidedAtMs, people, received, staffWith, staffWithout, withDeputy } from '../../testing/refunds.ts';
import { askedAbout } from './ask-approvers.ts';

const asked = (staff: readonly Staff[], index = 0, refund = received()) =>
  askedAbout(refund, index, decidedAtMs, { staff, pack: telecom, units, earlierFen: 0 });

describe('who is asked about a step (REF-6)', () => {
  test('its holders, in the order of their ids, then the deputies whom they have in these days', () => {
    expect(asked(staffWith())).toEqual(['manager', 'other-manager']);
    expect(asked(staffWith(withDeputy(people.otherManager, 'late-stand-in')))).toEqual(['manager', 'other-manager', 'late-stand-in']);
    expect(asked(staffWith(), 1)).toEqual(['head']);
    expect(asked(staffWith(), 2)).toEqual([]);
  });

  test('ORG-4: not a holder who has left the post, was suspended or is on file no more, and not one who came since', () => {
    expect(asked(staffWith({ ...people.manager, active: false }))).toEqual(['other-manager']);
    expect(asked(staffWith({ ...people.manager, unitId: 'elsewhere' }))).toEqual(['other-manager']);
    expect(asked(staffWithout('manager'))).toEqual(['other-manager']);
    expect(asked(staffWith(person('newcomer', 'outletManager', 'outlet')))).toEqual(['manager', 'other-manager']);
  });

  test('a deputy once, and never one who is suspended, on no file, away themselves or not up to it (ADM-5)', () => {
    const both = [withDeputy(people.manager, 'stand-in'), withDeputy(people.otherManager, 'stand-in')];
    expect(asked(staffWith(...both))).toEqual(['manager', 'other-manager', 'stand-in']);
    expect(asked(staffWith(...both, { ...people.standIn, active: false }))).toEqual(['manager', 'other-manager']);
    expect(asked(staffWith(...both, withDeputy(people.standIn, 'late-stand-in')))).toEqual(['manager', 'other-manager']);
    for (const uid of ['unread', 'agent', 'payer', 'stranger']) expect(asked(staffWith(withDeputy(people.manager, uid)))).toEqual(['manager', 'other-manager']);
  });

  test('ADM-5: a direct subordinate for a sum within the cap, and for no fen more', () => {
    const ofLeader = staffWith(withDeputy(people.leader, 'service-head'));
    const askedFor = (amountFen: number) => {
      const refund = received({ amountFen });
      return askedAbout(refund, refund.steps.length - 1, decidedAtMs, { staff: ofLeader, pack: telecom, units, earlierFen: 0 });
    };
    expect([askedFor(200_000), askedFor(200_001)]).toEqual([['leader', 'service-head'], ['leader']]);
  });

  test('REF-3: no deputy who asked, who decided before or who has a later step', () => {
    expect(asked(staffWith(withDeputy(people.manager, 'clerk')))).toEqual(['manager', 'other-manager']);
    expect(asked(staffWith(withDeputy(people.manager, 'head')))).toEqual(['manager', 'other-manager']);
    const second = approvedBy(received(), people.manager);
    expect(asked(staffWith(withDeputy(people.head, 'manager')), 1, second)).toEqual(['head']);
    expect(asked(staffWith(withDeputy(people.head, 'other-manager')), 1, second)).toEqual(['head', 'other-manager']);
  });
});
