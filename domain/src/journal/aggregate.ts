import type { Decision } from '../kernel/decision.ts';
import type { EpochMs, Fen, PackId, Uid, UnitId } from '../kernel/brand.ts';
import type { EntryActor } from './actor.ts';
import type { Manifest } from './manifest.ts';

/** What every aggregate's state has, whatever else it holds. */
export interface AggregateState {
  id: string;
  pack: PackId;
  /** How many decisions have changed it; 0 until functions have taken it in. */
  seq: number;
  /** Who sees it by name, and which units do with those above them. */
  people: Uid[];
  audience: UnitId[];
  /** When the schedule has something to do with it; null or absent while it has nothing. */
  nextDueAtMs?: EpochMs | null;
}

export interface AggregateCommand {
  type: string;
}

/** When a phone says that something was done, and when the server got to know. */
export interface EntryMoments {
  capturedAtMs: EpochMs;
  clockOffsetMs: number;
  receivedAtMs: EpochMs;
}

/** What somebody did to a state, as their phone tells of it, and what the same phone did to it before. */
export interface EntryAct<State> {
  state: State;
  actor: EntryActor;
  entry: EntryMoments;
  previous: EntryMoments | null;
}

export interface AggregateContext<Facts> {
  actor: EntryActor;
  /** The moment that counts for this act. */
  atMs: number;
  /** When it arrived. */
  receivedAtMs: number;
  facts: Facts;
}

/** What a decision changed, for those who tell of it. */
export interface AggregateChange<State, Event, Facts> {
  before: State;
  after: State;
  events: readonly Event[];
  /** Who did it; null for the product itself and for customers. */
  actorUid: Uid | null;
  facts: Facts;
}

/** Something that a person should know, for their inbox. */
export interface NoticeTo {
  uid: Uid;
  kind: string;
}

/** What a notice says besides its kind; nothing personal, the page that it opens holds that. */
export interface NoticeContent {
  /** What the person knows it by. */
  number: string;
  category: string | null;
  amountFen: Fen | null;
  /** Whether the pack lets people be told of it at night (SLA-4). */
  isCritical: boolean;
}

/**
 * A thing with state, journal and clocks: complaint, refund, closure. Its rules as pure functions, which the phone runs to show what will happen and functions
 * run to make it so; the engine of functions/src/journal carries any of them.
 */
export interface Aggregate<State extends AggregateState, Command extends AggregateCommand, Event, Facts> {
  manifest: Manifest;
  /** Reads a stored document; one that functions have not touched has only what the phone wrote. */
  fromStored(id: string, stored: Record<string, unknown>): State;
  /** The command in an entry that a member of staff wrote; null when it is none. */
  commandOf(entry: { type: string; payload: Record<string, unknown> }): Command | null;
  /** When an entry counts as done: by the phone as far as it can be believed (TIME), or by the server alone, as money does. */
  momentOf(act: EntryAct<State>, facts: Facts, nowMs: EpochMs): number;
  decide(state: State, command: Command, context: AggregateContext<Facts>): Decision<Event>;
  /** The same state, not a copy, where nothing has happened. */
  evolve(state: State, events: readonly Event[]): State;
  noticesOf(change: AggregateChange<State, Event, Facts>): NoticeTo[];
  noticeContent(state: State, facts: Facts): NoticeContent;
}
