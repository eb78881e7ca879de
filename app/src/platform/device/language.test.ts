// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { language, onLanguage, setLanguage } from './language.ts';

const storageKey = 'shouwen.language';

function chosenInAnotherWindow(chosen: string): void {
  localStorage.setItem(storageKey, chosen);
  window.dispatchEvent(new StorageEvent('storage', { key: storageKey, newValue: chosen }));
}

test('given a language that was chosen, then it is kept on this device and whoever listens is told', () => {
  const listener = vi.fn();
  const stop = onLanguage(listener);
  setLanguage('en');
  stop();
  setLanguage('zh-CN');
  expect([localStorage.getItem(storageKey), listener.mock.calls.length]).toEqual(['zh-CN', 1]);
});

test('given a language that was chosen in another window of the app, then this one speaks it too', () => {
  const listener = vi.fn();
  const stop = onLanguage(listener);
  chosenInAnotherWindow('en');
  expect([language(), listener.mock.calls.length]).toEqual(['en', 1]);
  window.dispatchEvent(new StorageEvent('storage', { key: 'shouwen.clockOffset', newValue: '1' }));
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
});
