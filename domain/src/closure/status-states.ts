/** Where a closing stands in its customer's words. Apart from all else, because the customer's page carries as little as it can. */
export const closureStatusStates = ['awaitingConfirmation', 'closed', 'held', 'settled', 'refused', 'cancelled'] as const;

/** What a customer is shown of the closing of their account, and whoever has the link: no name, no whole number, nobody's words. */
export interface ClosureStatusView {
  pack: string;
  number: string;
  state: (typeof closureStatusStates)[number];
  phoneMasked: string;
  targetMasked: string | null;
  closedAtMs: number | null;
  /** Until when it can be taken back. */
  transferAtMs: number | null;
  settledAtMs: number | null;
  isCancelAsked: boolean;
  movesFen: number;
  paidOutFen: number;
  lapsesFen: number;
  owedFen: number;
  updatedAtMs: number;
}
