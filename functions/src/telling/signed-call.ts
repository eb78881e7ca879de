import { createHmac, timingSafeEqual } from 'node:crypto';
import { minuteMs } from '@shouwen/domain/calendar/day';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import type { Host } from '../host.ts';

const mostApartMs = 5 * minuteMs;
/** Longer than any signature is good for. */
const keptMs = 10 * minuteMs;

/** What the centre sends with a call: when it signed, and the signature over that moment and the body as it stands. */
export interface Signature {
  /** In milliseconds, as it was sent. */
  timestamp: string;
  /** In hexadecimal digits. */
  signature: string;
}

/** HMAC-SHA-256 over the moment, a full stop and the body, byte by byte. */
export function signatureOf(token: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', token).update(`${timestamp}.`).update(body).digest('hex');
}

/** Whether it was signed with the token, within five minutes of now. Compared in constant time. */
export function isSignedNow(token: string, { timestamp, signature }: Signature, body: Buffer, nowMs: EpochMs): boolean {
  if (!/^\d{13}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(nowMs - Number(timestamp)) > mostApartMs) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(signatureOf(token, timestamp, body), 'hex'));
}

/** Whether this very call has been answered already: whoever recorded it on the way cannot play it again. */
export async function isReplayed(host: Host, { signature }: Signature): Promise<boolean> {
  return (await host.store.get(callPath(signature))) !== null;
}

/** Notes that a call has been carried out. One that died half way is not noted, and may be repeated: all that it does can be done twice. */
export async function noteCall(host: Host, { signature }: Signature): Promise<void> {
  const expiresAt = host.timestamp(host.nowMs() + keptMs);
  await host.store.transaction((transaction) => Promise.resolve(transaction.set(callPath(signature), { expiresAt })));
}

function callPath(signature: string): string {
  return `outreachCalls/${sha256Hex(signature)}`;
}
