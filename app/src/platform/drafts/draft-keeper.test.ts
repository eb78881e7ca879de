import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper } from './draft-keeper.ts';

interface Typed {
  what: string;
}

const write = vi.fn<(typed: Typed) => Promise<void>>();
const erase = vi.fn<() => Promise<void>>();
const tell = vi.fn();
let keeper: DraftKeeper<Typed>;

beforeEach(() => {
  vi.useFakeTimers();
  write.mockReset().mockResolvedValue(undefined);
  erase.mockReset().mockResolvedValue(undefined);
  tell.mockReset();
  keeper = new DraftKeeper({ write, erase }, tell);
});
afterEach(() => vi.useRealTimers());

const said = (what: string): Typed => ({ what });
const writtenTexts = (): string[] => write.mock.calls.map(([{ what }]) => what);

test('a burst of letters is written once, within 300 ms of the last one', async () => {
  keeper.change(said('话'));
  await vi.advanceTimersByTimeAsync(100);
  keeper.change(said('话费'));
  await vi.advanceTimersByTimeAsync(299);
  expect(writtenTexts()).toEqual(['话费']);
  expect(tell).toHaveBeenLastCalledWith('kept');
});

test('going out of sight writes at once', async () => {
  keeper.change(said('话'));
  await keeper.flush();
  expect(writtenTexts()).toEqual(['话']);
});

test('a draft that became a complaint is not written again', async () => {
  keeper.change(said('话'));
  await keeper.end();
  keeper.change(said('话费'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(writtenTexts()).toEqual([]);
});

test('what could not be written is told and never called kept', async () => {
  const full = new Error('full');
  write.mockRejectedValue(full);
  keeper.change(said('话'));
  await keeper.flush();
  expect(tell).toHaveBeenLastCalledWith('failed', full);
});

test('after a failed recording the draft is kept again', async () => {
  await keeper.end();
  keeper.resume(said('话'));
  await keeper.flush();
  expect(writtenTexts()).toEqual(['话']);
});

test('what was forgotten is removed and not written again; what is typed afterwards is', async () => {
  keeper.change(said('话'));
  await keeper.forget();
  expect(erase).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(writtenTexts()).toEqual([]);
  keeper.change(said('话费'));
  await keeper.flush();
  expect(writtenTexts()).toEqual(['话费']);
});
