import { onCall } from 'firebase-functions/https';
import { boardRoles, mayReadBoard } from '@shouwen/domain/board/board';
import { writtenUnitId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { refreshBoard } from '../board/refresh-board.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const inputSchema = z.strictObject({ unitId: writtenUnitId });

/** Brings a unit's board up to date for whoever may look at it; they all listen to the one document `boards/{unitId}` (SLA-6, SLA-7). */
export const openBoard = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  if (!boardRoles.includes(caller.role)) throw callError('notAllowed');
  const unit = (await host.reference.units()).get(input.data.unitId);
  // A unit that does not exist and one that is not theirs are told alike.
  if (!unit || !mayReadBoard(caller, unit)) throw callError('notAllowed');
  await refreshBoard(host, unit);
  return {};
});
