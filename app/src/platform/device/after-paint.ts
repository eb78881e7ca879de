const quietMs = 50;

/** Does what the first screen does not need, once it has been painted. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, quietMs));
}
