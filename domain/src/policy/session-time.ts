/** Stands for what a deployment of the first version did not say: that of the packs. */
const defaultSessionMs = 7 * 24 * 3_600_000;

/** How long a sign-in is good for, as `policies/current` says it beside the version in force: there rules and functions find it in one document (RET-2). */
export function sessionMsIn(current: Record<string, unknown> | undefined, pack: string): number {
  const stored = current?.['sessionMs'];
  const own = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>)[pack] : undefined;
  return typeof own === 'number' ? own : defaultSessionMs;
}

/** Whether a sign-in of that moment is too long ago. */
export function isSessionOver(nowMs: number, signedInAtMs: number, sessionMs: number): boolean {
  return nowMs - signedInAtMs >= sessionMs;
}
