import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { useDraft } from '../../../platform/drafts/use-draft.ts';
import type { CommandDraft } from './command-form.ts';

export interface KeptCommand {
  draft: CommandDraft;
  /** Whether something was left over from before: said to the person, so that they do not send yesterday's words. */
  wasKept: boolean;
  change: (name: string, value: string) => void;
  forget: () => void;
}

/** What is being typed about a complaint, kept until it is sent, however the form or the app is left; null until what was kept has been read. */
export function useCommandDraft(uid: string, complaintId: string, type: StaffCommandType, start: CommandDraft): KeptCommand | null {
  const form = useDraft<CommandDraft>(uid, { form: 'command', id: `command/${complaintId}/${type}` }, () => start);
  if (form === null) return null;
  return {
    draft: form.content,
    wasKept: form.wasKept,
    change: (name, value) => form.put({ [name]: value }),
    forget: form.forget,
  };
}
