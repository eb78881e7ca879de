import { startVisit } from './visit.ts';

/** Begins as soon as this module runs. */
export const firstVisit = startVisit();
