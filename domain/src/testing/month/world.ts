import type { Assist } from '../../assist/assist.ts';
import type { Captured } from '../../complaint/time/clocks.ts';
import type { CustomerCommand, StaffCommand } from '../../complaint/command.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/event.ts';
import type { Directory } from '../../complaint/time/reporting-line.ts';
import type { Message } from '../../outreach/message.ts';
import type { NumberRecord } from '../../outreach/number-record.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Chance } from '../chance.ts';
import type { Agenda } from './agenda.ts';
import type { Phone } from './phones.ts';

/** One entry of a journal, as far as the rules are concerned. */
export interface MonthEntry {
  id: string;
  type: string;
  /** Null for the product itself and for customers. */
  uid: string | null;
  /** What a person asked for; null where the product wrote what it had done. */
  command: StaffCommand | CustomerCommand | null;
  /** The entry of the same phone that it builds upon. */
  after: string | null;
  captured: Captured;
  outcome: string;
  events: readonly ComplaintEvent[];
}

/** A complaint as it is stored: with a version that every commit must name, and with its journal. */
export interface Stored {
  complaint: Complaint;
  version: number;
  journal: Map<string, MonthEntry>;
  /** Ids of steps that have been taken or skipped: each may be there once. */
  stepIds: Set<string>;
  /** How many steps of the statutory clock told somebody in this run, or found nobody above. */
  legalTellings: number;
  /** The promise of this run as it stood when it ran out, once it has. */
  ranOutAtMs: number | null;
  /** Whether the customer has disagreed with an answer, from when on the law's time is over for them. */
  hasDisagreed: boolean;
  /** When the customer really told it. */
  toldAtMs: number;
}

/** An assist as it is stored, and how often it was answered. */
export interface MonthAssist {
  assist: Assist;
  version: number;
  tellings: number;
}

/** Something that has arrived and has no outcome: what the sweep looks for. */
export interface Pending {
  sinceMs: number;
  work: () => void;
}

/** The city in its month: people, phones, documents, and what is still to happen. */
export interface World {
  seed: number;
  chance: Chance;
  nowMs: number;
  endMs: number;
  /** When everything has come to rest; what would come later comes no more. */
  restUntilMs: number;
  /** False once everything only has to come to rest. */
  hasFaults: boolean;
  agenda: Agenda<() => void>;
  staff: Map<string, Staff>;
  /** Worked out anew after each change of staff. */
  directory: Directory | null;
  phones: Map<string, Phone>;
  complaints: Map<string, Stored>;
  assists: Map<string, MonthAssist>;
  /** Earlier complaints by customer (ATT-2). */
  byCustomer: Map<string, Complaint[]>;
  pending: Map<string, Pending>;
  /** Ids of complaints by when they fall due; outdated where the complaint has another moment by now. */
  due: Agenda<string>;
  /** Open, unanswered complaints by whoever has them or is offered them, and open ones by their owners. */
  held: Map<string, Set<string>>;
  owned: Map<string, Set<string>>;
  /** Messages to customers; what is kept of each customer’s number, who opted out, whose number passed on and when, and what the centre has sent. */
  messages: Map<string, Message>;
  numbers: Map<string, NumberRecord>;
  optedOut: Set<string>;
  movedNumbers: Map<string, number>;
  sentKeys: Set<string>;
  centreAwayUntilMs: number;
  /** What is done about messages with each commit. */
  tell: (before: Complaint, after: Complaint, events: readonly ComplaintEvent[]) => void;
  /** What has happened, by name: a month in which nothing happens shows nothing. */
  seen: Map<string, number>;
}

export function storedIn({ complaints }: World, id: string): Stored {
  const stored = complaints.get(id);
  if (!stored) throw new Error(`there is no complaint ${id}`);
  return stored;
}

export function note({ seen }: World, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}
