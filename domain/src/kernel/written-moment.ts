import { z } from 'zod';
import { earliestMomentMs, latestMomentMs } from './moment.ts';

/** A moment that somebody writes. What is stored is read whatever it is (`brands.moment`), so that it stays in sight. */
export const writtenMoment = z.int().min(earliestMomentMs).max(latestMomentMs);

const centuryMs = latestMomentMs + 1 - earliestMomentMs;

/** How far a phone's clock is off, as it writes it: never further than from one end of the moments to the other. */
export const writtenOffset = z.int().min(-centuryMs).max(centuryMs);
