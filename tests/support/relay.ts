import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudEvent, CloudFunction } from 'firebase-functions';

type AnyFunction = CloudFunction<CloudEvent<unknown>>;

/** An event as the Firestore emulator hands it to whoever it takes for the functions emulator, and the function that it is for. */
export interface Delivery {
  functionName: string;
  event: CloudEvent<unknown>;
}

export interface Relay {
  port: number;
  /** Has the emulator report what each of the functions wants to hear of. */
  register(emulatorHost: string, projectId: string, functions: Record<string, unknown>): Promise<void>;
  /** What has come and nobody has taken yet; takers remove it. */
  waiting: Delivery[];
  /** How many have ever come. */
  receivedCount(): number;
  close(): Promise<void>;
}

/** Stands where the functions emulator stands, and keeps every event until somebody delivers it. */
export async function openRelay(): Promise<Relay> {
  const waiting: Delivery[] = [];
  let received = 0;
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const functionName = /\/triggers\/([^/?]+)/.exec(request.url ?? '')?.[1];
      if (functionName !== undefined) {
        received += 1;
        waiting.push({ functionName, event: eventOf(request, body) });
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    register: (emulatorHost, projectId, functions) => registerAll(emulatorHost, projectId, functions),
    waiting,
    receivedCount: () => received,
    close: () => closeServer(server),
  };
}

/** Calls a deployed function with an event, the way that its platform does. */
export async function callFunction(functions: Record<string, unknown>, { functionName, event }: Delivery): Promise<void> {
  await (functions[functionName] as AnyFunction)(event);
}

async function registerAll(emulatorHost: string, projectId: string, functions: Record<string, unknown>): Promise<void> {
  for (const [name, deployed] of Object.entries(functions)) {
    const trigger = (deployed as Partial<AnyFunction>).__endpoint?.eventTrigger;
    if (!trigger) continue;
    const document = (trigger.eventFilterPathPatterns as Record<string, string> | undefined)?.['document'];
    const body = { eventType: trigger.eventType, database: '(default)', namespace: '(default)', document: { value: document, matchType: 'PATH_PATTERN' } };
    const url = `http://${emulatorHost}/emulator/v1/projects/${projectId}/eventarcTrigger?eventarcTriggerId=${name}`;
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The emulator does not report ${name}: ${response.status} ${await response.text()}`);
  }
}

/** Attributes come as headers, the change as Base64 of its protocol buffer. */
function eventOf(request: IncomingMessage, body: Buffer): CloudEvent<unknown> {
  const attributes = Object.entries(request.headers).filter(([name]) => name.startsWith('ce-'));
  return {
    ...Object.fromEntries(attributes.map(([name, value]) => [name.slice('ce-'.length), value])),
    datacontenttype: 'application/protobuf',
    data: Buffer.from(body.toString('latin1'), 'base64'),
  } as unknown as CloudEvent<unknown>;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
