import { fromStored } from '../kernel/stored.ts';
import { type Clocks, type Complaint, untouchedProgress } from './complaint.ts';

/**
 * Reads a stored complaint. One that the server has not touched yet has only what the phone wrote, so what is missing starts empty;
 * nobody but functions writes the rest, which is why it is not parsed field by field again.
 */
export function complaintFromStored(id: string, stored: Record<string, unknown>): Complaint {
  const complaint = { ...untouchedProgress, ...fromStored(stored), id } as unknown as Complaint;
  return complaint.clocks ? { ...complaint, clocks: withPlan(complaint.clocks) } : complaint;
}

/** Clocks from before there was a plan have none, and ran from their start. */
function withPlan(clocks: Clocks): Clocks {
  const older = { runStartAtMs: clocks.startAtMs, plan: [] };
  return { ...older, ...clocks };
}
