import { onRequest, type Request } from 'firebase-functions/https';
import { contactPepper } from '../contact-pepper.ts';
import { productionEnvironment, productionHost } from '../production-host.ts';
import { type FarSideAnswer, type FarSideCall, takeReceipts, takeReplies } from '../telling/far-side-calls.ts';
import type { Host } from '../host.ts';

const options = { region: 'asia-east2', maxInstances: 5, memory: '256MiB' as const, timeoutSeconds: 120, cors: false, secrets: [contactPepper] };

/** `POST /api/outreachReceipts`: what the SMS centre says of messages that it has accepted. */
export const outreachReceipts = onRequest(options, async (request, response) => {
  const { status, body } = await answered(request, takeReceipts);
  response.status(status).json(body);
});

/** `POST /api/outreachInbound`: what customers have replied. */
export const outreachInbound = onRequest(options, async (request, response) => {
  const { status, body } = await answered(request, takeReplies);
  response.status(status).json(body);
});

async function answered(request: Request, take: (host: Host, token: string | null, call: FarSideCall) => Promise<FarSideAnswer>): Promise<FarSideAnswer> {
  const { outreach } = productionEnvironment();
  if (request.method !== 'POST') return { status: 404, body: {} };
  const token = outreach !== null && outreach !== 'record' ? outreach.token : null;
  const [timestamp, signature] = [request.get('x-shouwen-timestamp') ?? '', request.get('x-shouwen-signature') ?? ''];
  return take(productionHost(), token, { timestamp, signature, body: request.rawBody });
}
