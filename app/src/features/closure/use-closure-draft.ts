import { useEffect, useRef, useState } from 'react';
import type { Account } from '@shouwen/domain/ledger/account';
import { findByAccountNo } from '../../records/find-account.ts';
import { forgetForm, keepForm, keptForm } from '../../platform/drafts/form-draft.ts';
import type { ClosureDraft } from './closure-form.ts';

const formName = 'closure';

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
  const [draft, setDraft] = useState<ClosureDraft | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const current = useRef<ClosureDraft | null>(null);
  const set = (changed: ClosureDraft): void => {
    current.current = changed;
    setDraft(changed);
  };
  useEffect(() => {
    let isOver = false;
    const start = (kept: ClosureDraft | null): void => {
      if (isOver || current.current) return;
      set(kept ?? emptyDraft());
      setWasKept(kept !== null);
      void renewed(kept?.account).then((account) => void (isOver || (account && current.current && set({ ...current.current, account }))));
      void renewed(kept?.target).then((target) => void (isOver || (target && current.current && set({ ...current.current, target }))));
    };
    // A phone that cannot keep anything still has the form itself.
    keptForm<ClosureDraft>(uid, formName).then(start, () => start(null));
    return () => {
      isOver = true;
    };
  }, [uid]);
  if (draft === null) return null;
  const change = (part: Partial<ClosureDraft>): void => {
    const changed = { ...(current.current ?? draft), ...part };
    set(changed);
    keepForm(uid, formName, changed).catch(() => undefined);
  };
  const clear = (): void => {
    set(emptyDraft());
    setWasKept(false);
    forgetForm(formName).catch(() => undefined);
  };
  return { draft, wasKept, change, clear };
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
