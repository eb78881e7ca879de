const eagerForMs = 30_000;

/** How long to wait before looking again for the effect of a reply: often at first, then gently. */
export function watchPaceMs(sinceSentMs: number): number {
  return sinceSentMs < eagerForMs ? 3_000 : 60_000;
}
