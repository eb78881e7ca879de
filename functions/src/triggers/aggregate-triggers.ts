import { onDocumentCreated } from 'firebase-functions/firestore';
import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import { documentOf } from '../adapters/firestore-store.ts';
import { applyEntry } from '../journal/apply-entry.ts';
import { entryGivenUp, withDeadLetter } from '../journal/dead-letter.ts';
import type { ServedAggregate } from '../journal/served-aggregate.ts';
import { isTakenIn, takeIn } from '../journal/take-in.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** The two triggers of an aggregate: a new document is taken in, a person's entry is applied. What functions write comes taken in and applied, and costs nothing here. */
export function aggregateTriggers<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  aggregate: ServedAggregate<State, Command, Event, Facts>,
) {
  const { collection } = aggregate.manifest;
  const onCreated = onDocumentCreated({ ...triggerOptions, document: `${collection}/{id}` }, async ({ data, params: { id } }) => {
    const known = (data && documentOf(data)) ?? undefined;
    if (known && isTakenIn(known)) return;
    const host = productionHost();
    await withDeadLetter(host, `${collection}/${id}`, async () => void (await takeIn(host, aggregate, id, known)));
  });
  const onEntryCreated = onDocumentCreated(
    { ...triggerOptions, document: `${collection}/{id}/journal/{entryId}` },
    async ({ data, params: { id, entryId } }) => {
      const known = (data && documentOf(data)) ?? undefined;
      if (known && known.data['outcome'] !== 'pending') return;
      const host = productionHost();
      await withDeadLetter(host, `${collection}/${id}/journal/${entryId}`, () => applyEntry(host, aggregate, id, entryId, known), entryGivenUp);
    },
  );
  return { onCreated, onEntryCreated };
}
