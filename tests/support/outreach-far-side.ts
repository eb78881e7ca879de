import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What goes wrong with one request: the connection is cut before or after the centre has taken it, it answers an error before or after, it says nothing or drips until the caller
 * gives up, it answers for another key, with something that is no answer or no JSON, it sends the caller elsewhere, has too much to do, says that it has it already, or refuses.
 */
export type OutreachFault =
  | 'cutBefore'
  | 'cutAfter'
  | 'errorBefore'
  | 'errorAfter'
  | 'silence'
  | 'drip'
  | 'wrongKey'
  | 'noAnswer'
  | 'noJson'
  | 'elsewhere'
  | 'tooMany'
  | 'duplicate'
  | { refuses: string; permanent?: boolean };

interface AskedMessage {
  key: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

/** The operator's SMS centre, played by a server of the test: it sends each key once, and answers as badly as it is told to. */
export interface OutreachFarSide {
  url: string;
  token: string;
  /** For the next requests, in their order; after these all goes well. */
  faults: OutreachFault[];
  /** While it is away, every connection is cut. */
  isAway: boolean;
  asked: AskedMessage[];
  /** What it has sent, each as often as it went out. */
  sent: AskedMessage[];
  clear(): void;
  close(): Promise<void>;
}

export async function openOutreachFarSide(): Promise<OutreachFarSide> {
  const known = new Map<string, object>();
  const server = createServer((request, response) => void readBody(request).then((text) => answer(request, response, text)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const farSide: OutreachFarSide = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'a-token-of-the-test',
    faults: [],
    isAway: false,
    asked: [],
    sent: [],
    clear: () => {
      known.clear();
      Object.assign(farSide, { faults: [], isAway: false, asked: [], sent: [] });
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };

  function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const asked = {
      key: String(request.headers['idempotency-key']),
      authorization: request.headers.authorization,
      body: JSON.parse(text) as AskedMessage['body'],
    };
    farSide.asked.push(asked);
    const fault = farSide.faults.shift();
    if (farSide.isAway || fault === 'cutBefore') return void request.socket.destroy();
    if (fault === 'silence') return;
    if (fault === 'drip') return drip(response);
    if (fault === 'errorBefore') return tell(response, 500, {});
    if (fault === 'tooMany') return void response.writeHead(429, { 'Retry-After': '30' }).end();
    if (fault === 'elsewhere') return void response.writeHead(307, { Location: `${farSide.url}/messages` }).end();
    if (fault === 'noAnswer') return tell(response, 200, { outcome: 'perhaps' });
    if (fault === 'noJson') return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"outcome":');
    if (fault === 'wrongKey') return tell(response, 200, { outcome: 'accepted', idempotencyKey: `${asked.key}0`, providerId: 'p' });
    const outcome = known.get(asked.key) ?? settle(asked, fault);
    if (fault === 'duplicate') return tell(response, 409, {});
    if (fault === 'cutAfter') return void request.socket.destroy();
    if (fault === 'errorAfter') return tell(response, 500, {});
    tell(response, 200, outcome);
  }

  /** What a key has come to stays so, unless it was refused for now. */
  function settle(asked: AskedMessage, fault: OutreachFault | undefined): object {
    const { key: idempotencyKey } = asked;
    if (typeof fault === 'object') return { outcome: 'rejected', idempotencyKey, code: fault.refuses, permanent: fault.permanent };
    const outcome = { outcome: 'accepted', idempotencyKey, providerId: `p-${farSide.sent.length + 1}` };
    known.set(idempotencyKey, outcome);
    farSide.sent.push(asked);
    return outcome;
  }

  return farSide;
}

function tell(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** One blank after the other, so that the connection never looks dead and the answer never comes. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
