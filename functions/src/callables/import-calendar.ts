import { randomUUID } from 'node:crypto';
import { onCall } from 'firebase-functions/https';
import { z } from 'zod';
import { proposeCalendar } from '../change/propose-calendar.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readAdministrator, refusalError } from './answer-call.ts';

const days = z.array(z.string().max(20)).max(400);
const inputSchema = z.strictObject({ id: z.uuid().optional(), year: z.int(), holidays: days, makeUpWorkingDays: days });

/** Takes in a published year of the public calendar, or has it wait for a second person where it lets clocks run out later. */
export const importCalendar = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { id = randomUUID(), ...year } = input.data;
  const proposed = await proposeCalendar(productionHost(), (reader) => readAdministrator(reader, request.auth), { id, year });
  if (proposed.ok) return { year: year.year, state: proposed.state };
  const [problem] = proposed.problems;
  throw refusalError({ code: 'calendarInvalid', detail: [problem?.code, problem?.day].filter(Boolean).join(' ') });
});
