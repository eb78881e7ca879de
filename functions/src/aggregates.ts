import { servedAssist } from './assist/served-assist.ts';
import { servedClosure } from './closure/served-closure.ts';
import { servedComplaint } from './complaint/served-complaint.ts';
import type { AnyAggregate } from './journal/served-aggregate.ts';
import { servedRefund } from './refund/served-refund.ts';

/** Every aggregate that the engine carries: schedule, dry run, release of work and the search for what events never reached go through them all. */
export const aggregates: readonly AnyAggregate[] = [servedComplaint, servedRefund, servedClosure, servedAssist];
