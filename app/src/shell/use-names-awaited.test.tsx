// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { named, namesAwaited } from '../platform/reference/named.ts';
import { useNamesAwaited } from './use-names-awaited.ts';

const surroundings = vi.hoisted(() => ({ online: true }));
vi.mock('../platform/reference/reference.ts', () => ({ useReference: () => null }));
vi.mock('../platform/device/connectivity.ts', () => ({ useConnectivity: () => surroundings }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  namesAwaited.set(true);
});
afterEach(() => vi.useRealTimers());

function Page() {
  useNamesAwaited();
  return <p>{named('unit', null, 'en')}</p>;
}

test.each([
  ['names are waited for', true, 5_000, '…'],
  ['where they do not come, it is said that they are not known', true, 6_000, 'unit unknown'],
  ['without a network there is nothing to wait for (REC-4)', false, 1, 'unit unknown'],
])('first open: %s', (_told, online, waitedMs, shown) => {
  surroundings.online = online;
  const page = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(page).render(<Page />));
  act(() => void vi.advanceTimersByTime(waitedMs));
  expect(page.textContent).toBe(shown);
});
