import { describe, expect, inject, test } from 'vitest';
import { asShape, kindsOf, shapeOf } from '../../tools/rules/schema-shape.ts';
import { writtenShapes } from '../../tools/rules/written-shapes.ts';
import { isRepeatedInFull } from '../support/repetitions.ts';
import { kindsWithLess, leastHeadRoomPercent, longestKinds, measureHeadRoom } from './head-room.ts';

/** Firestore stops at a thousand expressions and says no: a full document would be lost without anybody being told why. */
describe('the head-room of the rules', () => {
  test('is measured with every command of every journal', () => {
    const named = longestKinds().map(({ name }) => name);
    const commands = writtenShapes.journals.flatMap(({ name, commands: schema }) =>
      kindsOf((shapeOf(schema).oneOf ?? []).map(asShape), 'type').map(({ value }) => `${name}: ${value}`),
    );
    expect(commands.filter((command) => !named.includes(command))).toEqual([]);
    expect(commands.length).toBeGreaterThan(0);
  });

  test(`is at least ${leastHeadRoomPercent} % for the longest document of every kind`, async () => {
    const { host } = inject('firestore');
    expect(await kindsWithLess(host, leastHeadRoomPercent), 'too little is left for these').toEqual([]);
    if (isRepeatedInFull) await tellExactly(host);
  }, 240_000);
});

/** To the tenth of a percent, which takes many looks. */
async function tellExactly(host: string): Promise<void> {
  const { percent, tightest } = await measureHeadRoom(host);
  console.log(`  the rules leave ${percent} % of the expressions free, least with: ${tightest.join(', ')}`);
}
