/** Moment of the sign-in that a token rests on; null when the token does not say. The server alone trusts or distrusts it. */
export function signInAtMs(idToken: string): number | null {
  try {
    const payload = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { auth_time: seconds } = JSON.parse(atob(payload)) as { auth_time?: unknown };
    return typeof seconds === 'number' ? seconds * 1_000 : null;
  } catch {
    return null;
  }
}
