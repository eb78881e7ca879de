import { withHiddenShown } from '@shouwen/domain/kernel/hidden-characters';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';

/** Reads a document to be shown: null when it cannot be read, so that it hides no others, and with what nobody would see in its texts written out. */
export function shownOrNull<State>(read: (id: string, stored: Record<string, unknown>) => State, id: string, stored: Record<string, unknown>): State | null {
  return readableOrNull(read, id, withHiddenShown(stored));
}
