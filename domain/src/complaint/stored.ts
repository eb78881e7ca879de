import { readDocument, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import { type Complaint, complaintSchema, untouchedProgress } from './complaint.ts';

/** One that functions have not touched has only what the phone wrote, and older ones lack what came later: what is missing starts empty. */
const withProgress: Upcast = (document) => ({ ...untouchedProgress, ...document });

/** Clocks from before there was a plan have none, and ran from their start. */
const withPlan: Upcast = (document) => {
  const clocks = document['clocks'] as Record<string, unknown> | null;
  return clocks ? { ...document, clocks: { runStartAtMs: clocks['startAtMs'], plan: [], ...clocks } } : document;
};

/** Before there was a unit of capture, a complaint could only arrive from the unit that it was recorded in (ADM-6). */
const withUnitOfCapture: Upcast = (document) => ({ recordedInUnitId: document['receivingUnitId'], ...document });

/** Of answers from before it was kept nobody has said how their customers came to know them. */
const withTelling: Upcast = (document) => ({ told: null, ...document });

/** Answers from before it was kept counted for whoever had the complaint; the promise of their run had run out if that stands among the facts. */
const withJudgement: Upcast = (document) => {
  const { replyTime, answeredAtMs, handlingUnitId, overdues, clocks, open } = document as Record<string, unknown> & Pick<Complaint, 'overdues' | 'clocks'>;
  const judged = replyTime ? { atMs: answeredAtMs ?? 0, unitId: handlingUnitId, ...(replyTime as { inTime: boolean }) } : null;
  const broken = open === true ? overdues.find(({ clock, dueAtMs }) => clock === 'reply' && dueAtMs >= (clocks?.runStartAtMs ?? 0)) : undefined;
  return {
    reportedLater: null,
    ...document,
    replyTime: judged,
    brokenPromise: document['brokenPromise'] ?? (broken ? { dueAtMs: broken.dueAtMs, unitId: broken.unitId } : null),
    lateReply: document['lateReply'] ?? (judged?.inTime === false ? judged : null),
  };
};

/** Who had reopened it was not kept before: nobody is said to have disagreed. */
const withDisagreement: Upcast = (document) => ({ disagreedAtMs: null, ...document });

/** What was promised in an entry from before it was kept here is in the journal alone. */
const withNextContact: Upcast = (document) => ({ nextContactAtMs: null, ...document });

/** Clocks from before duties of law were timed have none; those that run get it with the next thing that moves them. */
const withDuty: Upcast = (document) => {
  const clocks = document['clocks'] as Record<string, unknown> | null;
  return clocks ? { ...document, clocks: { dutyDueAtMs: null, ...clocks } } : document;
};

/** What was tried before it was kept here is in the journal alone: no number is taken for a wrong one. */
const withNumber: Upcast = (document) => ({ isNumberWrong: false, ...document });

/** Of complaints from before they were asked for nobody has named the link (PST-2), and nobody was led to a manager (OWN-8). */
const withLink: Upcast = (document) => ({ responsible: null, ledToManager: null, ...document });

/** Before anybody could be asked to assist, nobody was. */
const withAssists: Upcast = (document) => ({ assists: [], ...document });

const complaintDocument: StateDocument<Complaint> = {
  collection: 'complaints',
  schema: complaintSchema,
  upcasts: [
    withProgress,
    withPlan,
    withUnitOfCapture,
    withTelling,
    withJudgement,
    withDisagreement,
    withNextContact,
    withDuty,
    withNumber,
    withLink,
    withAssists,
  ],
};

export const complaintVersion = versionOf(complaintDocument);

/**
 * Reads a complaint as stored, of whatever version.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function complaintFromStored(id: string, stored: Record<string, unknown>): Complaint {
  return readDocument(complaintDocument, { id }, stored);
}
