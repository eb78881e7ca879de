import { type Creation, fetchDocument } from './rest-commit.ts';

/** What the rules compare a new document with: the staff document of whoever sends it, as it is then. */
interface Author {
  name: string;
  unitId: string;
  audience: string[];
}

/** The field of a new document that says it, and what it says of its author. */
export type Stamps = Readonly<Record<string, keyof Author>>;

/** Creations that can be sent now, or why they cannot. */
type Stamped = { kind: 'stamped'; creations: readonly Creation[] } | { kind: 'signInAgain' } | { kind: 'unsure' } | { kind: 'unreachable' };

/**
 * Has a new aggregate, the first of what is created with it, say who its author is now: they may have been moved or renamed since they did what is sent, and
 * that must not keep it from arriving (ADM-6).
 */
export async function stampedNow(creations: readonly Creation[], stamps: Stamps, login: { uid: string; idToken: string }, timeoutMs: number): Promise<Stamped> {
  if (Object.keys(stamps).length === 0) return { kind: 'stamped', creations };
  const read = await fetchDocument(`staff/${login.uid}`, login.idToken, timeoutMs, ['name', 'unitId', 'audience']);
  if (read.kind === 'done') return isAuthor(read.body) ? { kind: 'stamped', creations: stamped(creations, stamps, read.body) } : { kind: 'unsure' };
  // Whoever may not read their own document may create nothing either; that is for the server to say about what is sent.
  if (read.kind === 'refused' || read.kind === 'absent') return { kind: 'stamped', creations };
  return read;
}

function isAuthor(body: Record<string, unknown>): body is Record<string, unknown> & Author {
  const { name, unitId, audience } = body;
  return typeof name === 'string' && typeof unitId === 'string' && Array.isArray(audience) && audience.every((id) => typeof id === 'string');
}

function stamped([aggregate, ...beside]: readonly Creation[], stamps: Stamps, author: Author): Creation[] {
  if (!aggregate) return [];
  const said = Object.fromEntries(Object.entries(stamps).map(([field, of]) => [field, author[of]]));
  return [{ ...aggregate, fields: { ...aggregate.fields, ...said } }, ...beside];
}
