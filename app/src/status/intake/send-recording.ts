import { timedFetch } from '../timed-fetch.ts';
import type { IntakeDraft } from './intake-draft.ts';
import { type IntakeField, momentOfField } from './intake-form.ts';
import type { RedrawnPhoto } from './redraw-photo.ts';

/** `unreachable`: nobody can tell whether it arrived, and it may be sent again as it is. */
export type RecordingSent =
  { kind: 'recorded'; number: string; promisedAtMs: number } | { kind: 'incomplete'; missing: IntakeField[] } | { kind: 'tooMany' | 'refused' | 'unreachable' };

type Answered = RecordingSent | { kind: 'proofNeeded'; challenge: string; bits: number };

/** More than a phone should be kept busy with. */
const mostBits = 20;

/** Sends what a customer typed; works for it where that is asked, which it always is the first time. */
export async function sendRecording(draft: IntakeDraft, channel: 'web' | 'app', onProving: () => void): Promise<RecordingSent> {
  try {
    const first = await ask(draft, channel, null);
    if (first.kind !== 'proofNeeded') return first;
    onProving();
    const { workFor } = await import('../look-up/work.ts');
    const again = await ask(draft, channel, { challenge: first.challenge, nonce: await workFor(first.challenge, first.bits) });
    return again.kind === 'proofNeeded' ? { kind: 'unreachable' } : again;
  } catch {
    return { kind: 'unreachable' };
  }
}

async function ask({ id, token, form }: IntakeDraft, channel: string, proof: object | null): Promise<Answered> {
  const { pack, phone, name, group, asks, mailItem } = form;
  const what = form.what.trim();
  const recording = {
    id,
    token,
    pack,
    channel,
    name: name.trim(),
    phone,
    what,
    occurredAtMs: momentOfField(form.occurred),
    asks,
    group,
    mailItem: mailItem.trim(),
  };
  const data = { recording: { ...recording, mailService: form.mailService === '' ? null : form.mailService }, proof };
  return answeredOf(await posted('/api/recordByCustomer', data));
}

async function posted(url: string, data: object): Promise<unknown> {
  const response = await timedFetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data }) });
  return response.json();
}

interface Answer {
  result?: { number?: unknown; promisedAtMs?: unknown } | null;
  error?: { status?: unknown; message?: unknown; details?: { challenge?: unknown; bits?: unknown; missing?: unknown } | null } | null;
}

const fields: Record<string, IntakeField> = { phone: 'phone', name: 'name', what: 'what', group: 'group', asks: 'asks' };

/** Reads the answer of the function; a hotel's login page or a proxy's refusal says nothing. */
export function answeredOf(body: unknown): Answered {
  const { result, error } = (body ?? {}) as Answer;
  if (typeof result?.number === 'string' && typeof result.promisedAtMs === 'number') {
    return { kind: 'recorded', number: result.number, promisedAtMs: result.promisedAtMs };
  }
  const { challenge, bits, missing } = error?.details ?? {};
  if (
    error?.status === 'RESOURCE_EXHAUSTED' &&
    error.message === 'proofNeeded' &&
    typeof challenge === 'string' &&
    typeof bits === 'number' &&
    bits <= mostBits
  ) {
    return { kind: 'proofNeeded', challenge, bits };
  }
  if (error?.status === 'RESOURCE_EXHAUSTED') return { kind: 'tooMany' };
  if (error?.message === 'incomplete' && Array.isArray(missing)) {
    return { kind: 'incomplete', missing: missing.flatMap((name) => fields[String(name)] ?? []) };
  }
  return { kind: error?.status === 'INVALID_ARGUMENT' ? 'refused' : 'unreachable' };
}

/** Sends one photo. The page of the complaint is there a moment after it was recorded: `later`. */
export async function sendPhoto(token: string, { contentType, base64, width, height }: RedrawnPhoto): Promise<'sent' | 'later' | 'full' | 'refused'> {
  try {
    const { result, error } = ((await posted('/api/addPhotoAsCustomer', { token, contentType, base64, width, height })) ?? {}) as Answer;
    if (typeof result === 'object' && result !== null) return 'sent';
    if (error?.message === 'photosFull') return 'full';
    return error?.status === 'INVALID_ARGUMENT' ? 'refused' : 'later';
  } catch {
    return 'later';
  }
}
