import { idToken } from './session.ts';

const timeoutMs = 20_000;

/**
 * Calls a function as the signed-in person, through this app's own origin (firebase.json leads `/api/<name>` to it), so that no other origin
 * ever needs to be let in. The callable protocol is one POST, for which the functions SDK is not needed.
 *
 * @throws Error when it was refused or could not be reached; what it should have changed shows only when the server says so.
 */
export async function call(name: 'setAvailability', data: Record<string, unknown>): Promise<void> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await idToken()}` },
    body: JSON.stringify({ data }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
}
