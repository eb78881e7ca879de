import { onSchedule } from 'firebase-functions/scheduler';
import { contactPepper } from '../contact-pepper.ts';
import { checkBooks as reconcile } from '../ledger/check-books.ts';
import { registerFormerCards } from '../refund/register-former-cards.ts';
import { productionHost } from '../production-host.ts';

/** Each night: cards of before under the spelling of today, then entries, balances and causes against each other. */
export const reconcileBooks = onSchedule(
  { schedule: '30 2 * * *', timeZone: 'Asia/Shanghai', region: 'asia-east2', maxInstances: 1, timeoutSeconds: 540, memory: '1GiB', secrets: [contactPepper] },
  async () => {
    const host = productionHost();
    await registerFormerCards(host);
    await reconcile(host);
  },
);
