import { figure } from '../bench/figure.ts';

/** How long a suite took. */
export interface Timed {
  name: string;
  minutes: number;
}

/** What all suites together may take on two idle cores. */
const wantedMinutes = 10;

/** Minutes by suite, a line each; of a whole run also its own as a figure like those of the bench. Suites run beside each other, so they add up to more. */
export function minutesTable(timed: readonly Timed[], wholeMinutes: number | null): string {
  const lines = timed.map(({ name, minutes }) => `${name.padEnd(12)} ${minutes.toFixed(1).padStart(5)} min`);
  return [...lines, ...(wholeMinutes === null ? [] : [JSON.stringify(figure('test_minutes', wholeMinutes, 'min', wantedMinutes))])].join('\n');
}
