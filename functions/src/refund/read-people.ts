import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import { postsAbove } from '@shouwen/domain/refund/chain';
import { decidersOf, type Refund } from '@shouwen/domain/refund/refund';
import { readStaff, staffFrom } from '../organisation/read-staff.ts';
import type { Reader } from '../store.ts';

const mostHolders = 50;

/** Everyone on whose authority a decision about this refund can rest, as their staff documents say now; `known` have been read already. */
export async function readPeople(reader: Reader, refund: Refund, known: readonly (Staff | null)[]): Promise<Staff[]> {
  const index = refund.steps.findIndex((step) => step.state === 'open');
  const ofChain = [...refund.steps.slice(Math.max(index, 0), index + 2).flatMap((step) => step.holderUids), ...decidersOf(refund)];
  const people = await withMore(
    reader,
    known.filter((person) => person !== null),
    ofChain,
  );
  // A deputy decides only for somebody whom they may stand in for, so what they are is read as well (ADM-5).
  return withMore(
    reader,
    people,
    people.flatMap((person) => person.deputy?.uid ?? []),
  );
}

async function withMore(reader: Reader, people: readonly Staff[], wantedUids: readonly string[]): Promise<Staff[]> {
  const missing = [...new Set(wantedUids)].filter((uid) => !people.some((person) => person.uid === uid));
  const more = await Promise.all(missing.map((uid) => readStaff(reader, uid)));
  const all = [...people, ...more.filter((person) => person !== null)];
  return [...new Map(all.map((person) => [person.uid, person])).values()];
}

/** The refund clerks of the complaint centre, who are told of what is to be paid. */
export async function readExecutors(reader: Reader, units: ReadonlyMap<string, Unit>, pack: string): Promise<string[]> {
  const found = await reader.query({
    collection: 'staff',
    where: [
      ['pack', '==', pack],
      ['role', '==', 'refundClerk'],
    ],
    limit: mostHolders,
  });
  return found.filter(({ data }) => data['active'] === true && units.get(String(data['unitId']))?.kind === 'complaintCentre').map(({ id }) => id);
}

/** Whoever holds a post on the requester's ladder, and those of the chain as it stands: a requester who has moved leaves it where it was. */
export async function readPosts(reader: Reader, requester: Staff, refund: Refund, pack: Pack, units: ReadonlyMap<string, Unit>): Promise<Staff[]> {
  const ofChain = refund.steps.flatMap(({ unitId, roles }) => roles.map((role) => ({ unitId, role })));
  const posts = new Map([...ofChain, ...postsAbove(requester.unitId, pack, units)].map((post) => [`${post.unitId}/${post.role}`, post]));
  const found = await Promise.all(
    [...posts.values()].map(({ unitId, role }) =>
      reader.query({
        collection: 'staff',
        where: [
          ['unitId', '==', unitId],
          ['role', '==', role],
        ],
        limit: mostHolders,
      }),
    ),
  );
  return found.flat().flatMap(({ data }) => staffFrom(data) ?? []);
}
