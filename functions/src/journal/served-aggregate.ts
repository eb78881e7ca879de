import type { EpochMs, Uid } from '@shouwen/domain/kernel/brand';
import type { EntryActor } from '@shouwen/domain/journal/actor';
import type { Aggregate, AggregateChange, AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { BookAnswer } from '../billing/send-order.ts';
import type { Host } from '../host.ts';
import type { StoredDocument, Version } from '../store.ts';
import type { DueItem } from './due-item.ts';
import type { DueWork } from './due-work.ts';
import type { LostWork } from './lost-work.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';

/** What is asked of an aggregate. */
export interface AskedCommand<State, Command, Facts> {
  state: State;
  command: Command;
  actor: EntryActor;
  /** Facts that whoever asks has already, as an answer of the billing system. */
  known?: Partial<Facts>;
}

/** An entry that the product itself leaves in a journal. */
export interface OwnEntry {
  id: string;
  type: string;
  payload: Record<string, unknown>;
}

/** An aggregate as far as deciding and writing a decision go. */
export interface Deciding<State extends AggregateState, Command extends AggregateCommand, Event, Facts> extends Pick<
  Aggregate<State, Command, Event, Facts>,
  'manifest' | 'fromStored' | 'momentOf' | 'decide' | 'evolve' | 'noticesOf' | 'noticeContent'
> {
  /** Reads what a decision may go by, as it is for this reader. */
  gather(preparing: Preparing, question: AskedCommand<State, Command, Facts>): Promise<Facts>;
  /** What a change brings about outside its own document, journal and notices, decided and not yet written (ADR 5). */
  consequences(preparing: Preparing, change: AggregateChange<State, Event, Facts>): Promise<Write[]>;
  /** Reads what only telling people needs. */
  factsForNotices?(preparing: Preparing, change: AggregateChange<State, Event, Facts>): Promise<Facts>;
  /** What the product does instead when it had to refuse, as working a chain out anew; null when nothing. */
  instead?(state: State, facts: Facts, refusal: Refusal): Command | null;
  /** The entry that one of the product's own steps leaves. */
  ownEntry?(command: Command, change: AggregateChange<State, Event, Facts>): OwnEntry;
}

interface ReleaseStep<State, Command> {
  command: Command;
  ownEntry?(after: State): OwnEntry;
}

/** How work that a person can no longer do is taken off their hands (ORG-4). */
export interface Release<State, Command> {
  /** The field that lists whose hands it is in. */
  holderField: string;
  /** How often one document may need it: a person can be handler, receiver of a hand-over and owner of the same complaint. */
  mostSteps: number;
  /** What is to be done for this person now, and the entry that it leaves if it is not the usual one; null when nothing is. */
  stepFor(preparing: Preparing, state: State, uid: Uid): Promise<ReleaseStep<State, Command> | null>;
  /** When something falls due of what they hold: then it is looked at again whether it can stay with them. */
  dueAtMs?(state: State, uid: Uid): EpochMs | null;
}

/** What comes of a document whose `nextDueAt` has come, where it is one step of the product's own. */
export interface DueStep<State, Command, Event, Facts> {
  command: Command;
  /** Those of the same lane come one after the other, as they would only stand in each other's way; without it each has its own. */
  laneOf?(document: StoredDocument): unknown;
  /** Puts the events that would follow into an item of the dry run; none where nothing is due. */
  describe(state: State, events: readonly Event[], facts: Facts): Partial<Omit<DueItem, 'kind' | 'id' | 'number' | 'dueAtMs'>>;
}

/** Due work of a special kind, and how it would be previewed. */
export interface SpecialDueWork extends DueWork {
  preview(host: Host, due: readonly StoredDocument[], untilMs: EpochMs): Promise<DueItem[]>;
}

/**
 * An aggregate as functions carry it: its rules, and beside them what has to be read for a decision and what follows from one elsewhere. The engine (apply-entry,
 * take-in, decide-on and the schedule) is the same for all of them.
 */
export interface ServedAggregate<State extends AggregateState, Command extends AggregateCommand, Event, Facts>
  extends Aggregate<State, Command, Event, Facts>, Deciding<State, Command, Event, Facts> {
  /** What has to be asked of the world outside the database before a decision: asked before its transaction begins, so that nothing is held up meanwhile. */
  askBefore?(host: Host, id: string): Promise<Partial<Facts>>;
  /** How a new document is taken in: by a command of its own, or by what this prepares to be written; nothing when there is nothing to do. */
  intake: { command: Command } | { prepare(preparing: Preparing, stored: StoredDocument, unchangedSince: Version): Promise<Write[]> };
  /** What has to be told to the world outside the database once it is committed; may be repeated, and may never happen. */
  afterCommit?(host: Host, after: State): Promise<void>;
  /** What the schedule does when `nextDueAt` has come; null where nothing is ever due. */
  due: DueStep<State, Command, Event, Facts> | SpecialDueWork | null;
  release?: Release<State, Command>;
  /** Books what the billing system has answered to an order that this aggregate gave. */
  bookAnswer?: BookAnswer;
  /** Work beside document and journal that an event may never have reached. */
  lost: readonly LostWork[];
}

/** Any of them, for whoever goes through the register. */
export type AnyAggregate = ServedAggregate<AggregateState, AggregateCommand, unknown, unknown>;
