const minuteMs = 60_000;

/** Whether so much time has passed since somebody last did something that whoever is in front of the device may be somebody else. A clock set back counts as passed. */
export function isIdle(nowMs: number, lastActiveAtMs: number, idleMinutes: number): boolean {
  return nowMs - lastActiveAtMs >= idleMinutes * minuteMs || nowMs < lastActiveAtMs - minuteMs;
}
