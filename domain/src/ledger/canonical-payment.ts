import { canonicalIdentifier, type IdentifierForms } from '../kernel/identifier.ts';
import type { AccountNo } from '../kernel/brand.ts';

interface NamedPayment {
  accountNo: AccountNo | null;
  cardSerial: string | null;
}

/** What a payment names, in the one spelling by which it is compared and kept (REF-4, REF-5). An account that was found has its own. */
export function canonicalPayment({ accountNo, cardSerial }: NamedPayment, identifiers: IdentifierForms, foundAccountNo: string | null): NamedPayment {
  const canonical = (named: string) => canonicalIdentifier(named, identifiers.account);
  const isFound = accountNo !== null && foundAccountNo !== null && canonical(foundAccountNo) === canonical(accountNo);
  return {
    accountNo: isFound ? foundAccountNo : accountNo && canonical(accountNo),
    cardSerial: cardSerial === null ? null : canonicalIdentifier(cardSerial, identifiers.rechargeCard),
  };
}
