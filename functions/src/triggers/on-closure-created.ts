import { onDocumentCreated } from 'firebase-functions/firestore';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { receiveClosure } from '../closure/apply-closure-entry.ts';
import { triggerOptions } from './trigger-options.ts';

/** Closes the account of a new closure. */
export const onClosureCreated = onDocumentCreated({ ...triggerOptions, document: 'closures/{closureId}' }, async ({ data, params }) => {
  if (data && data.get('state') !== 'requested') return;
  const host = productionHost();
  await withDeadLetter(host, `closures/${params.closureId}`, () => receiveClosure(host, params.closureId));
});
