import { fromStored } from '../kernel/stored.ts';
import { type Complaint, untouchedProgress } from './complaint.ts';

/**
 * Reads a stored complaint. One that the server has not touched yet has only what the phone wrote, so what is missing starts empty;
 * nobody but functions writes the rest, which is why it is not parsed field by field again.
 */
export function complaintFromStored(id: string, stored: Record<string, unknown>): Complaint {
  return { ...untouchedProgress, ...fromStored(stored), id } as unknown as Complaint;
}
