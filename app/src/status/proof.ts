/** What a customer speaks by: the secret of their link, or the ticket that a look-up gave. The page's own id opens it and is not enough to speak. */
export type Proof = { token: string } | Ticket;

/** `speaks`: whether it is enough to rate and to disagree, as the operator has it. */
export interface Ticket {
  ticket: string;
  speaks: boolean;
}

/** What functions are told of it. */
export function shownOf(proof: Proof): { token: string } | { ticket: string } {
  return 'token' in proof ? { token: proof.token } : { ticket: proof.ticket };
}

/** Whether whoever shows it may rate and disagree; without any, sending says what to do. */
export function maySpeak(proof: Proof | null): boolean {
  return proof === null || 'token' in proof || proof.speaks;
}

export function isSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);
}
