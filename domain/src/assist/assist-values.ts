/** `requested` until functions have taken it in, `refused` where they could not; `inArbitration` while customer service decides who answers (AST-3). */
export const assistStates = ['requested', 'asked', 'accepted', 'returned', 'inArbitration', 'answered', 'closed', 'cancelled', 'refused'] as const;
export type AssistState = (typeof assistStates)[number];

/** What of a complaint whoever assists may be shown (AST-3). The contact is none of it. */
export const sharedParts = ['what', 'category', 'region', 'occurred', 'asks', 'particulars', 'mailItem', 'cause', 'promise'] as const;
export type SharedPart = (typeof sharedParts)[number];

/** Clocks of an assist: accepting it, answering it, and the end of an answered one that nobody closes. */
export const assistClocks = ['accept', 'answer', 'close'] as const;
export type AssistClock = (typeof assistClocks)[number];
