/** Whether a customer's page may still be opened: until its time is over, where it has one. */
export function isLivePage({ expiresAt }: Record<string, unknown>, nowMs: number): boolean {
  return typeof expiresAt !== 'object' || expiresAt === null || (expiresAt as { toMillis(): number }).toMillis() > nowMs;
}
