import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { type LiveAggregate, useLiveAggregate } from './live-aggregate.ts';

export type LiveComplaint = LiveAggregate<Complaint>;

/** Follows a complaint and its journal. */
export function useLiveComplaint(id: string): LiveComplaint {
  return useLiveAggregate('complaints', id, complaintFromStored);
}
