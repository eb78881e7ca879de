import type { PolicyChange } from '@shouwen/domain/policy/change-policy';

/** What an administrator is about to publish, as it lies on the phone. */
export interface PolicyDraft {
  /** The version that they looked at when they began. */
  basedOn: string;
  changes: readonly PolicyChange[];
  reason: string;
  applyToOpen: boolean;
}

export const noDraft: PolicyDraft = { basedOn: '', changes: [], reason: '', applyToOpen: false };

/** With this figure to be as it is given, or, with `null`, to stay as it is in force. As long as nothing is changed, it is about whatever is in force. */
export function withFigure(draft: PolicyDraft, version: string, key: string, value: PolicyChange['value'] | null): PolicyDraft {
  const others = draft.changes.filter((change) => change.key !== key);
  return { ...draft, basedOn: draft.changes.length === 0 ? version : draft.basedOn, changes: value === null ? others : [...others, { key, value }] };
}

/** Whether somebody has published another version since the first change was made. */
export function isDraftOutdated(draft: PolicyDraft, version: string): boolean {
  return draft.changes.length > 0 && draft.basedOn !== version;
}
