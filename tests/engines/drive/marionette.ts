import { connect, type Socket } from 'node:net';
import type { Commands, ElementHandle } from './commands.ts';
import { elementKey } from './commands.ts';

/** Firefox's own protocol: the commands of WebDriver under other names, over a socket, without a program between. */
export interface Marionette {
  commands: Commands;
  /** The page on A4, as a PDF. */
  print(): Promise<Buffer>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A message is its length, a colon and JSON: `[0, id, name, parameters]` there, `[1, id, error, result]` back. */
type Answer = [1, number, { error: string; message: string } | null, unknown];

const colon = 0x3a;
const connectWithinMs = 30_000;

/** @param onEnd waits until Firefox has gone. */
export async function connectMarionette(port: number, onEnd: () => Promise<void>): Promise<Marionette> {
  const socket = await connected(port);
  const tell = speaker(socket);
  await tell('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  const ofElement = (element: ElementHandle, name: string, more: object = {}): Promise<unknown> =>
    tell(`WebDriver:${name}`, { id: element[elementKey], ...more });
  const commands: Commands = {
    goTo: async (url) => void (await tell('WebDriver:Navigate', { url })),
    back: async () => void (await tell('WebDriver:Back')),
    run: async (script, args) => valueIn(await tell('WebDriver:ExecuteScript', { script, args, sandbox: null })),
    click: async (element) => void (await ofElement(element, 'ElementClick')),
    type: async (element, text) => void (await ofElement(element, 'ElementSendKeys', { text })),
    clear: async (element) => void (await ofElement(element, 'ElementClear')),
    screenshot: async () => Buffer.from(String(valueIn(await tell('WebDriver:TakeScreenshot', { full: false }))), 'base64'),
    end: async () => {
      await Promise.race([tell('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => null), onEnd()]);
      socket.destroy();
      await onEnd();
    },
  };
  return { commands, print: async () => Buffer.from(String(valueIn(await tell('WebDriver:Print', {}))), 'base64') };
}

function valueIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : result;
}

async function connected(port: number): Promise<Socket> {
  for (const deadlineMs = Date.now() + connectWithinMs; ;) {
    try {
      return await new Promise<Socket>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      });
    } catch (cause) {
      if (Date.now() > deadlineMs) throw new Error('Firefox does not listen.', { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function speaker(socket: Socket): (name: string, parameters?: object) => Promise<unknown> {
  const waiting = new Map<number, Waiting>();
  let heard = Buffer.alloc(0);
  let asked = 0;
  socket.on('data', (piece) => {
    heard = Buffer.concat([heard, piece]);
    for (let at = heard.indexOf(colon); at > 0; at = heard.indexOf(colon)) {
      const end = at + 1 + Number(heard.subarray(0, at).toString());
      if (heard.length < end) return;
      hear(JSON.parse(heard.subarray(at + 1, end).toString()));
      heard = heard.subarray(end);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended.'));
  });

  /** What is no answer is its greeting. */
  function hear(message: Answer | object): void {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message as Answer;
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error) asker?.reject(new Error(`${error.error}: ${error.message}`));
    else asker?.resolve(result);
  }

  return (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      const message = Buffer.from(JSON.stringify([0, asked, name, parameters]));
      socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
}
