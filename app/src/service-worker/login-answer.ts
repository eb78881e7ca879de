/**
 * Whether an answer about a login is the login service's own word. Firebase Auth forgets the login on any error in JSON, be it a proxy's, one of a
 * quota that is used up or of a key that is refused here; only 400 says that the token itself is no longer good.
 */
export async function isLoginAnswer(answer: Response): Promise<boolean> {
  if (answer.status !== 200 && answer.status !== 400) return false;
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return false;
  return answer.status === 200 || 'error' in body;
}
