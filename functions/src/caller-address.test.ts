import { describe, expect, test } from 'vitest';
import { callerOf, type WaysIn } from './caller-address.ts';

const secret = 'a-secret-of-at-least-32-characters';
const ownHops = { direct: 1, hosting: 2, gateway: 2 };
const open: WaysIn = { gatewaySecret: null, ownHops };
const gated: WaysIn = { gatewaySecret: secret, ownHops };

function call(forwardedFor: string, headers: Record<string, string> = {}, remoteAddress: string | undefined = '169.254.1.1') {
  return { headers: { ...(forwardedFor === '' ? {} : { 'x-forwarded-for': forwardedFor }), ...headers }, socket: { remoteAddress } };
}

const throughHosting = { 'x-forwarded-host': 'shouwen.example' };
const throughGateway = { 'x-shouwen-gateway': secret };

describe('RET-2: a caller is whom our own hops saw, never what the caller says', () => {
  test.each([
    ['direct', open, call('1.2.3.4'), { address: '1.2.3.4', edge: '1.2.3.4' }],
    ['direct, with a forged entry', open, call('9.9.9.9, 1.2.3.4'), { address: '1.2.3.4', edge: '1.2.3.4' }],
    ['direct, with a hundred forged ones', open, call(`${'9.9.9.9, '.repeat(100)}1.2.3.4`), { address: '1.2.3.4', edge: '1.2.3.4' }],
    ['through Hosting', open, call('1.2.3.4, 151.101.1.1', throughHosting), { address: '1.2.3.4', edge: '151.101.1.1' }],
    ['through Hosting, with a forged entry', open, call('9.9.9.9,1.2.3.4,151.101.1.1', throughHosting), { address: '1.2.3.4', edge: '151.101.1.1' }],
    ['direct, told as Hosting: the edge is the caller', open, call('9.9.9.9, 1.2.3.4', throughHosting), { address: '9.9.9.9', edge: '1.2.3.4' }],
    ['through the gateway', gated, call('9.9.9.9, 1.2.3.4, 10.0.0.1', throughGateway), { address: '1.2.3.4', edge: '10.0.0.1' }],
    ['no hop of our own', { ...open, ownHops: { ...ownHops, direct: 0 } }, call('9.9.9.9', {}, '1.2.3.4'), { address: '1.2.3.4', edge: '1.2.3.4' }],
    ['fewer entries than hops', open, call('', throughHosting), { address: 'unknown', edge: 'unknown' }],
    ['what is no address', open, call('<script>'), { address: 'unknown', edge: 'unknown' }],
    ['IPv4 within IPv6', open, call('::ffff:1.2.3.4'), { address: '1.2.3.4', edge: '1.2.3.4' }],
    ['with a port', open, call('1.2.3.4:51000'), { address: '1.2.3.4', edge: '1.2.3.4' }],
    ['IPv6, by its first half', open, call('2001:db8:1:2:3:4:5:6'), { address: '2001:db8:1:2::/64', edge: '2001:db8:1:2::/64' }],
    ['IPv6, shortened, with a port', open, call('[2001:DB8:0:0::1]:443'), { address: '2001:db8:0:0::/64', edge: '2001:db8:0:0::/64' }],
  ])('%s', (_what, waysIn, request, expected) => {
    expect(callerOf(request, waysIn)).toEqual(expected);
  });

  test('where there is a gateway, nothing comes in without its secret', () => {
    expect(callerOf(call('1.2.3.4'), gated)).toBeNull();
    expect(callerOf(call('1.2.3.4', { 'x-shouwen-gateway': `${secret}!` }), gated)).toBeNull();
    expect(callerOf(call('1.2.3.4, 10.0.0.1', throughGateway), gated)).not.toBeNull();
  });

  test('where there is none, a secret that somebody sends means nothing', () => {
    expect(callerOf(call('9.9.9.9, 1.2.3.4', throughGateway), open)).toEqual({ address: '1.2.3.4', edge: '1.2.3.4' });
  });
});
