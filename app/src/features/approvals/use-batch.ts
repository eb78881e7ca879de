import { useState } from 'react';
import type { Refund } from '@shouwen/domain/refund/refund';
import { pinsOf } from '../../records/allowed-refund-commands.ts';
import { checkConnectivity } from '../../platform/device/connectivity.ts';
import { type Carried, carryOut } from '../../records/refund-command.ts';

/** One of several that are being approved, and what came of it; null while it is being done. */
export interface BatchItem {
  refund: Refund;
  carried: Carried | null;
}

export interface Batch {
  items: readonly BatchItem[];
  isBusy: boolean;
  approve(refunds: readonly Refund[]): void;
  forget(): void;
}

/** Approves several small requests one after the other: each is a decision of its own and has its own outcome. */
export function useBatch(): Batch {
  const [items, setItems] = useState<readonly BatchItem[]>([]);
  const approve = async (refunds: readonly Refund[]): Promise<void> => {
    setItems(refunds.map((refund) => ({ refund, carried: null })));
    const isReachable = await checkConnectivity();
    for (const refund of refunds) {
      const carried = isReachable ? await approveOne(refund) : ({ kind: 'unsent', why: 'offline' } as const);
      setItems((current) => current.map((item) => (item.refund.id === refund.id ? { ...item, carried } : item)));
    }
  };
  return { items, isBusy: items.some(({ carried }) => carried === null), approve: (refunds) => void approve(refunds), forget: () => setItems([]) };
}

function approveOne(refund: Refund): Promise<Carried> {
  const command = { type: 'approve' as const, ...pinsOf(refund), isBatch: true };
  return carryOut(refund.id, crypto.randomUUID(), command).catch(() => ({ kind: 'unsent', why: 'unsure' }) as const);
}
