import type { RefundCommand } from '@shouwen/domain/refund/command';
import type { RefundRequest } from '@shouwen/domain/refund/refund';
import type { Created } from '../platform/outbox/create-document.ts';
import { sendEntry, sendNew } from './send.ts';

/** What a request is made of besides what the phone adds itself. */
export type NewRefund = Omit<RefundRequest, 'capturedAtMs' | 'clockOffsetMs' | 'receivedAtMs'>;

/** Asks for a refund; under one id money is asked for once (REF-8). */
export function sendRefund(asked: NewRefund, audience: readonly string[]): Promise<Created> {
  return sendNew('refunds', asked, audience);
}

/** Sends what somebody decided or wants about a refund; again under the same id when it is not known whether it arrived. */
export function sendRefundEntry(refundId: string, entryId: string, command: RefundCommand, uid: string): Promise<Created> {
  return sendEntry('refunds', refundId, entryId, command, uid);
}
