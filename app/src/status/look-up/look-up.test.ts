import { describe, expect, it } from 'vitest';
import { lookedUpOf } from './look-up.ts';

const statusId = 'a'.repeat(64);

describe('lookedUpOf', () => {
  it.each([
    ['a page', { result: { statusId } }, { kind: 'found', statusId }],
    ['nothing that fits', { result: { statusId: null } }, { kind: 'unknown' }],
    ['too many tries', { error: { status: 'RESOURCE_EXHAUSTED', message: 'x' } }, { kind: 'throttled' }],
    ['a fault', { error: { status: 'INTERNAL' } }, { kind: 'unreachable' }],
    ['an id that is none', { result: { statusId: '../x' } }, { kind: 'unreachable' }],
    ['no answer at all', null, { kind: 'unreachable' }],
  ])('reads %s', (_what, body, expected) => {
    expect(lookedUpOf(body)).toEqual(expected);
  });
});
