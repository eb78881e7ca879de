import { onDocumentUpdated } from 'firebase-functions/firestore';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { releaseWork } from '../schedules/release-work.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** Takes off the hands of a person who left, moved, went off shift or is away what they can no longer do (ORG-4, ADM-4). Looks at them as they are now, not as the event says. */
export const onStaffUpdated = onDocumentUpdated({ ...triggerOptions, document: 'staff/{uid}' }, async ({ id, params, data }) => {
  if (!hasChangedTheirWork(data?.before.data(), data?.after.data())) return;
  const host = productionHost();
  await withDeadLetter(host, `staff/${params.uid} ${id}`, async () => {
    const count = await releaseWork(host, params.uid);
    if (count > 0) host.log({ severity: 'INFO', message: 'work released', uid: params.uid, count });
  });
});

const ofTheirWork = ['active', 'onDuty', 'away', 'nextDutyAtMs', 'role', 'unitId'];

/** That nothing is left to take off their hands is written into the same document, and is no news. */
function hasChangedTheirWork(before: Record<string, unknown> = {}, after: Record<string, unknown> = {}): boolean {
  return ofTheirWork.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
