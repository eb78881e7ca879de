import { onCall } from 'firebase-functions/https';
import { z } from 'zod';
import { saveCalendar as takeIn } from '../policy/save-calendar.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readAdministrator, refusalError } from './answer-call.ts';

const days = z.array(z.string().max(20)).max(400);
const inputSchema = z.strictObject({ year: z.int(), holidays: days, makeUpWorkingDays: days });

/** Takes in a published year of the public calendar. */
export const importCalendar = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const [problem] = await takeIn(productionHost(), (reader) => readAdministrator(reader, request.auth), input.data);
  if (problem) throw refusalError({ code: 'calendarInvalid', detail: problem.day === null ? problem.code : `${problem.code} ${problem.day}` });
  return { year: input.data.year };
});
