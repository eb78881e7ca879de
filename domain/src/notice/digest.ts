import type { ComplaintId } from '../kernel/brand.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { type StepNotice, stepNotices } from '../complaint/time/taken-step.ts';

/** One thing that somebody is told by a step of the schedule. */
export interface DigestItem {
  telling: StepNotice;
  complaint: Pick<Complaint, 'id' | 'number' | 'category'>;
}

/** What a person is told at once of all that one run of the schedule has for them: a notice of its own if it is one thing, a digest if it is several. */
export interface Digest {
  kind: StepNotice | 'digest';
  complaintId: ComplaintId | null;
  number: string;
  category: string | null;
  counts: Partial<Record<StepNotice, number>>;
  /** The most pressing first, as many as a person looks at. */
  complaintIds: ComplaintId[];
}

const mostNamed = 20;

/** The most pressing first: the law's time, then what others above were drawn into, down to what is only near. */
export const mostPressingFirst: readonly StepNotice[] = [
  'statutoryPassed',
  'statutoryNear',
  'raised',
  'overdue',
  'handOverWaiting',
  'acceptOverdue',
  'nearDue',
  'contactPromised',
  'waitEnded',
  'dispatched',
];

/** Puts together what one person is told (SLA-6: a digest, not a storm). `told` has at least one element. */
export function digestOf(told: readonly DigestItem[]): Digest {
  const sorted = told.toSorted((one, other) => mostPressingFirst.indexOf(one.telling) - mostPressingFirst.indexOf(other.telling));
  const counts = Object.fromEntries(stepNotices.flatMap((telling) => countOf(telling, told)));
  const complaints = [...new Map(sorted.map(({ complaint }) => [complaint.id, complaint])).values()];
  const [first] = complaints;
  const isOne = complaints.length === 1;
  return {
    kind: isOne ? (sorted[0]?.telling ?? 'digest') : 'digest',
    complaintId: isOne ? (first?.id ?? null) : null,
    number: first?.number ?? '',
    category: isOne ? (first?.category ?? null) : null,
    counts,
    complaintIds: complaints.slice(0, mostNamed).map(({ id }) => id),
  };
}

function countOf(telling: StepNotice, told: readonly DigestItem[]): [StepNotice, number][] {
  const count = told.filter((one) => one.telling === telling).length;
  return count === 0 ? [] : [[telling, count]];
}
