// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BrokenCard } from './CardBoundary.tsx';
import { CardColumn } from './CardColumn.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

function Moment({ atMs }: { atMs: number }) {
  return <p>{new Date(atMs).toISOString()}</p>;
}

test('one card that breaks says so, the others are shown, and it is back once it can be shown', () => {
  const page = document.createElement('main');
  const root = createRoot(page);
  const show = (atMs: number): string => {
    act(() =>
      root.render(
        <BrokenCard value={<p>broken</p>}>
          <CardColumn>
            <p>first</p>
            <Moment atMs={atMs} />
            {null}
            <p>last</p>
          </CardColumn>
        </BrokenCard>,
      ),
    );
    return [...page.querySelectorAll('p')].map(({ textContent }) => textContent).join(' ');
  };
  expect(show(9e15)).toBe('first broken last');
  expect(show(9e15)).toBe('first broken last');
  expect(show(0)).toBe('first 1970-01-01T00:00:00.000Z last');
  act(() => root.unmount());
});
