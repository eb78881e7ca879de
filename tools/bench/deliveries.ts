import { runFaultedDeliveries } from '../../tests/support/faulted-deliveries.ts';
import { figure, type FigureGroup } from './figure.ts';

const deliveryCount = 3000;

/** Events duplicated, shuffled, dropped and crashed on their way to the functions; afterwards the books are compared with what was done. */
export const deliveries: FigureGroup = {
  names: ['faulted_deliveries_lost', 'faulted_deliveries_doubled'],
  measure: async () => {
    const { lost, doubled } = await runFaultedDeliveries({ deliveries: deliveryCount, seed: Math.floor(Math.random() * 2 ** 31) });
    return [figure('faulted_deliveries_lost', lost, `of ${deliveryCount}`, 0), figure('faulted_deliveries_doubled', doubled, `of ${deliveryCount}`, 0)];
  },
};
