import type { Uid } from '@shouwen/domain/kernel/brand';
import { calendarWantedOn } from '@shouwen/domain/calendar/missing-calendar';
import { dayOf } from '@shouwen/domain/calendar/day';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';

const mostAdministrators = 50;

/**
 * From 1 December on, tells administrators once that next year's calendar has not been taken in (SLA-3): beyond it working days can only be guessed at.
 * Before that day it asks for nothing.
 */
export async function notifyMissingCalendar(host: Host): Promise<void> {
  const year = calendarWantedOn(dayOf(host.nowMs()));
  if (year === null || (await host.reference.calendar()).some((known) => known.year === year)) return;
  for (const pack of registeredPacks) {
    const administrators = await host.store.query({
      collection: 'staff',
      where: [
        ['pack', '==', pack],
        ['role', '==', 'administrator'],
      ],
      limit: mostAdministrators,
    });
    for (const { id, data } of administrators) if (data['active'] === true) await notifyOnce(host, id, year);
  }
}

async function notifyOnce(host: Host, uid: Uid, year: number): Promise<void> {
  const path = `inbox/${uid}/items/calendar-${year}`;
  await host.store.transaction(async (transaction) => {
    if (await transaction.get(path)) return;
    transaction.create(path, inboxItem(host, { kind: 'calendarMissing', number: String(year) }));
  });
}
