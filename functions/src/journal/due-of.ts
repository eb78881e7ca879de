import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import { oneByOne } from './due-work.ts';
import { previewStep } from './preview-step.ts';
import type { ServedAggregate, SpecialDueWork } from './served-aggregate.ts';
import { takeStep } from './take-step.ts';

/** What the schedule does with an aggregate's due documents, and how that would be previewed; null where nothing is ever due. */
export function dueOf<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  aggregate: ServedAggregate<State, Command, Event, Facts>,
): SpecialDueWork | null {
  const { due, manifest } = aggregate;
  if (due === null || 'begin' in due) return due;
  return {
    ...oneByOne(
      manifest.collection,
      (host, id) => takeStep(host, aggregate, id, due.command),
      (document) => due.laneOf?.(document) ?? document.id,
    ),
    preview: (host, documents, untilMs) => previewStep(host, aggregate, documents, due, untilMs),
  };
}
