import { type Books, readBooks } from './books.ts';
import type { TestCity } from './city.ts';

export interface Faults {
  /** Things that were done and of which nothing came. */
  lost: number;
  /** Things that were done once and happened twice. */
  doubled: number;
  /** A line for each of them. */
  faults: string[];
}

/** Reads everything that is written about every complaint and looks for what is missing and what is there too often. */
export async function findFaults(city: TestCity): Promise<Faults> {
  const [complaints, staff] = await Promise.all([city.firestore.collection('complaints').get(), city.firestore.collection('staff').get()]);
  // Off shift one keeps what one has (ADM-4).
  const absent = new Set(staff.docs.filter((person) => person.get('active') !== true).map((person) => person.id));
  const found = await Promise.all(
    complaints.docs.map(async ({ id }) => {
      const books = await readBooks(city.firestore, id);
      return { lost: lostIn(id, books, absent), doubled: doubledIn(id, books) };
    }),
  );
  const [lost, doubled] = [found.flatMap((one) => one.lost), found.flatMap((one) => one.doubled)];
  return { lost: lost.length, doubled: doubled.length, faults: [...lost, ...doubled] };
}

interface ComplaintRead {
  state: string;
  open: boolean;
  seq: number | undefined;
  handlerUid: string | null;
  handlingUnitId: string | null;
  contactAttemptCount: number;
  chaseCount: number;
}

function lostIn(id: string, books: Books, absent: ReadonlySet<string>): string[] {
  const complaint = books.complaint as unknown as ComplaintRead;
  const seqs = new Set(Object.values(books.journal).map((entry) => entry['seq']));
  const missing = Array.from({ length: complaint.seq ?? 0 }, (_, index) => index + 1).filter((seq) => !seqs.has(seq));
  const told = Object.keys(books.notices);
  return [
    ...(complaint.state === 'recorded' || complaint.seq === undefined || complaint.handlingUnitId === null ? [`${id}: was never taken in`] : []),
    ...(complaint.open && complaint.handlerUid !== null && complaint.state !== 'answered' && absent.has(complaint.handlerUid)
      ? [`${id}: lies with ${complaint.handlerUid}, who is away`]
      : []),
    ...(shownAs(books.status?.['state']) === shownAs(complaint.state) ? [] : [`${id}: its page shows ${String(books.status?.['state'])}`]),
    ...missing.map((seq) => `${id}: no entry says what step ${seq} was`),
    ...Object.entries({ ...books.journal, ...books.replies }).flatMap(([entryId, { outcome, type }]) =>
      outcome === 'applied' ? [] : [`${id}: ${String(type)} ${entryId} is ${String(outcome)}`],
    ),
    ...(told.some((key) => key.includes('_1_')) ? [] : [`${id}: nobody was told of it`]),
  ];
}

/** The customer's page does not change for the beginning of work alone. */
function shownAs(state: unknown): unknown {
  return state === 'inProgress' ? 'accepted' : state;
}

function doubledIn(id: string, books: Books): string[] {
  const complaint = books.complaint as unknown as ComplaintRead;
  const entries = Object.values(books.journal).filter((entry) => entry['outcome'] === 'applied');
  const countOf = (type: string) => entries.filter((entry) => entry['type'] === type).length;
  const steps = entries.map((entry) => Number(entry['seq']));
  const twice = steps.filter((seq, index) => steps.indexOf(seq) !== index);
  const assignments = Object.keys(books.notices).flatMap((key) => /_(\d+)_(assignedToYou|poolNeedsYou)$/.exec(key)?.[1] ?? []);
  return [
    ...twice.map((seq) => `${id}: two entries are step ${seq}`),
    ...(complaint.contactAttemptCount === countOf('contactAttempt')
      ? []
      : [`${id}: ${complaint.contactAttemptCount} calls counted for ${countOf('contactAttempt')} made`]),
    ...(complaint.chaseCount === countOf('chase') ? [] : [`${id}: ${complaint.chaseCount} chases counted for ${countOf('chase')} made`]),
    ...(countOf('assign') === 1 ? [] : [`${id}: taken in ${countOf('assign')} times`]),
    ...assignments.filter((seq, index) => assignments.indexOf(seq) !== index).map((seq) => `${id}: two people were given it in step ${seq}`),
    ...Object.keys(books.notices).flatMap((key) =>
      Number(/_(\d+)_\w+$/.exec(key)?.[1]) > (complaint.seq ?? 0) ? [`${id}: a notice of a step that was never taken, ${key}`] : [],
    ),
  ];
}
