import { expect, test, vi } from 'vitest';
import { createStore } from './store.ts';

test('whoever listens is told of changes, and of nothing that stays the same', () => {
  const store = createStore('a');
  const told = vi.fn();
  const stop = store.listen(told);
  store.set('a');
  store.set('b');
  stop();
  store.set('c');
  expect(told.mock.calls).toEqual([['b']]);
  expect(store.get()).toBe('c');
});

test('something is watched from the first listener to the last', () => {
  const steps: string[] = [];
  const store = createStore(0, () => {
    steps.push('begun');
    return () => void steps.push('ended');
  });
  const stops = [store.listen(() => undefined), store.listen(() => undefined)];
  stops.forEach((stop) => stop());
  stops.forEach((stop) => stop());
  store.listen(() => undefined)();
  expect(steps).toEqual(['begun', 'ended', 'begun', 'ended']);
});
