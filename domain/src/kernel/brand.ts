declare const kind: unique symbol;

/**
 * A string or number that says what it counts or names. One kind is not taken for another: a refund's id where a complaint's is wanted does not compile. A plain
 * literal is taken for any of them, so that a rule and a test read like the policy's own words (docs/adr/0008).
 */
export type Branded<Base extends string | number, Kind extends string> = Base & { readonly [kind]?: Kind };

/** Money in integer fen, never in yuan and never with a fraction. */
export type Fen = Branded<number, 'Fen'>;
/** A moment in milliseconds since 1970. */
export type EpochMs = Branded<number, 'EpochMs'>;

/** A member of staff; the same as their login's. */
export type Uid = Branded<string, 'Uid'>;
export type UnitId = Branded<string, 'UnitId'>;
/** An operator, by the name of its policy pack. */
export type PackId = Branded<string, 'PackId'>;
export type ComplaintId = Branded<string, 'ComplaintId'>;
export type RefundId = Branded<string, 'RefundId'>;
export type ClosureId = Branded<string, 'ClosureId'>;
export type AssistId = Branded<string, 'AssistId'>;
export type PostingId = Branded<string, 'PostingId'>;
/** The operator's own number of a customer's account. */
export type AccountNo = Branded<string, 'AccountNo'>;
