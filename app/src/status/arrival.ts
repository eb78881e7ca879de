import { isStatusId, statusIdOfToken } from './status-id.ts';

/** How a customer came: to a page that is known, by a link that lost characters on its way, or to look their complaint up. */
export type Arrival = { kind: 'page'; statusId: string } | { kind: 'brokenLink' } | { kind: 'lookUp' };

/**
 * The secret of the link stands in the fragment, which no browser sends; only its hash leaves this function. A page that was looked up
 * is remembered by the browser's history, which survives a reload and shows in no address.
 */
export async function arrivalOf(fragment: string, historyState: unknown): Promise<Arrival> {
  const token = fragment.replace(/^#/, '');
  if (/^[A-Za-z0-9_-]{22}$/.test(token)) return { kind: 'page', statusId: await statusIdOfToken(token) };
  if (token !== '') return { kind: 'brokenLink' };
  const statusId = typeof historyState === 'object' && historyState !== null && 'statusId' in historyState ? historyState.statusId : null;
  return typeof statusId === 'string' && isStatusId(statusId) ? { kind: 'page', statusId } : { kind: 'lookUp' };
}
