import { figure } from '../bench/figure.ts';

/** How long a suite took. */
export interface Timed {
  name: string;
  minutes: number;
}

/** What all suites together may take on two idle cores. */
const wantedMinutes = 10;

/** Minutes by suite, a line each; of a whole run also all of them as a figure like those of the bench. */
export function minutesTable(timed: readonly Timed[], isWhole: boolean): string {
  const lines = timed.map(({ name, minutes }) => `${name.padEnd(12)} ${minutes.toFixed(1).padStart(5)} min`);
  const sum = timed.reduce((total, { minutes }) => total + minutes, 0);
  return [...lines, ...(isWhole ? [JSON.stringify(figure('test_minutes', sum, 'min', wantedMinutes))] : [])].join('\n');
}
