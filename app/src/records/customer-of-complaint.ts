import { useEffect, useState } from 'react';
import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { call } from '../platform/callable/callable.ts';
import { askFailureOf } from './ask-about-number.ts';
import { type AccountSearch, searchOf } from './find-account.ts';

const answerSchema = z.object({ accounts: z.array(z.record(z.string(), z.unknown())) });

/** The customer's accounts, null until they are known. */
export interface CustomerOfComplaint {
  search: AccountSearch | null;
}

const unknown: CustomerOfComplaint = { search: null };

/** Whose complaint it is, as far as a refund needs to know. */
export function useCustomerOfComplaint(complaintId: string | null): CustomerOfComplaint {
  const [customer, setCustomer] = useState(unknown);
  useEffect(() => {
    let isOver = false;
    setCustomer(unknown);
    if (complaintId !== null) void ask(complaintId).then((asked) => void (isOver || setCustomer(asked)));
    return () => {
      isOver = true;
    };
  }, [complaintId]);
  return customer;
}

async function ask(complaintId: string): Promise<CustomerOfComplaint> {
  try {
    const { accounts } = answerSchema.parse(await call('customerOfComplaint', { complaintId }));
    return { search: searchOf(accounts) };
  } catch (error) {
    return { search: askFailureOf(error) };
  }
}
