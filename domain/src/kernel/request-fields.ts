import { z } from 'zod';
import { writtenMoment, writtenOffset } from './written-moment.ts';

/** What a request for something has, whatever is asked for: who asks, for which unit, when, and that nothing is decided about it yet. */
export const requestFields = {
  pack: z.string(),
  packVersion: z.string().max(30),
  requesterUid: z.string(),
  requesterName: z.string(),
  requesterUnitId: z.string(),
  capturedAtMs: writtenMoment,
  clockOffsetMs: writtenOffset,
  receivedAtMs: z.int(),
  state: z.literal('requested'),
  open: z.literal(true),
  people: z.array(z.string()),
  audience: z.array(z.string()),
};
