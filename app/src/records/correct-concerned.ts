import { call, CallRefused } from '../platform/callable/callable.ts';

export interface ConcernedCorrection {
  complaintId: string;
  /** The same however often it is tried: what has arrived is not done twice. */
  entryId: string;
  /** Null where it is about the number to call. */
  concerned: string | null;
  ownedUntilMs: number | null;
  reason: string;
}

/** What became of it; of what was refused with the server's code. */
export type Corrected = { kind: 'done' } | { kind: 'refused'; code: string } | { kind: 'unreachable' };

/** Corrects the number concerned (REC-2). It needs the network: the number in full goes to the contact alone, and waits on no phone. */
export async function sendCorrection(correction: ConcernedCorrection): Promise<Corrected> {
  try {
    await call('correctConcerned', { ...correction });
    return { kind: 'done' };
  } catch (error) {
    return error instanceof CallRefused ? { kind: 'refused', code: error.reason.code } : { kind: 'unreachable' };
  }
}
