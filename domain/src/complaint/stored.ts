import { readDocument, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import { type Complaint, complaintSchema, untouchedProgress } from './complaint.ts';

/** One that functions have not touched has only what the phone wrote, and older ones lack what came later: what is missing starts empty. */
const withProgress: Upcast = (document) => ({ ...untouchedProgress, ...document });

/** Clocks from before there was a plan have none, and ran from their start. */
const withPlan: Upcast = (document) => {
  const clocks = document['clocks'] as Record<string, unknown> | null;
  return clocks ? { ...document, clocks: { runStartAtMs: clocks['startAtMs'], plan: [], ...clocks } } : document;
};

const complaintDocument: StateDocument<Complaint> = { collection: 'complaints', schema: complaintSchema, upcasts: [withProgress, withPlan] };

export const complaintVersion = versionOf(complaintDocument);

/**
 * Reads a complaint as stored, of whatever version.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function complaintFromStored(id: string, stored: Record<string, unknown>): Complaint {
  return readDocument(complaintDocument, { id }, stored);
}
