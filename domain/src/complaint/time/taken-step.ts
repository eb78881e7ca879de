import type { Uid } from '../../kernel/brand.ts';
import type { PostId } from '../../policy/clock-rules.ts';
import type { ClockName } from '../complaint-values.ts';
import type { PassedOver } from './reporting-line.ts';

/** What somebody is told by a step. A wait's end and a dispatch speak for themselves to whoever has it. */
export const stepNotices = [
  'nearDue',
  'overdue',
  'raised',
  'acceptOverdue',
  'handOverWaiting',
  'statutoryNear',
  'statutoryPassed',
  'waitEnded',
  'dispatched',
] as const;
export type StepNotice = (typeof stepNotices)[number];

/** A step as it was taken: the highest that was due of its clock, and those below it that a late run passed. */
export interface TakenStep {
  id: string;
  clock: ClockName;
  level: number;
  telling: StepNotice;
  skippedIds: string[];
  toldUid: Uid | null;
  toldPost: PostId | null;
  passedOver: PassedOver[];
}
