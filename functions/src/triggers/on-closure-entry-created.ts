import { onDocumentCreated } from 'firebase-functions/firestore';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { applyClosureEntry } from '../closure/apply-closure-entry.ts';
import { triggerOptions } from './trigger-options.ts';

/** Applies what a person entered about a closure; entries of functions come applied and cost nothing here. */
export const onClosureEntryCreated = onDocumentCreated({ ...triggerOptions, document: 'closures/{closureId}/journal/{entryId}' }, async ({ data, params }) => {
  if (data && data.get('outcome') !== 'pending') return;
  const host = productionHost();
  const { closureId, entryId } = params;
  await withDeadLetter(host, `closures/${closureId}/journal/${entryId}`, () => applyClosureEntry(host, closureId, entryId));
});
