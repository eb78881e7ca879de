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
  'contactPromised',
] as const;
export type StepNotice = (typeof stepNotices)[number];

/** A step as it was taken, and who was told by it. */
export interface TakenStep {
  id: string;
  clock: ClockName;
  level: number;
  telling: StepNotice;
  toldUid: Uid | null;
  toldPost: PostId | null;
  passedOver: PassedOver[];
}

/** What is told of steps that came together: to each person of each clock the highest alone. A dispatch speaks for itself to whoever gets the complaint by it. */
export function toldBySteps(taken: readonly TakenStep[]): (TakenStep & { toldUid: Uid })[] {
  const told = taken.flatMap((step) => (step.toldUid === null || step.telling === 'dispatched' ? [] : [{ ...step, toldUid: step.toldUid }]));
  return told.filter(({ clock, toldUid, level }) => !told.some((other) => other.clock === clock && other.toldUid === toldUid && other.level > level));
}
