import { isSecret, type Proof } from './proof.ts';
import { isStatusId, statusIdOfToken } from './status-id.ts';

/** How a customer came: to a page that is known, to one about a closing, by a link that lost characters on its way, to look their complaint up, or to make one. */
export type Arrival =
  | { kind: 'page'; statusId: string; proof: Proof | null }
  | { kind: 'closure'; statusId: string }
  | { kind: 'brokenLink' }
  | { kind: 'lookUp' }
  | { kind: 'intake' };

/**
 * The secret of the link stands in the fragment, which no browser sends; only its hash opens the page. Messengers and people put something behind it, which is
 * no part of it: it has 22 characters. A page that was looked up is remembered with its ticket by
 * the browser's history, which survives a reload and shows in no address.
 */
export async function arrivalOf(path: string, fragment: string, historyState: unknown): Promise<Arrival> {
  if (/^\/c(\/|$)/.test(path)) return { kind: 'intake' };
  const [, ofClosure, token] = /^#?\s*(c\.)?([A-Za-z0-9_-]{22})/.exec(decoded(fragment)) ?? [];
  if (token !== undefined && ofClosure !== undefined) return { kind: 'closure', statusId: await statusIdOfToken(token) };
  if (token !== undefined) return { kind: 'page', statusId: await statusIdOfToken(token), proof: { token } };
  if (fragment.replace(/^#/, '') !== '') return { kind: 'brokenLink' };
  const { statusId, ticket, speaks } = (historyState ?? {}) as { statusId?: unknown; ticket?: unknown; speaks?: unknown };
  if (typeof statusId !== 'string' || !isStatusId(statusId)) return { kind: 'lookUp' };
  return { kind: 'page', statusId, proof: isSecret(ticket) ? { ticket, speaks: speaks !== false } : null };
}

/** Some apps write signs of an address as %2D and the like. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
