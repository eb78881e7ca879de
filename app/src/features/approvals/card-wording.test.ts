import { expect, test } from 'vitest';
import { dueWords } from './due-words.ts';
import { swipeVerdict } from './swipe.ts';

const atMs = 1_000_000;

test('a card says what is overdue as overdue, and what is to be paid as past the time for paying (REF-6)', () => {
  expect(dueWords({ state: 'awaitingApproval', dueAtMs: atMs }, atMs - 1)).toEqual({ key: 'due', isOver: false, atMs });
  expect(dueWords({ state: 'awaitingApproval', dueAtMs: atMs }, atMs + 1)).toEqual({ key: 'overdue', isOver: true, atMs });
  expect(dueWords({ state: 'approved', dueAtMs: atMs }, atMs + 1)).toEqual({ key: 'payOverdue', isOver: true, atMs });
});

test('a card of what is over, or waits for the requester, says nothing of a due time', () => {
  expect(dueWords({ state: 'posted', dueAtMs: atMs }, 0)).toBeNull();
  expect(dueWords({ state: 'awaitingAnswer', dueAtMs: null }, 0)).toBeNull();
});

test('a card swept far enough to one side means something, a shorter or slanted move does not', () => {
  expect(swipeVerdict(96, 0)).toBe('approve');
  expect(swipeVerdict(-120, 20)).toBe('refuse');
  expect(swipeVerdict(95, 0)).toBeNull();
  expect(swipeVerdict(-120, 80)).toBeNull();
});
