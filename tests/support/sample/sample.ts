import { type Decision, decided, refused } from '@shouwen/domain/kernel/decision';
import { numberOf } from '@shouwen/domain/kernel/number';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Aggregate, AggregateContext, AggregateState } from '@shouwen/domain/journal/aggregate';
import type { Manifest } from '@shouwen/domain/journal/manifest';
import { z } from 'zod';

/**
 * The smallest aggregate that has everything: one state, two commands, one step of the schedule, one notice. It stands for the next one that is added, and is
 * carried by the product's own engine through nothing but the registers. Somebody keeps an eye on something and is reminded of it after an hour.
 */
export interface Sample extends AggregateState {
  state: 'new' | 'kept';
  open: boolean;
  createdByUid: string;
  text: string;
  remarks: string[];
  receivedAtMs: number;
  nextDueAtMs: number | null;
}

/** As a phone creates it. */
export const sampleDocumentSchema = z.strictObject({
  pack: z.string(),
  text: z.string().max(200),
  createdByUid: z.string(),
  state: z.literal('new'),
  open: z.literal(true),
  people: z.array(z.string()),
  audience: z.array(z.string()),
  receivedAtMs: z.int(),
});

export const sampleCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('remark'), text: z.string().trim().min(1).max(200) }),
  z.strictObject({ type: z.literal('letGo') }),
]);

export type SampleCommand = z.infer<typeof sampleCommandSchema> | { type: 'receive' } | { type: 'remind' };

export type SampleEvent = { type: 'kept'; remindAtMs: number } | { type: 'remarked'; text: string } | { type: 'letGo' } | { type: 'reminded' };

export const remindAfterMs = 3_600_000;

export const sampleManifest = {
  name: 'sample',
  title: { zh: '样例', en: 'Sample' },
  collection: 'samples',
  untakenState: 'new',
  notices: {
    sampleReminder: {
      group: 'overdue',
      words: { zh: '请留意您关注的事项', en: 'Keep an eye on this' },
      push: { zh: '请留意 {number}', en: 'Keep an eye on {number}' },
    },
  },
  schedule: { does: { remind: { zh: '提醒', en: 'Remind' } }, leaves: {} },
  tiles: [],
  pagePath: (id) => `/sample/${id}`,
} as const satisfies Manifest;

export const sampleAggregate: Aggregate<Sample, SampleCommand, SampleEvent, null> = {
  manifest: sampleManifest,
  fromStored: (id, stored) => ({ seq: 0, remarks: [], nextDueAtMs: null, ...fromStored(stored), id }) as unknown as Sample,
  commandOf: ({ type, payload }) => sampleCommandSchema.safeParse({ ...payload, type }).data ?? null,
  momentOf: (_entry, _facts, nowMs) => nowMs,
  decide,
  evolve: (sample, events) => (events.length === 0 ? sample : { ...events.reduce(evolve, sample), seq: sample.seq + 1 }),
  noticesOf: ({ after, events }) => events.flatMap(({ type }) => (type === 'reminded' ? [{ uid: after.createdByUid, kind: 'sampleReminder' }] : [])),
  noticeContent: ({ id }) => ({ number: numberOf(id), category: null, amountFen: null, isCritical: false }),
};

function decide(sample: Sample, command: SampleCommand, { actor, atMs }: AggregateContext<null>): Decision<SampleEvent> {
  if (command.type === 'receive') return sample.state === 'new' ? decided({ type: 'kept', remindAtMs: sample.receivedAtMs + remindAfterMs }) : decided();
  if (command.type === 'remind') return sample.nextDueAtMs !== null && sample.nextDueAtMs <= atMs ? decided({ type: 'reminded' }) : decided();
  if (actor.kind !== 'staff' || actor.staff.uid !== sample.createdByUid) return refused('notYours');
  if (command.type === 'letGo') return sample.open ? decided({ type: 'letGo' }) : decided();
  return decided({ type: 'remarked', text: command.text });
}

function evolve(sample: Sample, event: SampleEvent): Sample {
  switch (event.type) {
    case 'kept':
      return { ...sample, state: 'kept', nextDueAtMs: event.remindAtMs };
    case 'remarked':
      return { ...sample, remarks: [...sample.remarks, event.text] };
    case 'letGo':
      return { ...sample, open: false, nextDueAtMs: null };
    case 'reminded':
      return { ...sample, nextDueAtMs: null };
  }
}
