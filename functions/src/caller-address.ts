import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';

/** The ways that calls without an account come in by. */
type WayIn = 'direct' | 'hosting' | 'gateway';

/** What a deployment says about the hops in front of its functions. */
export interface WaysIn {
  /** What the operator's own gateway proves itself by; null where there is none. With one, nothing else comes in. */
  gatewaySecret: string | null;
  /** How many hops of our own each way has: each adds the address that it was called from at the end of `X-Forwarded-For`, the last one is the socket's. */
  ownHops: Record<WayIn, number>;
}

export interface Caller {
  /** Who asked, by what our own hops say; what the caller wrote into the header lies left of that. */
  address: string;
  /** Who called the last of our hops. With Hosting in front many callers share one; nobody can choose theirs. */
  edge: string;
}

interface CallHeaders {
  headers: Record<string, string | string[] | undefined>;
  socket: { remoteAddress?: string | undefined };
}

/** Where a call comes from (RET-2); null for one that does not come through the gateway although there is one. */
export function callerOf(request: CallHeaders, { gatewaySecret, ownHops }: WaysIn): Caller | null {
  const isFromGateway = gatewaySecret !== null && isSame(headerOf(request, 'x-shouwen-gateway'), gatewaySecret);
  if (gatewaySecret !== null && !isFromGateway) return null;
  const wayIn = isFromGateway ? 'gateway' : headerOf(request, 'x-forwarded-host') === '' ? 'direct' : 'hosting';
  const addresses = [...headerOf(request, 'x-forwarded-for').split(','), request.socket.remoteAddress ?? ''];
  const fromTheEnd = (hops: number): string => networkOf(addresses.at(-1 - hops)?.trim() ?? '');
  return { address: fromTheEnd(ownHops[wayIn]), edge: fromTheEnd(Math.min(1, ownHops[wayIn])) };
}

function headerOf({ headers }: CallHeaders, name: string): string {
  const value = headers[name] ?? '';
  return typeof value === 'string' ? value : value.join(',');
}

/** In the same time whatever differs. */
function isSame(given: string, secret: string): boolean {
  const [left, right] = [given, secret].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

/** What one subscriber has: an IPv4 address, or the first half of an IPv6 one, of which everybody has as many as they like. What is no address is one caller. */
function networkOf(written: string): string {
  const address = written
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
  if (isIP(address) === 0) return 'unknown';
  return isIPv6(address) ? firstHalf(address) : address;
}

function firstHalf(address: string): string {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [head, tail] = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const groups = [...(head ?? []), ...Array.from({ length: 8 - (head?.length ?? 0) - (tail?.length ?? 0) }, () => '0'), ...(tail ?? [])];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
