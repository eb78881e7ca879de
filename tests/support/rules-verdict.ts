/**
 * What the rules say to a request. A refusal is one only when a rule was worked out and came to "no": a rule that breaks off looks the same to
 * a phone, but would stop refusing, or stop allowing, as soon as whatever broke it is mended.
 */
export type Verdict = 'allowed' | 'refused' | `fault: ${string}`;

/**
 * The emulator works a rule out twice, at first without the documents that it needs; that attempt leaves an "evaluation error" without a
 * cause in the message. What counts is what comes beside it; a rule that really breaks off names its cause.
 */
const firstAttempt = /^evaluation error at L\d+:\d+ for '\w+' @ L\d+$/;
const plainNo = /^false for '\w+' @ L\d+$/;
/** A query is weighed before any document is read: fields that it says nothing about are unknown, so nothing is proved. */
const unproved = /^Property (people|audience|pack|approverUids|requesterUid) is undefined on object\. for 'list' @ L\d+$/;

/**
 * @param mayStayOpen for queries, batches and overwriting: there the first attempt can be all that is said, because a query proves nothing or
 *   because the rest of the request has no rule at all.
 */
export function verdictOf(status: number, body: string, mayStayOpen: boolean): Verdict {
  // Absent: the rules have let the question through, and there is nothing there.
  if (status === 200 || status === 404) return 'allowed';
  const message = messageOf(body);
  if (status !== 403) return `fault: ${status} ${message}`;
  if (message === 'No matching allow statements') return 'refused';
  const reasons = message.trim().split(/(?<=@ L\d+),\s*/);
  const final = reasons.filter((reason) => !firstAttempt.test(reason));
  const isNo = (mayStayOpen || final.length > 0) && final.every((reason) => plainNo.test(reason) || unproved.test(reason));
  return isNo ? 'refused' : `fault: ${message.replaceAll(/\s+/g, ' ').trim()}`;
}

function messageOf(body: string): string {
  const parsed: unknown = JSON.parse(body);
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  return (first as { error?: { message?: string } }).error?.message ?? body;
}
