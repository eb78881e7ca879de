import { randomBytes } from 'node:crypto';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import type { Host } from '../host.ts';

const validMs = 30 * 60_000;

/** What a customer has shown: the secret of their link, or number and phone at that moment. */
export type Shown = { way: 'link' } | { way: 'ticket'; lookedUpAtMs: EpochMs };

/** Lets whoever has shown number and phone speak from that page for half an hour. Kept under its hash, like the secret of the link. */
export async function giveTicket(host: Host, statusId: string): Promise<string> {
  const ticket = randomBytes(16).toString('base64url');
  const expiresAt = host.timestamp(host.nowMs() + validMs);
  await host.store.transaction((transaction) => Promise.resolve(transaction.create(`tickets/${sha256Hex(ticket)}`, { statusId, expiresAt })));
  return ticket;
}

/** The page that a ticket is for, and when it was given; null for one that there is not, or whose time is over. */
export async function readTicket(host: Host, ticket: string): Promise<{ statusId: string; lookedUpAtMs: EpochMs } | null> {
  const stored = await host.store.get(`tickets/${sha256Hex(ticket)}`);
  const expiresAt = stored?.data['expiresAt'] as { toMillis(): number } | undefined;
  if (!stored || !expiresAt || expiresAt.toMillis() <= host.nowMs()) return null;
  return { statusId: String(stored.data['statusId']), lookedUpAtMs: expiresAt.toMillis() - validMs };
}
