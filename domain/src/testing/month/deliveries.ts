import { minuteMs } from '../../calendar/day.ts';
import { Died } from './commit.ts';
import { note, type World } from './world.ts';

const mostTries = 5;

/** Brings an event to its handler: mostly at once, sometimes late, twice or never; a handler that dies gets it again. */
export function deliver(world: World, work: () => void): void {
  const { chance, hasFaults } = world;
  const die = hasFaults ? chance.below(100) : 100;
  if (die < 4) return note(world, 'event lost');
  const soonMs = 300 + chance.below(3000);
  deliverAt(world, world.nowMs + (die < 12 ? chance.below(20 * minuteMs) : soonMs), work);
  if (die >= 12 && die < 20) deliverAt(world, world.nowMs + chance.below(20 * minuteMs), work);
}

function deliverAt(world: World, atMs: number, work: () => void, tries = 1): void {
  world.agenda.add(atMs, () => {
    if (!survives(world, work) && tries < mostTries) deliverAt(world, world.nowMs + minuteMs, work, tries + 1);
  });
}

/** Whether a handler lived to its end. */
export function survives(world: World, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    note(world, 'handler died');
    return false;
  }
}
