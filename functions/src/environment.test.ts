import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const url = 'https://billing.operator.example/v1';
const token = 'sixteen-letters!';
const contactPepper = 'a-secret-of-at-least-32-characters';
const pagesUrl = 'https://localhost.web.app';
const waysIn = { gatewaySecret: null, ownHops: { direct: 1, hosting: 2, gateway: 2 } };
const readWith = (variables: Record<string, string>) => readEnvironment({ CONTACT_PEPPER: contactPepper, ...variables });

test('without an address the embedded ledger is the books, with address and token the operator’s system is', () => {
  expect(readWith({ HOME: 'anything' })).toEqual({ contactPepper, billing: null, push: null, outreach: null, pagesUrl, waysIn });
  expect(readWith({ SHOUWEN_BILLING_URL: url, SHOUWEN_BILLING_TOKEN: token }).billing).toEqual({ url, token });
});

test('TEL-1: customers are told by message where an SMS centre is named with its token, or written down as if they were; otherwise not', () => {
  expect(readWith({}).outreach).toBeNull();
  expect(readWith({ SHOUWEN_OUTREACH_URL: url, SHOUWEN_OUTREACH_TOKEN: token }).outreach).toEqual({ url, token });
  expect(readWith({ SHOUWEN_OUTREACH: 'record' }).outreach).toBe('record');
  expect(readWith({ GCLOUD_PROJECT: 'shouwen-huaian' }).pagesUrl).toBe('https://shouwen-huaian.web.app');
  expect(readWith({ SHOUWEN_PAGES_URL: 'https://sw.example.cn/' }).pagesUrl).toBe('https://sw.example.cn');
});

test('push is off unless a deployment turns it on', () => {
  expect(readWith({}).push).toBeNull();
  expect(readWith({ SHOUWEN_PUSH: 'fcm' }).push).toBe('fcm');
});

test('RET-2: callers are told by the hops of each way in, of which the emulators have none, and by the gateway’s secret', () => {
  expect(readWith({ SHOUWEN_HOPS_DIRECT: '0', SHOUWEN_HOPS_HOSTING: '3' }).waysIn.ownHops).toEqual({ direct: 0, hosting: 3, gateway: 2 });
  expect(readWith({ FUNCTIONS_EMULATOR: 'true' }).waysIn.ownHops).toEqual({ direct: 0, hosting: 0, gateway: 0 });
  expect(readWith({ SHOUWEN_GATEWAY_SECRET: contactPepper }).waysIn.gatewaySecret).toBe(contactPepper);
});

test.each([
  ['hops that are no number', { SHOUWEN_HOPS_DIRECT: 'two' }, 'SHOUWEN_HOPS_DIRECT'],
  ['fewer hops than none', { SHOUWEN_HOPS_HOSTING: '-1' }, 'SHOUWEN_HOPS_HOSTING'],
  ['a gateway’s secret that can be tried', { SHOUWEN_GATEWAY_SECRET: 'fifteen-letters' }, 'SHOUWEN_GATEWAY_SECRET'],
  ['a push service that nobody knows', { SHOUWEN_PUSH: 'on' }, 'SHOUWEN_PUSH'],
  ['an empty push service', { SHOUWEN_PUSH: '' }, 'SHOUWEN_PUSH'],
  ['an address without its token', { SHOUWEN_BILLING_URL: url }, 'SHOUWEN_BILLING_TOKEN'],
  ['a token without its address', { SHOUWEN_BILLING_TOKEN: token }, 'SHOUWEN_BILLING_URL'],
  ['what is no address', { SHOUWEN_BILLING_URL: 'billing', SHOUWEN_BILLING_TOKEN: token }, 'SHOUWEN_BILLING_URL'],
  ['an address without TLS', { SHOUWEN_BILLING_URL: url.replace('https', 'http'), SHOUWEN_BILLING_TOKEN: token }, 'SHOUWEN_BILLING_URL'],
  ['an address of a file', { SHOUWEN_BILLING_URL: 'file:///books', SHOUWEN_BILLING_TOKEN: token }, 'SHOUWEN_BILLING_URL'],
  ['an SMS centre without its token', { SHOUWEN_OUTREACH_URL: url }, 'SHOUWEN_OUTREACH_TOKEN'],
  ['an SMS centre’s token without its address', { SHOUWEN_OUTREACH_TOKEN: token }, 'SHOUWEN_OUTREACH_URL'],
  ['an SMS centre’s token that anybody guesses', { SHOUWEN_OUTREACH_URL: url, SHOUWEN_OUTREACH_TOKEN: 'fifteen-letters' }, 'SHOUWEN_OUTREACH_TOKEN'],
  ['a rehearsal with a centre that sends', { SHOUWEN_OUTREACH_URL: url, SHOUWEN_OUTREACH_TOKEN: token, SHOUWEN_OUTREACH: 'record' }, 'SHOUWEN_OUTREACH'],
  ['a way of telling that nobody knows', { SHOUWEN_OUTREACH: 'on' }, 'SHOUWEN_OUTREACH'],
  ['a pepper that can be tried', { CONTACT_PEPPER: 'fifteen-letters' }, 'CONTACT_PEPPER'],
  ['a token that anybody guesses', { SHOUWEN_BILLING_URL: url, SHOUWEN_BILLING_TOKEN: 'fifteen-letters' }, 'SHOUWEN_BILLING_TOKEN'],
])('%s fails at once and names what is wrong, but not the token', (_what, variables, named) => {
  const read = () => readWith(variables);
  expect(read).toThrow(named);
  expect(read).not.toThrow('fifteen-letters');
});
