/** What a customer speaks by: the secret of their link, or the ticket that a look-up gave. The page's own id opens it and is not enough to speak. */
export type Proof = { token: string } | { ticket: string };

export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);
}
