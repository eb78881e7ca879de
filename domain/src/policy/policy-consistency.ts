import { postIds } from './clock-rules.ts';
import type { Pack } from './pack.ts';

/** The first figure of a pack that does not go with the others; null when all do. Its key is told, so that a screen can point at it. */
export function inconsistencyIn(pack: Pack): string | null {
  return [...replyOrder(pack), ...timesOfDay(pack), ...stepsOrder(pack), ...refundOrder(pack)].find(([, holds]) => !holds)?.[0] ?? null;
}

type Check = readonly [key: string, holds: boolean];

/** SLA-1, SLA-2: who comes first, and what is more urgent, is not answered later; SLA-8: and no promise outlasts the law. */
function replyOrder({ tiers, urgencies, clocks }: Pack): Check[] {
  const statutoryHours = clocks.statutory.days * 24;
  return [
    ...ascending(urgencies, ({ replyHours }) => replyHours, true).map((holds, index): Check => [`urgencies.${urgencies[index]?.id ?? ''}.replyHours`, holds]),
    ...ascending(tiers, ({ replyHours }) => replyHours, true).map((holds, index): Check => [`tiers.${tiers[index]?.id ?? ''}.replyHours`, holds]),
    ...tiers.map(({ id, replyHours }): Check => [`tiers.${id}.replyHours`, replyHours <= statutoryHours]),
    ...urgencies.map(({ id, replyHours }): Check => [`urgencies.${id}.replyHours`, replyHours <= statutoryHours]),
  ];
}

/** SLA-4: quiet hours end; the intervals of a working day follow each other. */
function timesOfDay({ clocks: { quietHours, workingTime } }: Pack): Check[] {
  const inOrder = workingTime.every(({ from, to }, index) => from < to && from >= (workingTime[index - 1]?.to ?? ''));
  return [
    ['clocks.quietHours.to', quietHoursLast(quietHours) > 0 && quietHoursLast(quietHours) <= mostQuietMinutes],
    ['clocks.workingTime', inOrder],
  ];
}

/** Somebody can be reached in half of the day at least. */
const mostQuietMinutes = 12 * 60;

function quietHoursLast({ from, to }: { from: string; to: string }): number {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (minuteOf(to) - minuteOf(from) + 24 * 60) % (24 * 60);
}

/** SLA-6: each step comes later than the one before it and tells nobody lower. */
function stepsOrder({ escalation, clocks }: Pack): Check[] {
  const rank = ({ post }: { post: (typeof postIds)[number] }): number => postIds.indexOf(post);
  const { statutory } = escalation;
  const fractions = (['reply', 'accept', 'handOver'] as const).flatMap((clock): Check[] => [
    ...ascending(escalation[clock], ({ fraction }) => fraction).map((holds, index): Check => [`escalation.${clock}.${index + 1}.fraction`, holds]),
    ...ascending(escalation[clock], rank, true).map((holds, index): Check => [`escalation.${clock}.${index + 1}.post`, holds]),
  ]);
  return [
    ...fractions,
    ...ascending(statutory, ({ daysBefore }) => -daysBefore).map((holds, index): Check => [`escalation.statutory.${index + 1}.daysBefore`, holds]),
    ...ascending(statutory, rank, true).map((holds, index): Check => [`escalation.statutory.${index + 1}.post`, holds]),
    ['escalation.statutory.1.daysBefore', (statutory[0]?.daysBefore ?? 0) < clocks.statutory.days],
  ];
}

/** REF-2: each limit is above the one below it; REF-6: a reminder comes before the next superior; and many are approved at once only where one needs no fresh sign-in. */
function refundOrder({ refunds }: Pack): Check[] {
  const limits = refunds.ladders.flatMap(({ id, rungs }) =>
    ascending(rungs, ({ limitFen }) => limitFen ?? Number.POSITIVE_INFINITY).map((holds, index): Check => {
      const limitFen = rungs[index]?.limitFen ?? 0;
      return [`refunds.ladders.${id}.${index + 1}.limitFen`, holds && limitFen <= refunds.mostFen];
    }),
  );
  return [
    ...limits,
    ['refunds.moveUpAfterHours', refunds.remindAfterHours < refunds.moveUpAfterHours],
    ['refunds.batchUpToFen', refunds.batchUpToFen <= refunds.reauthenticateAboveFen],
  ];
}

/** Of each item whether it is above the one before it, or, with `orSame`, not below it. */
function ascending<Item>(items: readonly Item[], of: (item: Item) => number, orSame = false): boolean[] {
  return items.map((item, index) => {
    const before = items[index - 1];
    if (before === undefined) return true;
    return orSame ? of(item) >= of(before) : of(item) > of(before);
  });
}
