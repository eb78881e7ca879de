import { useEffect, useRef, useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { knownOnPhone, knownToOperator } from './known-customer.ts';
import type { KnownCustomer } from '../recording-form.ts';

/** How well a number is known: `stranger` only when the operator itself said so. */
export type Acquaintance = 'asking' | 'known' | 'stranger' | 'unclear';

/**
 * Looks a number up as soon as it is complete: first what this phone knows, then what the operator knows. `onKnown` gets the customer and whoever was
 * filled in before. The masked name is only for comparing it with what the customer says.
 */
export function useKnownCustomer(
  staff: Staff,
  contactKey: string | null,
  onKnown: (known: KnownCustomer, before: KnownCustomer | null) => void,
): { acquaintance: Acquaintance | null; nameMasked: string | null } {
  const [acquaintance, setAcquaintance] = useState<Acquaintance | null>(null);
  const [nameMasked, setNameMasked] = useState<string | null>(null);
  const before = useRef<KnownCustomer | null>(null);
  const notify = useRef(onKnown);
  useEffect(() => {
    notify.current = onKnown;
  });
  useEffect(() => {
    if (contactKey === null) {
      setAcquaintance(null);
      setNameMasked(null);
      return undefined;
    }
    let isCurrent = true;
    const meet = (known: KnownCustomer): void => {
      setAcquaintance('known');
      setNameMasked(known.name);
      notify.current(known, before.current);
      before.current = known;
    };
    setAcquaintance('asking');
    setNameMasked(null);
    void (async () => {
      const onPhone = await knownOnPhone(staff, contactKey);
      if (onPhone && isCurrent) meet(onPhone);
      const toOperator = await knownToOperator(staff, contactKey);
      if (!isCurrent) return;
      if (toOperator) meet(toOperator);
      else if (!onPhone) setAcquaintance(toOperator === null ? 'stranger' : 'unclear');
    })();
    return () => {
      isCurrent = false;
    };
  }, [staff, contactKey]);
  return { acquaintance, nameMasked };
}
