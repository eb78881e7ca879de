import { idToken } from '../session/session.ts';

const timeoutMs = 20_000;

type CallableName =
  | 'setAvailability'
  | 'fileClosureEvidence'
  | 'openClosureEvidence'
  | 'showClosureLink'
  | 'nameDeputy'
  | 'previewSchedule'
  | 'findRelatedRefunds'
  | 'exportStatement'
  | 'previewPolicy'
  | 'publishPolicy'
  | 'confirmChange'
  | 'previewChange'
  | 'exportChanges'
  | 'importCalendar'
  | 'openBoard'
  | 'registerDevice'
  | 'removeDevice'
  | 'setPreferences'
  | 'findByPhone'
  | 'customerOfComplaint'
  | 'correctConcerned'
  | 'showLink'
  | 'openContact'
  | 'optOutForCustomer'
  | 'tellAgain'
  | 'pauseMessages'
  | 'findByAccountNo';

/** A function that was reached and said no; `status` is the callable protocol's, such as `PERMISSION_DENIED`. */
export class CallRefused extends Error {
  readonly status: string;
  /** What the function said: a code, and what it is about where that is told. */
  readonly reason: { code: string; details: unknown };
  constructor(name: CallableName, status: string, reason = { code: '', details: undefined as unknown }) {
    super(`${name} answered ${status}`);
    this.name = 'CallRefused';
    this.status = status;
    this.reason = reason;
  }
}

interface CallError {
  status?: string;
  message?: string;
  details?: unknown;
}

/**
 * Calls a function as the signed-in person, through this app's own origin (firebase.json leads `/api/<name>` to it), so that no other origin
 * ever needs to be let in. The callable protocol is one POST, for which the functions SDK is not needed. The result still has to be parsed.
 * With `outlivesPage` the browser goes on sending when the page has gone.
 *
 * @throws CallRefused when it was refused, another Error when it could not be reached; what it should have changed shows only when the server says so.
 */
export async function call(name: CallableName, data: Record<string, unknown>, { outlivesPage = false } = {}): Promise<unknown> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await idToken()}` },
    body: JSON.stringify({ data }),
    signal: AbortSignal.timeout(timeoutMs),
    keepalive: outlivesPage,
  });
  const answer = (await response.json().catch(() => null)) as { result?: unknown; error?: CallError } | null;
  if (response.ok && answer !== null) return answer.result;
  const error = answer?.error;
  if (error?.status !== undefined && response.status < 500) throw new CallRefused(name, error.status, { code: error.message ?? '', details: error.details });
  throw new Error(`${name} answered ${response.status}`);
}
