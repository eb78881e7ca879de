import { expect, test } from 'vitest';
import { runFaultedDeliveries } from '../support/faulted-deliveries.ts';

const deliveries = Number(process.env['SHOUWEN_FAULTED_DELIVERIES'] ?? 60);
const seed = Number(process.env['SHOUWEN_SEED'] ?? Date.now() % 2 ** 31);

test(
  `${deliveries} deliveries, duplicated, shuffled, dropped and dying: nothing is lost and nothing is there twice (seed ${seed})`,
  async () => {
    const { lost, doubled, faults, delivered, dropped, died, events } = await runFaultedDeliveries({ deliveries, seed });
    console.log(`${delivered} deliveries of ${events} events, ${dropped} dropped, ${died} died, seed ${seed}`);
    expect({ lost, doubled, faults }).toEqual({ lost: 0, doubled: 0, faults: [] });
    expect(delivered).toBeGreaterThanOrEqual(deliveries);
    expect(Math.min(dropped, died)).toBeGreaterThan(0);
  },
  deliveries * 1000,
);
