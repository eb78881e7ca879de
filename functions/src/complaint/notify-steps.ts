import type { Uid } from '@shouwen/domain/kernel/brand';
import { minuteMs } from '@shouwen/domain/calendar/day';
import { digestOf, type DigestItem } from '@shouwen/domain/notice/digest';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import { ChangedMeanwhile } from '../store.ts';

const slotMs = 5 * minuteMs;

/** What one person is to be told, by one step. */
export interface NoticeOfStep extends DigestItem {
  uid: Uid;
  stepId: string;
  /** Whether they may be told of it at night. */
  isCritical: boolean;
}

/** Writes what people are told. @returns those whom it could not be written for, with the reason. */
type NotifySteps = (tellings: readonly NoticeOfStep[]) => Promise<Map<string, unknown>>;

interface Person {
  told: Map<string, DigestItem>;
  isCritical: boolean;
  /** Where this run's notice to them lies, once it does. */
  path: string | null;
}

/**
 * Tells each person in one notice all that a run of the schedule has for them (SLA-6: a digest, not a storm); it grows with the run. It is written before
 * the steps are: a run that dies in between tells again, and nobody is left untold.
 */
export function stepNotifier(host: Host): NotifySteps {
  const slot = Math.floor(host.nowMs() / slotMs);
  const people = new Map<string, Person>();
  return async (tellings) => {
    const news = new Set<string>();
    for (const telling of tellings) if (isNew(people, telling)) news.add(telling.uid);
    const failures = new Map<string, unknown>();
    await Promise.all(
      [...news].map(async (uid) => {
        try {
          await write(host, uid, slot, people.get(uid));
        } catch (error) {
          failures.set(uid, error);
        }
      }),
    );
    return failures;
  };
}

function isNew(people: Map<string, Person>, { uid, stepId, telling, complaint, isCritical }: NoticeOfStep): boolean {
  const person: Person = people.get(uid) ?? { told: new Map(), isCritical: false, path: null };
  people.set(uid, person);
  const key = `${complaint.id}/${stepId}`;
  if (person.told.has(key)) return false;
  person.told.set(key, { telling, complaint });
  person.isCritical ||= isCritical;
  return true;
}

async function write(host: Host, uid: Uid, slot: number, person: Person | undefined): Promise<void> {
  if (!person) return;
  const { complaintId, ...digest } = digestOf([...person.told.values()]);
  const subject = complaintId === null ? null : { collection: 'complaints', id: complaintId };
  const item = inboxItem(host, { ...digest, subject, isCritical: person.isCritical });
  const { path } = person;
  if (path !== null) await host.store.transaction(async (transaction) => transaction.set(path, item));
  else person.path = await create(host, `inbox/${uid}/items/steps-${slot}`, item);
}

/** What another run has told them in the same five minutes stays: only that run knows all of it. */
async function create(host: Host, path: string, item: Record<string, unknown>, number = 1): Promise<string> {
  const numbered = number === 1 ? path : `${path}-${number}`;
  try {
    await host.store.transaction(async (transaction) => transaction.create(numbered, item));
    return numbered;
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return create(host, path, item, number + 1);
  }
}
