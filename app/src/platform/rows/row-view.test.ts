import { expect, test } from 'vitest';
import { aRow } from './row.fixture.ts';
import { compareInView, isInView, type RowView } from './row-view.ts';

const view = (change: Partial<RowView>): RowView => ({ tab: 'mine', withClosed: false, uid: 'handler', unitId: 't-qjp', ...change });

test("mine are those that I handle, the unit's those that it or a unit below it has to do with, received those that I own (OWN-7)", () => {
  const row = aRow({ ownerUid: 'clerk' });
  expect(isInView(row, view({}))).toBe(true);
  expect(isInView(row, view({ uid: 'clerk' }))).toBe(false);
  expect(isInView(row, view({ uid: 'clerk', tab: 'received' }))).toBe(true);
  expect(isInView(row, view({ uid: 'nobody', tab: 'unit', unitId: 't-city' }))).toBe(true);
  expect(isInView(row, view({ uid: 'nobody', tab: 'unit', unitId: 't-ha' }))).toBe(false);
});

test('closed ones show when asked for, and always among those that I received', () => {
  const closed = aRow({ ownerUid: 'handler', state: 'closed', open: false });
  expect(isInView(closed, view({}))).toBe(false);
  expect(isInView(closed, view({ withClosed: true }))).toBe(true);
  expect(isInView(closed, view({ tab: 'received' }))).toBe(true);
});

test('open work is in the order of what was promised, what has no promise yet before all; with closed ones the latest come first', () => {
  const soon = aRow({ id: 'soon', dueAtMs: 1_000, updatedAtMs: 5 });
  const late = aRow({ id: 'late', dueAtMs: 2_000, updatedAtMs: 9 });
  const unpromised = aRow({ id: 'unpromised', dueAtMs: null, updatedAtMs: 7 });
  const ordered = (of: RowView): string[] => [late, soon, unpromised].sort(compareInView(of)).map((row) => row.id);
  expect(ordered(view({}))).toEqual(['unpromised', 'soon', 'late']);
  expect(ordered(view({ withClosed: true }))).toEqual(['late', 'unpromised', 'soon']);
});

test('GRN-1: what is offered by the green channel comes before all other open work, whatever was promised', () => {
  const green = aRow({ id: 'green', dueAtMs: 9_000, updatedAtMs: 1, flags: ['important', 'green-channel'] });
  const important = aRow({ id: 'important', dueAtMs: 8_000, updatedAtMs: 2, flags: ['important'] });
  const soon = aRow({ id: 'soon', dueAtMs: 1_000, updatedAtMs: 3 });
  const ordered = (of: RowView): string[] => [important, soon, green].sort(compareInView(of)).map((row) => row.id);
  expect(ordered(view({ tab: 'unit' }))).toEqual(['green', 'soon', 'important']);
  expect(ordered(view({ tab: 'unit', withClosed: true }))).toEqual(['soon', 'important', 'green']);
});
