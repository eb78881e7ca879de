import { region } from '../build.ts';

const everyMs = 5 * 60_000;
const scheduledFunctions = ['sweep'];

/** Does what Cloud Scheduler does where the functions are deployed: calls what is due every five minutes. The emulators never do that by themselves. */
export function startSchedule(projectId: string, functionsPort: number): void {
  const runAll = async (): Promise<void> => {
    for (const name of scheduledFunctions) await runScheduled(projectId, functionsPort, name);
    setTimeout(() => void runAll(), everyMs - (Date.now() % everyMs));
  };
  void runAll();
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
