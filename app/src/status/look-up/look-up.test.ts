import { describe, expect, it } from 'vitest';
import { lookedUpOf } from './look-up.ts';

const statusId = 'a'.repeat(64);
const ticket = 'AbCdEfGhIjKlMnOpQr-_12';

describe('lookedUpOf', () => {
  it.each([
    ['a page', { result: { statusId, ticket, ticketSpeaks: true } }, { kind: 'found', statusId, ticket, speaks: true }],
    ['a page that takes the link to be rated', { result: { statusId, ticket, ticketSpeaks: false } }, { kind: 'found', statusId, ticket, speaks: false }],
    ['a page of functions that say nothing of it', { result: { statusId, ticket } }, { kind: 'found', statusId, ticket, speaks: true }],
    ['nothing that fits', { result: { statusId: null } }, { kind: 'unknown' }],
    ['too many tries', { error: { status: 'RESOURCE_EXHAUSTED', message: 'x' } }, { kind: 'throttled' }],
    [
      'that a proof is needed',
      { error: { status: 'RESOURCE_EXHAUSTED', message: 'proofNeeded', details: { challenge: ticket, bits: 14 } } },
      { kind: 'proofNeeded', challenge: ticket, bits: 14 },
    ],
    [
      'more work than a phone should do',
      { error: { status: 'RESOURCE_EXHAUSTED', message: 'proofNeeded', details: { challenge: ticket, bits: 40 } } },
      { kind: 'throttled' },
    ],
    ['a fault', { error: { status: 'INTERNAL' } }, { kind: 'unreachable' }],
    ['a page without a ticket', { result: { statusId } }, { kind: 'unreachable' }],
    ['an id that is none', { result: { statusId: '../x', ticket } }, { kind: 'unreachable' }],
    ['no answer at all', null, { kind: 'unreachable' }],
  ])('reads %s', (_what, body, expected) => {
    expect(lookedUpOf(body)).toEqual(expected);
  });
});
