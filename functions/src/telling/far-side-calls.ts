import { z } from 'zod';
import type { Host } from '../host.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { takeLetter } from './apply-letter.ts';
import { applyReceipt } from './apply-receipt.ts';
import { isReplayed, isSignedNow, noteCall, type Signature } from './signed-call.ts';

const mostAtOnce = 500;

const receiptsSchema = z.object({
  receipts: z
    .array(
      z.object({
        id: z.string().max(160),
        outcome: z.enum(['delivered', 'failed']),
        code: z.string().max(100).nullish(),
        at: z.iso.datetime({ offset: true }).nullish(),
      }),
    )
    .max(mostAtOnce),
});

const repliesSchema = z.object({
  replies: z.array(z.object({ id: z.string().min(1).max(100), from: z.string().min(3).max(30), text: z.string().max(2000) })).max(mostAtOnce),
});

/** A call of the SMS centre, as it came in. */
export interface FarSideCall extends Signature {
  body: Buffer;
}

/** What it is answered. */
export interface FarSideAnswer {
  status: 200 | 400 | 401 | 404 | 409 | 503;
  body: Record<string, number>;
}

/** What the centre says of messages that it has accepted. Answered once all of it is written; what is said twice or late changes nothing. */
export function takeReceipts(host: Host, token: string | null, call: FarSideCall): Promise<FarSideAnswer> {
  return answer(host, token, call, async (text) => {
    const parsed = receiptsSchema.safeParse(text);
    if (!parsed.success) return null;
    let known = 0;
    const failed = await eachOnItsOwn(host, 'outreachReceipts', parsed.data.receipts, async ({ id, outcome, code, at }) => {
      if (await applyReceipt(host, { id, outcome, code: code ?? null, atMs: at ? Date.parse(at) : null })) known += 1;
    });
    return { failed, said: { known, unknown: parsed.data.receipts.length - known } };
  });
}

/** What customers have replied; whose number it is, the keys of each operator say. */
export function takeReplies(host: Host, token: string | null, call: FarSideCall): Promise<FarSideAnswer> {
  return answer(host, token, call, async (text) => {
    const parsed = repliesSchema.safeParse(text);
    if (!parsed.success) return null;
    const failed = await eachOnItsOwn(host, 'outreachLetters', parsed.data.replies, (reply) => takeLetter(host, reply));
    return { failed, said: { taken: parsed.data.replies.length } };
  });
}

interface Done {
  failed: number;
  said: Record<string, number>;
}

/** One that cannot be carried out stops none of the others; after five calls with it, it is left for a person to look at. @returns how many are to be sent again. */
async function eachOnItsOwn<Item extends { id: string }>(
  host: Host,
  name: string,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for (const item of items)
    await withDeadLetter(host, `${name}/${item.id}`, () => work(item)).catch(() => {
      failed += 1;
    });
  return failed;
}

async function answer(host: Host, token: string | null, call: FarSideCall, work: (body: unknown) => Promise<Done | null>): Promise<FarSideAnswer> {
  if (token === null) return { status: 404, body: {} };
  if (!isSignedNow(token, call, call.body, host.nowMs())) return { status: 401, body: {} };
  if (await isReplayed(host, call)) return { status: 409, body: {} };
  const done = await work(readJson(call.body));
  if (done === null) return { status: 400, body: {} };
  if (done.failed > 0) return { status: 503, body: { failed: done.failed } };
  await noteCall(host, call);
  return { status: 200, body: done.said };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
