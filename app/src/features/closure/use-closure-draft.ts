import { useEffect, useRef } from 'react';
import type { Account } from '@shouwen/domain/ledger/account';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { findByAccountNo } from '../../records/find-account.ts';
import type { ClosureDraft } from './closure-form.ts';

interface KeptDraft {
  draft: ClosureDraft;
  /** Whether something was left over from before: said to the person, so that they do not close yesterday's account. */
  wasKept: boolean;
  change: (part: Partial<ClosureDraft>) => void;
  /** Starts with nothing and an id of its own, when it has been sent or is not wanted any more. */
  clear: () => void;
}

/** What is being chosen, kept until it is sent, however the form is left; null until it is known what was kept. */
export function useClosureDraft(uid: string): KeptDraft | null {
  const form = useDraft<ClosureDraft>(uid, { form: 'closure', id: 'closure' }, emptyDraft);
  const latest = useRef(form);
  latest.current = form;
  const wasKept = form?.wasKept ?? false;
  useEffect(() => {
    let isOver = false;
    for (const part of ['account', 'target'] as const) {
      const before = wasKept ? latest.current?.content[part] : null;
      void renewed(before).then((account) => {
        // Only where the same account is still chosen: the person may be quicker.
        if (!isOver && account) void latest.current?.change((draft) => (draft[part] === before ? { ...draft, [part]: account } : draft));
      });
    }
    return () => {
      isOver = true;
    };
  }, [wasKept]);
  const { account, kind } = form?.content ?? {};
  const accountNo = account?.accountNo;
  // Whether it owes or has run out, the operator's billing may know better than what was found.
  const isForBilling = accountNo !== undefined && (kind === 'arrears' || kind === 'expired');
  useEffect(() => {
    let isOver = false;
    const before = isForBilling ? latest.current?.content.account : null;
    void renewed(before).then((found) => {
      if (!isOver && found) void latest.current?.change((draft) => (draft.account === before ? { ...draft, account: found } : draft));
    });
    return () => {
      isOver = true;
    };
  }, [isForBilling, accountNo, kind]);
  return form && { draft: form.content, wasKept, change: form.put, clear: form.forget };
}

function emptyDraft(): ClosureDraft {
  return { id: crypto.randomUUID(), account: null, kind: null, identityChecked: false, cashChoice: null, target: null };
}

/** Balances may have moved since it was put aside; null when that cannot be known now. */
async function renewed(account: Account | null | undefined): Promise<Account | null> {
  if (!account) return null;
  const found = await findByAccountNo(account.accountNo);
  return found.kind === 'found' ? (found.accounts[0] ?? null) : null;
}
