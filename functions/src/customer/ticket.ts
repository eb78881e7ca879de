import { randomBytes } from 'node:crypto';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import type { Host } from '../host.ts';

const validMs = 30 * 60_000;

/** Lets whoever has shown number and phone speak from that page for half an hour. Kept under its hash, like the secret of the link. */
export async function giveTicket(host: Host, statusId: string): Promise<string> {
  const ticket = randomBytes(16).toString('base64url');
  const expiresAt = host.timestamp(host.nowMs() + validMs);
  await host.store.transaction((transaction) => Promise.resolve(transaction.create(`tickets/${sha256Hex(ticket)}`, { statusId, expiresAt })));
  return ticket;
}

/** The page that a ticket is for; null for one that there is not, or whose time is over. */
export async function statusIdOfTicket(host: Host, ticket: string): Promise<string | null> {
  const stored = await host.store.get(`tickets/${sha256Hex(ticket)}`);
  const expiresAt = stored?.data['expiresAt'] as { toMillis(): number } | undefined;
  return stored && expiresAt && expiresAt.toMillis() > host.nowMs() ? String(stored.data['statusId']) : null;
}
