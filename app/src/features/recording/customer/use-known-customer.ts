import { useEffect, useRef, useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { NumberAnswer } from '../../../records/ask-about-number.ts';
import { keepCustomer, knownOnPhone } from './known-customer.ts';
import type { KnownCustomer } from '../recording-form.ts';

/** How well a number is known: `stranger` only when the operator itself said so. */
export type Acquaintance = 'asking' | 'known' | 'stranger' | 'unclear';

/**
 * Fills in a customer as soon as the number is complete: first what this phone knows, then what the operator answers. `onKnown` gets the customer and whoever
 * was filled in before. The masked name is only for comparing it with what the customer says.
 */
export function useKnownCustomer(
  staff: Staff,
  phone: string | null,
  answer: NumberAnswer | null,
  onKnown: (known: KnownCustomer, before: KnownCustomer | null) => void,
): { acquaintance: Acquaintance | null; nameMasked: string | null } {
  const [known, setKnown] = useState<{ phone: string; customer: KnownCustomer } | null>(null);
  const before = useRef<KnownCustomer | null>(null);
  const notify = useRef(onKnown);
  useEffect(() => {
    notify.current = onKnown;
  });
  useEffect(() => {
    if (phone === null) return undefined;
    let isCurrent = true;
    const meet = (customer: KnownCustomer): void => {
      setKnown({ phone, customer });
      notify.current(customer, before.current);
      before.current = customer;
    };
    const told = answer?.kind === 'told' ? answer.customer : null;
    if (told) {
      const customer = { name: told.nameMasked, tier: told.tier, homeRegion: told.homeRegion };
      meet(customer);
      void keepCustomer(staff.uid, phone, customer);
    } else {
      void knownOnPhone(staff, phone).then((onPhone) => void (onPhone && isCurrent && meet(onPhone)));
    }
    return () => {
      isCurrent = false;
    };
  }, [staff, phone, answer]);
  if (phone === null) return { acquaintance: null, nameMasked: null };
  if (known?.phone === phone) return { acquaintance: 'known', nameMasked: known.customer.name };
  const unknown = answer?.kind === 'told' ? 'stranger' : 'unclear';
  return { acquaintance: answer === null ? 'asking' : unknown, nameMasked: null };
}
