import { onDocumentUpdated } from 'firebase-functions/firestore';
import { colleagueSchema } from '@shouwen/domain/organisation/directory';
import { packIdSchema } from '@shouwen/domain/policy/pack-register';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { noteDirectoryDue } from '../organisation/refresh-directory.ts';
import { releaseWork } from '../schedules/release-work.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/**
 * Takes off the hands of a person who left, moved, went off shift or is away what they can no longer do (ORG-4, ADM-4), and has the directory compiled anew where it
 * says something else of them. Looks at them as they are now, not as the event says.
 */
export const onStaffUpdated = onDocumentUpdated({ ...triggerOptions, document: 'staff/{uid}' }, async ({ id, params, data }) => {
  const [before, after] = [data?.before.data(), data?.after.data()];
  const host = productionHost();
  if (differ(inDirectory, before, after)) await noteDirectoryDue(host, packIdSchema.parse(after?.['pack']));
  if (!differ(ofTheirWork, before, after)) return;
  await withDeadLetter(host, `staff/${params.uid} ${id}`, async () => {
    const count = await releaseWork(host, params.uid);
    if (count > 0) host.log({ severity: 'INFO', message: 'work released', uid: params.uid, count });
  });
});

/** That nothing is left to take off their hands is written into the same document, and is no news. */
const ofTheirWork = ['active', 'onDuty', 'away', 'nextDutyAtMs', 'role', 'unitId'];
const inDirectory = Object.keys(colleagueSchema.shape);

function differ(names: readonly string[], before: Record<string, unknown> = {}, after: Record<string, unknown> = {}): boolean {
  return names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
