import { startTethered, type TetheredProcess } from '../../../tools/emulators/tethered-process.ts';
import type { Commands, ElementHandle } from './commands.ts';
import { elementKey } from './commands.ts';

/** A running driver, which starts browsers when it is asked for a session. */
export interface Driver {
  url: string;
  stop(): Promise<void>;
}

export interface DriverOptions {
  path: string;
  port: number;
  env: NodeJS.ProcessEnv;
  logPath: string;
}

const startWithinMs = 20_000;

export async function startDriver({ path, port, env, logPath }: DriverOptions): Promise<Driver> {
  const process: TetheredProcess = startTethered(path, [`--port=${port}`], { logPath, cwd: '.', env });
  const url = `http://127.0.0.1:${port}`;
  const deadlineMs = Date.now() + startWithinMs;
  while (!(await answers(url))) {
    if (Date.now() > deadlineMs) {
      await process.stop();
      throw new Error(`${path} did not start; its log is ${logPath}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop: () => process.stop() };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/status`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Starts a browser with these capabilities. */
export async function startSession({ url }: Driver, capabilities: object): Promise<Commands> {
  const { sessionId } = (await call(url, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } })) as { sessionId: string };
  const ask = (method: string, path: string, body?: object): Promise<unknown> => call(url, method, `/session/${sessionId}${path}`, body);
  const ofElement = (element: ElementHandle, what: string, body: object = {}): Promise<unknown> => ask('POST', `/element/${element[elementKey]}/${what}`, body);
  return {
    goTo: async (to) => void (await ask('POST', '/url', { url: to })),
    back: async () => void (await ask('POST', '/back', {})),
    run: (script, args) => ask('POST', '/execute/sync', { script, args }),
    click: async (element) => void (await ofElement(element, 'click')),
    type: async (element, text) => void (await ofElement(element, 'value', { text })),
    clear: async (element) => void (await ofElement(element, 'clear')),
    screenshot: async () => Buffer.from(String(await ask('GET', '/screenshot')), 'base64'),
    end: async () => void (await ask('DELETE', '')),
  };
}

async function call(url: string, method: string, path: string, body?: object): Promise<unknown> {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${url}${path}`, { method, ...content });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}
