import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newDraft, type RecordingDraft, saveDraft } from '../../platform/drafts/draft-store.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { blankForm } from './recording-form.ts';

vi.mock('../../platform/drafts/draft-store.ts', { spy: true });

const written = vi.mocked(saveDraft);
const tell = vi.fn();
let keeper: DraftKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  written.mockReset().mockResolvedValue(undefined);
  tell.mockReset();
  keeper = new DraftKeeper('clerk', tell);
});
afterEach(() => vi.useRealTimers());

const draft = newDraft(blankForm('outlet', 0));
const said = (what: string): RecordingDraft => ({ ...draft, form: { ...draft.form, what } });
const writtenTexts = (): string[] => written.mock.calls.map(([, kept]) => kept.form.what);

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
  written.mockRejectedValue(full);
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
