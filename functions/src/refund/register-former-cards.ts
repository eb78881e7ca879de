import { canonicalIdentifier } from '@shouwen/domain/kernel/identifier';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import type { Host } from '../host.ts';
import { readPages } from '../ledger/read-pages.ts';

/** The states in which a card has left the desk. */
const handedOver: readonly Refund['state'][] = ['executing', 'posted', 'reversed'];

/**
 * REF-5: cards that were handed over before serial numbers had one spelling are registered under it, so that none of them pays again. Running it twice changes
 * nothing; what is there stays.
 *
 * @returns how many were registered.
 */
export async function registerFormerCards(host: Host): Promise<number> {
  const former: Refund[] = [];
  await readPages(host.store, { collection: 'refunds', where: [['form', '==', 'rechargeCard']] }, ({ id, data }) => former.push(refundFromStored(id, data)));
  let count = 0;
  for (const { id, pack, state, cardSerial } of former) {
    const { identifiers } = await host.reference.packInForce(pack, host.store);
    const serial = canonicalIdentifier(cardSerial ?? '', identifiers.rechargeCard);
    if (cardSerial === serial || serial === '' || !handedOver.includes(state)) continue;
    count += await host.store.transaction(async (transaction) => {
      if (await transaction.get(`rechargeCards/${serial}`)) return 0;
      transaction.create(`rechargeCards/${serial}`, { refundId: id });
      return 1;
    });
  }
  return count;
}
