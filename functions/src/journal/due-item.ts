import type { ClosureFigures } from '@shouwen/domain/closure/figures';
import type { EpochMs, Fen } from '@shouwen/domain/kernel/brand';
import type { PassedOver } from '@shouwen/domain/complaint/time/reporting-line';

/** One thing that will be due, and what the schedule would make of it. */
export interface DueItem {
  /** The aggregate's name. */
  kind: string;
  id: string;
  number: string;
  dueAtMs: EpochMs;
  /** What would be done; null when nothing would. */
  would: string | null;
  /** Why not; null when it would be done. */
  skip: string | null;
  /** Null where no money is moved. */
  amountFen: Fen | null;
  /** Of a closing: all that it comes to, as everywhere else. */
  figures: Pick<ClosureFigures, 'movesFen' | 'paidOutFen' | 'lapsesFen' | 'owedFen'> | null;
  account: string | null;
  target: string | null;
  /** Of a complaint: the step, the name of whoever would be told or get it, and who would be passed over on the way up, and why. */
  step: string | null;
  to: string | null;
  passedOver: PassedOver[];
}

/** What an item says of an aggregate that moves no money and climbs no reporting line. */
export const plainItem = { amountFen: null, figures: null, account: null, target: null, step: null, to: null, passedOver: [] } satisfies Partial<DueItem>;
