import type { DBSchema, IDBPDatabase } from 'idb';

/** Content as it lies on the phone: AES-GCM, bound to its owner and to its own id, so that one item cannot stand in for another. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Why an item was not accepted: a Firestore status, `conflict` when another document has its id, `tooLarge` in items that a former version kept, or a refusal of the domain. */
export interface NotAcceptedReason {
  code: string;
  detail?: string;
}

/** An aggregate that comes into being, an entry of its journal, or a photo attached to it. */
export type OutboxKind = 'aggregate' | 'entry' | 'photo';
export type OutboxState = 'waiting' | 'sending' | 'notAccepted';

/** One unsent document as it lies on the phone: what is needed to choose and order the sending is readable, the content is sealed. */
export interface OutboxRow {
  /** Place in the queue, given by the database. */
  order: number;
  id: string;
  kind: OutboxKind;
  /** The aggregate that it is or belongs to. */
  collection: string;
  aggregateId: string;
  ownerUid: string;
  /** For an entry: the phone's previous one on the same aggregate. */
  after: string | null;
  state: OutboxState;
  reason: NotAcceptedReason | null;
  attempts: number;
  notBeforeMs: number;
  enqueuedAtMs: number;
  bytes: number;
  sealed: Sealed;
}

/** What was typed into a form and has not done its work yet. */
export interface DraftRow {
  id: string;
  /** Which form it is. */
  form: string;
  ownerUid: string;
  updatedAtMs: number;
  sealed: Sealed;
}

export interface DraftPhotoRow {
  id: string;
  draftId: string;
  ownerUid: string;
  sealed: Sealed;
}

/** What a known number fills in, kept for the next time without a network. */
export interface CustomerRow {
  key: string;
  ownerUid: string;
  sealed: Sealed;
}

/** The phone's last entry on an aggregate: the next one names it in `after`. */
export interface LastEntryRow {
  collection: string;
  aggregateId: string;
  ownerUid: string;
  entryId: string;
  capturedAtMs: number;
}

export interface LocalSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  outbox: { key: number; value: OutboxRow; indexes: { id: string; owner: string; aggregate: [collection: string, aggregateId: string] } };
  lastEntries: { key: [collection: string, aggregateId: string]; value: LastEntryRow; indexes: { owner: string } };
  lastSent: { key: string; value: number };
  drafts: { key: string; value: DraftRow; indexes: { owner: string } };
  draftPhotos: { key: string; value: DraftPhotoRow; indexes: { owner: string; draft: string } };
  customers: { key: string; value: CustomerRow; indexes: { owner: string } };
}

export type LocalDatabase = IDBPDatabase<LocalSchema>;
