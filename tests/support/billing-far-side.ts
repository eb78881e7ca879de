import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What goes wrong with one request: the connection is cut before or after the far side has booked, it answers an error before or after, it says
 * nothing until the caller gives up, it answers for another key or with something that is no answer, it sends the caller elsewhere, or it rejects.
 */
export type Fault = 'cutBefore' | 'cutAfter' | 'errorBefore' | 'errorAfter' | 'silence' | 'wrongKey' | 'noAnswer' | 'elsewhere' | { rejects: string };

interface Asked {
  key: string;
  authorization: string | undefined;
  body: { postings: { id: string }[] };
}

/** The operator's billing system, played by a server of the test: it books each key once, and answers as badly as it is told to. */
export interface FarSide {
  url: string;
  token: string;
  /** For the next requests, in their order; after these all goes well. */
  faults: Fault[];
  /** Every request that came. */
  asked: Asked[];
  /** How its accounts stand; it knows no others. */
  standings: Record<string, { isInArrears: boolean; validUntil: string | null }>;
  /** The accounts that it was asked about. */
  askedAbout: string[];
  /** The postings of the far side's own books, each as often as it is in there. */
  booked: string[];
  close(): Promise<void>;
}

export async function openFarSide(): Promise<FarSide> {
  const knownKeys = new Map<string, Record<string, unknown>>();
  const server = createServer(
    (request, response) =>
      void readBody(request).then((body) => (request.method === 'GET' ? tellStanding(request, response) : answer(request, response, body))),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const farSide: FarSide = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'a-token-of-the-test',
    faults: [],
    asked: [],
    standings: {},
    askedAbout: [],
    booked: [],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };

  function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const key = String(request.headers['idempotency-key']);
    const body = JSON.parse(text) as Asked['body'];
    farSide.asked.push({ key, authorization: request.headers.authorization, body });
    const fault = farSide.faults.shift();
    if (fault === 'silence') return;
    if (fault === 'cutBefore') return void request.socket.destroy();
    if (fault === 'errorBefore') return send(response, 500, {});
    if (fault === 'elsewhere') return void response.writeHead(307, { Location: `${farSide.url}/postings` }).end();
    if (fault === 'noAnswer') return send(response, 200, { outcome: 'perhaps' });
    if (fault === 'wrongKey') return send(response, 200, { outcome: 'confirmed', idempotencyKey: `${key}0` });
    const outcome = knownKeys.get(key) ?? settle(key, body, fault);
    if (fault === 'cutAfter') return void request.socket.destroy();
    if (fault === 'errorAfter') return send(response, 500, {});
    send(response, 200, outcome);
  }

  function tellStanding(request: IncomingMessage, response: ServerResponse): void {
    const accountNo = decodeURIComponent(/^\/accounts\/([^/]+)\/standing$/.exec(request.url ?? '')?.[1] ?? '');
    farSide.askedAbout.push(accountNo);
    const fault = farSide.faults.shift();
    if (fault === 'silence') return;
    if (fault === 'cutBefore' || fault === 'cutAfter') return void request.socket.destroy();
    if (fault === 'errorBefore' || fault === 'errorAfter') return send(response, 500, {});
    if (fault === 'elsewhere') return void response.writeHead(307, { Location: `${farSide.url}${request.url ?? ''}` }).end();
    if (fault === 'noAnswer') return send(response, 200, { isInArrears: 'perhaps' });
    const standing = farSide.standings[accountNo];
    if (!standing || request.headers.authorization !== `Bearer ${farSide.token}`) return send(response, 404, {});
    send(response, 200, { accountNo: fault === 'wrongKey' ? `${accountNo}0` : accountNo, ...standing });
  }

  /** What a key has come to stays so, whatever is asked under it later. */
  function settle(key: string, body: Asked['body'], fault: Fault | undefined): Record<string, unknown> {
    const isRejected = typeof fault === 'object';
    const outcome = { idempotencyKey: key, ...(isRejected ? { outcome: 'rejected', reason: fault.rejects } : { outcome: 'confirmed' }) };
    knownKeys.set(key, outcome);
    if (!isRejected) farSide.booked.push(...body.postings.map(({ id }) => id));
    return outcome;
  }

  return farSide;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
