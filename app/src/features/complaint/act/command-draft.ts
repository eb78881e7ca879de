import { useState } from 'react';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import type { CommandDraft } from './command-form.ts';

interface KeptDraft {
  draft: CommandDraft;
  /** Whether something was left over from before: said to the person, so that they do not send yesterday's words. */
  wasKept: boolean;
  change: (name: string, value: string) => void;
  forget: () => void;
}

/** What is being typed about a complaint, kept until it is sent: a form may be left by accident, and a browser may reload a page that was in the background. */
export function useCommandDraft(complaintId: string, type: StaffCommandType, start: CommandDraft): KeptDraft {
  const key = `shouwen.form/${complaintId}/${type}`;
  const [kept] = useState(() => readKept(key));
  const [draft, setDraft] = useState<CommandDraft>(() => kept ?? start);
  const change = (name: string, value: string): void => {
    const changed = { ...draft, [name]: value };
    setDraft(changed);
    keep(key, changed);
  };
  return { draft, wasKept: kept !== null, change, forget: () => sessionStorage.removeItem(key) };
}

function readKept(key: string): CommandDraft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as CommandDraft);
}

/** Where the browser's storage is full, the form itself still holds the words as long as it is open. */
function keep(key: string, draft: CommandDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    sessionStorage.removeItem(key);
  }
}
