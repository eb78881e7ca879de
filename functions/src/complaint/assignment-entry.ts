import type { Assignment } from '@shouwen/domain/complaint/intake/assignment';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import type { Host } from '../host.ts';
import { systemEntry } from '../journal/system-entry.ts';
import type { Write } from '../transaction/write.ts';

/** What a journal says of an assignment by the product: to whom, by which way, and why it went up (ATT-4). */
export function payloadOfAssignment({ unitId, handlerUid, handlerName, route, because }: Assignment): Record<string, unknown> {
  return { unitId, handlerUid, handlerName, route, ...(because && { because }) };
}

const actsOfPeople: readonly ComplaintEvent['type'][] = ['reopened', 'returned', 'handlerReleased', 'corrected'];

/** What somebody's act brings into higher hands has an entry of its own, which says why: theirs says what they did. Intake and schedule write their own. */
export function levelUpWrites(host: Host, { after, events }: { after: Complaint; events: readonly ComplaintEvent[] }): Write[] {
  const raised = events.flatMap((event) => (event.type === 'assigned' && event.assignment.because ? [event.assignment] : []));
  if (!events.some(({ type }) => actsOfPeople.includes(type))) return [];
  return raised.map((assignment): Write => ({
    do: 'create',
    path: `complaints/${after.id}/journal/assigned-${after.seq}`,
    content: systemEntry(host, 'assign', payloadOfAssignment(assignment), after.seq),
  }));
}
