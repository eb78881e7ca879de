import { onDocumentUpdated } from 'firebase-functions/firestore';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { releaseWork } from '../schedules/release-work.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** Gives back to assignment what a person who left, moved or went off duty holds (ORG-4). Looks at them as they are now, not as the event says. */
export const onStaffUpdated = onDocumentUpdated({ ...triggerOptions, document: 'staff/{uid}' }, async ({ id, params }) => {
  const host = productionHost();
  await withDeadLetter(host, `staff/${params.uid} ${id}`, async () => {
    const count = await releaseWork(host, params.uid);
    if (count > 0) host.log({ severity: 'INFO', message: 'work released', uid: params.uid, count });
  });
});
