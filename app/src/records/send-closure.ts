import type { ClosureRequest } from '@shouwen/domain/closure/closure';
import type { ClosureCommand } from '@shouwen/domain/closure/command';
import type { Created } from '../platform/outbox/create-document.ts';
import { sendEntry, sendNew } from './send.ts';

/** What a closure is made of besides what the phone adds itself. */
export type NewClosure = Omit<ClosureRequest, 'capturedAtMs' | 'clockOffsetMs' | 'receivedAtMs'>;

/** Asks for a closing; under one id an account is closed once (CLO-4). */
export function sendClosure(asked: NewClosure, audience: readonly string[]): Promise<Created> {
  return sendNew('closures', asked, audience);
}

/** Asks for a change to a closure; again under the same id when it is not known whether it arrived. */
export function sendClosureEntry(closureId: string, entryId: string, command: ClosureCommand, uid: string): Promise<Created> {
  return sendEntry('closures', closureId, entryId, command, uid);
}
