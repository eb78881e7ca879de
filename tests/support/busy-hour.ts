import { randomUUID } from 'node:crypto';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { Timestamp } from 'firebase-admin/firestore';
import type { TestCity } from './city.ts';
import { record, write } from './recorder.ts';

const complaintsAtOnce = 8;
const regions = ['320812', '320803', '320804', '320826', '320830'];
const comingAndGoing = ['t-qjp-handler-1', 't-ha-handler-2', 't-hy-handler-1', 't-xy-handler-2', 't-xy-handler-1'];
const owner = 't-qjp-huaihai-clerk-1';
/** Long enough ago for the sweep to take over what an event never reached. */
const agoMs = 10 * 60_000;

/**
 * Complaints are recorded, their owners note, call, chase and answer, customers write back, and handlers come and go, all at once.
 *
 * @returns how many events that makes at least.
 */
export async function liveThroughABusyHour(city: TestCity, chance: () => number): Promise<number> {
  city.host.clockMs = Date.now() - agoMs;
  const made = await Promise.all(Array.from({ length: complaintsAtOnce }, () => liveOnce(city, chance)));
  const changed = comingAndGoing[Math.floor(chance() * comingAndGoing.length)] ?? '';
  const isOnDuty = (await city.firestore.doc(`staff/${changed}`).get()).get('onDuty') === true;
  await city.changeStaff(changed, { onDuty: !isOnDuty });
  return made.reduce((sum, count) => sum + count, 1);
}

/** One complaint and what its owner does about it; each entry names the one before, so their order is known whatever happens to their events. */
async function liveOnce(city: TestCity, chance: () => number): Promise<number> {
  const homeRegion = regions[Math.floor(chance() * regions.length)] ?? null;
  const nowMs = city.host.clockMs;
  const { id, recording } = await record(city, { homeRegion, capturedAtMs: nowMs - 1000, receivedAtMs: nowMs });
  const commands = commandsOf(chance);
  let after: string | undefined;
  for (const command of commands) after = await write(city, id, owner, command, after === undefined ? {} : { after });
  if (chance() < 0.5) return 1 + commands.length;
  const reply = city.firestore.doc(`status/${recording.statusId}/replies/addInformation-1`);
  await reply.create({ type: 'addInformation', text: `补充 ${randomUUID()}`, createdAt: Timestamp.fromMillis(nowMs), outcome: 'pending' });
  return 2 + commands.length;
}

function commandsOf(chance: () => number): StaffCommand[] {
  const steps: StaffCommand[] = [];
  if (chance() < 0.7) steps.push({ type: 'note', text: '已记录。' });
  if (chance() < 0.7) steps.push({ type: 'contactAttempt', result: 'reached', text: '', nextSlotAtMs: null });
  if (chance() < 0.5) steps.push({ type: 'chase', text: '请尽快处理。' });
  if (chance() < 0.4)
    steps.push(
      {
        type: 'answer',
        text: '已处理。',
        howGiven: '次月账单减免',
        checklist: [
          { ask: 'explanation', result: 'met' },
          { ask: 'refund', result: 'met' },
        ],
      },
      { type: 'close' },
    );
  return steps;
}
