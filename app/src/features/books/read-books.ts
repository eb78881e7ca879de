import '../../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Posting } from '@shouwen/domain/ledger/posting';
import { type StatementLine, statementOf, type StatementSubject } from '@shouwen/domain/books/statement';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useQuery } from '../../platform/firestore/use-followed.ts';

/** The rules let nobody ask for more at once. */
export const postingsShown = 200;
const checksShown = 14;

export interface Statement {
  lines: StatementLine[];
  /** Whether there are more postings than are shown. */
  isCut: boolean;
  isFromCache: boolean;
}

/** The movements of an account or those that a complaint caused, oldest first, because balances run from nothing. @throws when they cannot be read. */
export async function readStatement(pack: Staff['pack'], view: StatementSubject): Promise<Statement> {
  const { db, api } = await loadFirestore();
  const concerns = 'accountNo' in view ? api.where('accountNos', 'array-contains', view.accountNo) : api.where('complaintId', '==', view.complaintId);
  const query = api.query(api.collection(db, 'ledger'), api.where('pack', '==', pack), concerns, api.orderBy('postedAt', 'asc'), api.limit(postingsShown));
  const snapshot = await api.getDocs(query);
  const postings = snapshot.docs.map((document) => ({ ...fromStored(document.data()), id: document.id }) as unknown as Posting);
  // An empty answer from the phone's own copy says nothing about the books.
  if (snapshot.metadata.fromCache && postings.length === 0) throw new Error('the books cannot be reached');
  return { lines: statementOf(postings, view), isCut: snapshot.size === postingsShown, isFromCache: snapshot.metadata.fromCache };
}

/** Id of the complaint with this number, as far as this person may see it; null when there is none. @throws without a network. */
export async function complaintIdOf(number: string, staff: Pick<Staff, 'unitId'>): Promise<string | null> {
  const { db, api } = await loadFirestore();
  const byNumber = api.query(
    api.collection(db, 'complaints'),
    api.where('audience', 'array-contains', staff.unitId),
    api.where('number', '==', number),
    api.limit(1),
  );
  return (await api.getDocsFromServer(byNumber)).docs[0]?.id ?? null;
}

const amountSchema = z.int().nullable();
const checkSchema = z.object({
  day: z.string(),
  atMs: z.number(),
  postings: z.int(),
  accounts: z.int(),
  refunds: z.int(),
  closures: z.int(),
  differences: z.array(z.object({ code: z.string(), subject: z.string(), expectedFen: amountSchema, foundFen: amountSchema })),
  differenceCount: z.int(),
  state: z.enum(['balanced', 'differs']),
  /** Checks from before large books were added up read all of them. */
  way: z.enum(['whole', 'bySum']).default('whole'),
  movedAccounts: z.int().default(0),
  turnedAccounts: z.int().default(0),
  circleEndsOn: z.string().nullable().default(null),
});

/** What one nightly check of the books found (REF-8). */
export type Check = z.infer<typeof checkSchema>;
export type Checks = FollowedList<Check>;

/** Follows the last checks, newest first. */
export function useChecks(pack: Staff['pack']): Checks {
  return useQuery(
    pack,
    ({ db, api }) => api.query(api.collection(db, 'reconciliations'), api.where('pack', '==', pack), api.orderBy('day', 'desc'), api.limit(checksShown)),
    (_id, stored) => checkSchema.safeParse(fromStored(stored)).data ?? null,
  );
}
