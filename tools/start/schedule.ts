import { type Day, dayOf, hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { region } from '../build.ts';

const everyMs = 5 * minuteMs;
/** The books are checked at 02:30 in Asia/Shanghai, as the deployed schedule has it. */
const booksAtMs = 2.5 * hourMs;

/** Does what Cloud Scheduler does where the functions are deployed: calls what is due. The emulators never do that by themselves. */
export function startSchedule(projectId: string, functionsPort: number): void {
  let reconciledFor: Day | null = null;
  const runAll = async (): Promise<void> => {
    await runScheduled(projectId, functionsPort, 'sweep');
    const day = booksDayOf(Date.now());
    if (day !== reconciledFor) {
      await runScheduled(projectId, functionsPort, 'reconcileBooks');
      reconciledFor = day;
    }
    setTimeout(() => void runAll(), everyMs - (Date.now() % everyMs));
  };
  void runAll();
}

/** The day whose check of the books is the latest that should have run; it changes at 02:30. */
export function booksDayOf(nowMs: number): Day {
  return dayOf(nowMs - booksAtMs);
}

async function runScheduled(projectId: string, functionsPort: number, name: string): Promise<void> {
  try {
    const url = `http://127.0.0.1:${functionsPort}/functions/projects/${projectId}/triggers/${region}-${name}-0`;
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    if (!response.ok) console.error(`The scheduled function ${name} answered ${response.status}: ${await response.text()}`);
  } catch (error) {
    console.error(`The scheduled function ${name} could not be called: ${error instanceof Error ? error.message : String(error)}`);
  }
}
