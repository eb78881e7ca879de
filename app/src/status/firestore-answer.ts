/**
 * What Firestore itself answers, so that the login page of a hotel or a proxy's refusal, which have the same numbers, is taken for nothing but a line
 * that does not lead there.
 */
export type FirestoreAnswer = { kind: 'done'; body: object } | { kind: 'failed'; code: string } | { kind: 'foreign' };

/** Reads an answer; whatever does not have Firestore's own body is `foreign`. */
export async function firestoreAnswer(response: Response): Promise<FirestoreAnswer> {
  const body: unknown = await response.json().catch(() => null);
  if (!isObject(body)) return { kind: 'foreign' };
  const error = (body as { error?: { code?: unknown; status?: unknown } | null }).error;
  if (isObject(error) && error.code === response.status && typeof error.status === 'string') return { kind: 'failed', code: error.status };
  return response.ok ? { kind: 'done', body } : { kind: 'foreign' };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
