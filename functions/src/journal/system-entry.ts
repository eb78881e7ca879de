import type { Host } from '../host.ts';

/** A journal entry of the product itself, applied from the start. */
export function systemEntry(host: Host, type: string, payload: Record<string, unknown>, seq: number): Record<string, unknown> {
  return {
    type,
    payload,
    actor: { kind: 'system', uid: null, name: null, unitId: null },
    after: null,
    capturedAt: host.timestamp(host.nowMs()),
    clockOffsetMs: 0,
    receivedAt: host.timestamp(host.nowMs()),
    outcome: 'applied',
    seq,
  };
}
