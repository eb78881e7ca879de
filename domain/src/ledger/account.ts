import type { AccountNo } from '../kernel/brand.ts';
import { z } from 'zod';
import type { Role } from '../organisation/staff.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';

const { accountNo, closureId, fen, moment, packId } = brands;

/** What a customer can have with the operator (CLO-2): cash, what recharge cards brought, and credit given with a promotion. */
export const buckets = ['cash', 'rechargeCard', 'promotional'] as const;
export type Bucket = (typeof buckets)[number];

export const balancesSchema = fields({ cash: fen, rechargeCard: fen, promotional: fen });
/** In integer fen; what the operator owes the customer is positive. */
export type Balances = z.infer<typeof balancesSchema>;

export const accountKinds = ['goTone', 'prepaid'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const accountStates = ['open', 'blocked', 'closed'] as const;

const accountSchema = fields({
  accountNo,
  pack: packId,
  schemaVersion,
  kind: z.enum(accountKinds),
  state: z.enum(accountStates),
  phoneMasked: z.string(),
  phoneLast4: z.string(),
  holderMasked: z.string(),
  /** Stands for the customer among accounts alone. */
  contactKey: z.string(),
  homeRegion: z.string().nullable(),
  /** What came out of all its postings; moves only together with a posting. */
  balancesFen: balancesSchema,
  /** While a closure has frozen what is left; `isOrdered` once its amounts are with the billing system. */
  hold: fields({ closureId, isOrdered: z.boolean() }).nullable(),
  /** The account that what still arrives goes to once this one is closed and empty (CLO-5). */
  followsTo: accountNo.nullable(),
  closedAtMs: moment.nullable(),
  /** Until when a prepaid account is valid, as the operator’s billing says; null where it does not say or there is no end. */
  validUntilMs: moment.nullable(),
  /** That billing counts it as in arrears, whatever the balance here. */
  isInArrears: z.boolean(),
  /** Number of postings that moved it. */
  seq: z.int(),
  updatedAtMs: moment,
});
/** A customer's account: `accounts/{accountNo}`. Its number is the operator's own, never the phone number, which is personal. */
export type Account = z.infer<typeof accountSchema>;

/** What an operator's billing says of an account: whether it counts it as in arrears, and until when it is valid, null where there is no end. */
export type AccountStanding = Pick<Account, 'isInArrears' | 'validUntilMs'>;

/** Before accounts said so, nobody could tell that one had run out or was in arrears, so none is taken for it. */
const withValidity: Upcast = (document) => ({ validUntilMs: null, isInArrears: false, ...document });

const accountDocument: StateDocument<Account> = { collection: 'accounts', schema: accountSchema, upcasts: [withValidity] };

export const accountVersion = versionOf(accountDocument);

export const accountNoPattern = /^[A-Za-z0-9-]{4,36}$/;

/** Balances are for those who talk to customers or handle money. */
export function mayReadAccounts(role: Role): boolean {
  return !['qualityInspector', 'knowledgeEditor', 'administrator'].includes(role);
}

export const emptyBalances: Balances = { cash: 0, rechargeCard: 0, promotional: 0 };

export function isEmpty(balances: Balances): boolean {
  return buckets.every((bucket) => balances[bucket] === 0);
}

/**
 * Reads an account as stored; functions alone write it.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function accountFromStored(accountNo: AccountNo, stored: Record<string, unknown>): Account {
  return readDocument(accountDocument, { accountNo }, stored);
}
