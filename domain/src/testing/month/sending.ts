import type { CustomerCommand, StaffCommand } from '../../complaint/command.ts';
import type { Staff } from '../../organisation/staff.ts';
import { applyInMonth } from './apply.ts';
import { deliver } from './deliveries.ts';
import { capture } from './phones.ts';
import { type MonthEntry, storedIn, type World } from './world.ts';

/** What somebody does on their phone becomes entries, each naming the one before; they arrive when the phone has a network. */
export function sendEntries(world: World, { uid }: Staff, id: string, commands: readonly StaffCommand[]): void {
  const phone = world.phones.get(uid);
  if (!phone) return;
  const captured = capture(phone, world.nowMs);
  let after: string | null = null;
  for (const command of commands) {
    const entry: MonthEntry = { id: newId(world), type: command.type, uid, command, after, captured, outcome: 'pending', events: [] };
    world.agenda.add(captured.receivedAtMs, () => arrive(world, id, entry));
    after = entry.id;
  }
}

/** What a customer sends from the status page. */
export function replyAsCustomer(world: World, id: string, command: CustomerCommand): void {
  const captured = { capturedAtMs: world.nowMs, clockOffsetMs: 0, receivedAtMs: world.nowMs };
  arrive(world, id, { id: newId(world), type: command.type, uid: null, command, after: null, captured, outcome: 'pending', events: [] });
}

function newId({ chance }: World): string {
  return `${chance.below(2 ** 30)}-${chance.below(2 ** 30)}`;
}

function arrive(world: World, id: string, entry: MonthEntry): void {
  storedIn(world, id).journal.set(entry.id, entry);
  const work = () => applyInMonth(world, id, entry.id);
  world.pending.set(`${id}/${entry.id}`, { sinceMs: world.nowMs, work });
  deliver(world, work);
}
