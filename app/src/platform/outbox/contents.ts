import type { ShrunkPhoto } from '../device/shrunk-photo.ts';
import type { Stamps } from './author.ts';

/** What an aggregate comes into being with. Moments are milliseconds under the names that the domain gives them. */
export interface NewContent {
  document: Record<string, unknown>;
  /** Documents that are created together with it, by their path below it. */
  beside: Record<string, Record<string, unknown>>;
  /** Stored fields that functions never touch and that two different aggregates never share: what is there already is known by them. */
  identifiedBy: readonly string[];
  /** Which of its fields say who somebody is, and which field of their staff document the rules compare them with. */
  stamps: Stamps;
}
export type EntryContent = { type: string; payload: Record<string, unknown>; capturedAtMs: number; clockOffsetMs: number };
export type PhotoContent = Omit<ShrunkPhoto, 'bytes'>;

interface NewItemOf {
  id: string;
  /** The aggregate that it is or belongs to. */
  collection: string;
  aggregateId: string;
}

/** What an item will create, as it is before sealing. */
export type NewItem = NewItemOf &
  ({ kind: 'aggregate'; content: NewContent } | { kind: 'entry'; content: EntryContent } | { kind: 'photo'; content: PhotoContent; bytes: Uint8Array });
