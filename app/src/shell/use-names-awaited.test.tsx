// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';

const surroundings = vi.hoisted(() => ({ reference: null as object | null, online: true }));
vi.mock('../platform/reference/reference.ts', () => ({ useReference: () => surroundings.reference }));
vi.mock('../platform/device/connectivity.ts', () => ({ useConnectivity: () => ({ online: surroundings.online }) }));

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});

/** What a page shows, after so long. */
async function shownAfter(waitedMs: number, around: { reference: object | null; online: boolean }): Promise<string> {
  Object.assign(surroundings, around);
  const { useNamesAwaited } = await import('./use-names-awaited.ts');
  const Page = () => <p>{useNamesAwaited() ? 'waits' : 'shows'}</p>;
  const page = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(page).render(<Page />));
  act(() => void vi.advanceTimersByTime(waitedMs));
  return page.textContent;
}

test.each([
  ['a phone that has no names yet waits for them', 0, { reference: null, online: true }, 'waits'],
  ['and shows its pages without them where they do not come', 6_000, { reference: null, online: true }, 'shows'],
  ['with names it never waits', 0, { reference: {}, online: true }, 'shows'],
  ['without a network there is nothing to wait for (REC-4)', 0, { reference: null, online: false }, 'shows'],
])('first open: %s', async (_told, waitedMs, around, shown) => {
  expect(await shownAfter(waitedMs, around)).toBe(shown);
});
