import type { CalendarChange } from '@shouwen/domain/change/change';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';

/** A year of the public calendar that comes into force (SLA-3), with who wanted it and what stood there. */
export function calendarWrites(host: Host, { pack, byUid, byName, reason, before, after, verdict }: CalendarChange): Write[] {
  return [
    { do: 'set', path: `calendar/${after.year}`, content: { ...after } },
    {
      do: 'create',
      path: `policyChanges/calendar-${after.year}-${host.nowMs()}`,
      content: {
        pack,
        version: null,
        basedOn: null,
        byUid,
        byName,
        at: host.timestamp(host.nowMs()),
        reason,
        changes: [{ key: `calendar.${after.year}`, before, after }],
        applyToOpen: false,
        applying: 'none',
        afterId: '',
        confirmedByName: verdict?.byName ?? null,
      },
    },
  ];
}
