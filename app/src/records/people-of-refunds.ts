import { useMemo } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { holdsPost } from '@shouwen/domain/refund/approver/authority';
import { openApprovalOf, type Refund } from '@shouwen/domain/refund/refund';
import { type Reference, useReference } from '../platform/reference/reference.ts';
import type { SeenFacts } from './allowed-refund-commands.ts';
import { type ColleaguesNow, useColleaguesNow } from './colleagues-now.ts';

/** What a phone knows to decide about refunds by: who holds the posts that decide, and for whom somebody stands in at present (REF-6). */
export function useRefundFacts(refunds: readonly Refund[], own: Staff): SeenFacts | null {
  const reference = useReference();
  const now = useColleaguesNow(reference ? uidsInQuestion(refunds, own, reference) : []);
  return useMemo(
    () => reference && { pack: reference.pack, calendar: reference.calendar, units: reference.units, staff: actingPeople(own, reference, now) },
    [reference, now, own],
  );
}

function uidsInQuestion(refunds: readonly Refund[], own: Staff, { staff }: Reference): string[] {
  const posts = refunds.flatMap((refund) => openApprovalOf(refund) ?? []);
  const holders = staff.filter((person) => person.active && posts.some((post) => holdsPost(person, post)));
  return [...holders.map(({ uid }) => uid), own.deputy?.uid ?? ''].filter((uid) => uid !== own.uid);
}

/** Of whom nothing more is known, nobody stands in for: the server decides by what it sees. */
function actingPeople(own: Staff, { pack, staff }: Reference, { people }: ColleaguesNow): SeenFacts['staff'] {
  return staff.map((person) => (person.uid === own.uid ? own : (people.get(person.uid) ?? { ...person, pack: pack.id, deputy: null })));
}
