import type { ServedAggregate } from '../../../functions/src/journal/served-aggregate.ts';
import { type Sample, sampleAggregate, type SampleCommand, type SampleEvent } from './sample.ts';

/** What functions have to know of the sample besides its rules. */
export const servedSample: ServedAggregate<Sample, SampleCommand, SampleEvent, null> = {
  ...sampleAggregate,
  gather: () => Promise.resolve(null),
  consequences: () => Promise.resolve([]),
  ownEntry: ({ type }, { after }) => ({ id: `${type}_${after.seq}`, type, payload: {} }),
  intake: { command: { type: 'receive' } },
  due: { command: { type: 'remind' }, describe: (_sample, [event]) => (event ? { would: 'remind', skip: null } : { would: null, skip: 'nothingDue' }) },
  lost: [],
};
