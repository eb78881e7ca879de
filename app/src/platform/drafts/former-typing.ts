import { keepDraft } from './drafts.ts';

const formerPrefix = 'shouwen.form/';

/**
 * An earlier version kept what was typed about complaints in the tab's session storage, unsealed. A tab that was updated under it may still hold some:
 * it becomes drafts like all others. What cannot be kept yet stays for the next start.
 */
export async function sealFormerTyping(ownerUid: string): Promise<void> {
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(formerPrefix))) {
    const typed = parsed(sessionStorage.getItem(key));
    if (typed !== null) await keepDraft(ownerUid, { form: 'command', id: `command/${key.slice(formerPrefix.length)}` }, typed);
    sessionStorage.removeItem(key);
  }
}

function parsed(text: string | null): object | null {
  try {
    const typed: unknown = JSON.parse(text ?? 'null');
    return typeof typed === 'object' ? typed : null;
  } catch {
    return null;
  }
}
