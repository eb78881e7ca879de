import type { EpochMs, Uid, UnitId } from '../kernel/brand.ts';
import type { RefusalCode } from '../kernel/decision.ts';
import type { AssistAnswer, AssistOverdue, AssistReturn, AssistStep } from './assist.ts';
import type { SharedFacts } from './shared-facts.ts';

interface By {
  uid: Uid;
  name: string;
}

/** Who is asked from now on, and by when. */
export interface Addressing {
  toUnitId: UnitId | null;
  path: UnitId[];
  /** Who sees it by their unit: the complaint's side and the asked one. */
  audience: UnitId[];
  acceptDueAtMs: EpochMs | null;
  dueAtMs: EpochMs;
  plan: AssistStep[];
  /** Whether it goes by the green channel (GRN-1). */
  isGreen: boolean;
}

/** What has become true of an assist. Every event carries the moment that counts. */
export type AssistEvent = { atMs: number } & (
  | { type: 'turnedAway'; code: RefusalCode }
  | { type: 'asked'; packVersion: string; addressing: Addressing; askerUids: Uid[]; facts: SharedFacts }
  | { type: 'accepted'; by: By }
  | { type: 'letGo'; addressing: Addressing }
  | { type: 'returned'; returned: AssistReturn; goesToArbitration: boolean }
  | { type: 'readdressed'; addressing: Addressing }
  | { type: 'arbitrated'; addressing: Addressing; reason: string; by: By }
  | { type: 'chased'; text: string; by: By }
  | { type: 'answered'; answer: AssistAnswer; closesBy: AssistStep }
  | { type: 'closed' }
  | { type: 'cancelled'; reason: string; by: By | null }
  | { type: 'overdueNoted'; overdue: AssistOverdue }
  | { type: 'overdueTakenBack'; overdue: Pick<AssistOverdue, 'clock' | 'dueAtMs'> }
);
