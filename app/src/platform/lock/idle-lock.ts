import { createStore } from '../device/store.ts';
import { useStore } from '../device/use-store.ts';
import { currentReference, onReference } from '../reference/reference.ts';
import { isIdle } from './idle-time.ts';
import { currentSession } from '../session/session.ts';

const activeKey = 'shouwen.activeAt';
const minutesKey = 'shouwen.idleMinutes';
const ownKey = 'shouwen.isOwnDevice';
const defaultMinutes = 15;
const checkEveryMs = 10_000;
const lockedMark = 'is-locked';

const isLocked = createStore(false);

export function useLocked(): boolean {
  return useStore(isLocked);
}

/** Whether somebody has said that this device is theirs alone, so that its own lock is enough. */
export function isOwnDevice(): boolean {
  return localStorage.getItem(ownKey) === '1';
}

export function setOwnDevice(isOwn: boolean): void {
  if (isOwn) localStorage.setItem(ownKey, '1');
  else localStorage.removeItem(ownKey);
}

export function idleMinutes(): number {
  return Number(localStorage.getItem(minutesKey)) || defaultMinutes;
}

/** Shows everything again: whoever calls this has made sure that it is the person who is signed in. */
export function unlock(): void {
  noteActivity(true);
  check();
}

/**
 * Hides the app from whoever picks the device up next (RET-2): from its very start where it was left long ago, in all tabs alike. Called before the first paint.
 * Everything stays as it is below, typed words too.
 */
export function watchIdleness(): void {
  if (localStorage.getItem(activeKey) === null) noteActivity(true);
  for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove']) addEventListener(type, () => noteActivity(false), { capture: true, passive: true });
  for (const type of ['pageshow', 'focus']) addEventListener(type, check);
  document.addEventListener('visibilitychange', check);
  addEventListener('storage', ({ key }) => key === activeKey && check());
  onReference(() => localStorage.setItem(minutesKey, String(currentReference()?.pack.limits.idleLockMinutes ?? defaultMinutes)));
  setInterval(check, checkEveryMs);
  check();
}

function check(): void {
  const locked = currentSession() !== null && !isOwnDevice() && isIdle(Date.now(), Number(localStorage.getItem(activeKey)), idleMinutes());
  document.documentElement.classList.toggle(lockedMark, locked);
  isLocked.set(locked);
}

let notedAtMs = 0;

/** Looks first: the touch that wakes a device which was left must not unlock it. */
function noteActivity(isSure: boolean): void {
  if (!isSure) check();
  const now = Date.now();
  if (!isSure && (isLocked.get() || Math.abs(now - notedAtMs) < checkEveryMs)) return;
  notedAtMs = now;
  localStorage.setItem(activeKey, String(now));
}
