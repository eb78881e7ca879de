import { z } from 'zod';
import { fromStored } from './stored.ts';

/**
 * Gives a document of one version what the next one added. It leaves alone what is there: a phone's new document names no version, so every
 * upcast is applied to it.
 */
export type Upcast = (document: Record<string, unknown>) => Record<string, unknown>;

/** How documents of a collection are read. Each later version adds one upcast at the end of the list, and none is ever taken out. */
export interface StateDocument<State> {
  collection: string;
  schema: z.ZodType<State>;
  upcasts: readonly Upcast[];
}

/** A document that no version of the product can have written; names the place and the kind of mistake, never what stands there. */
export class UnreadableDocument extends Error {
  override name = 'UnreadableDocument';
}

/** Fields of a state document. What this version does not know is kept as it is: a later one may have written it. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape);
}

/** The version by which functions saved a document last. Phones write none, and neither did the first version of the product. */
export const schemaVersion = z.int().default(1);

/** The version that documents have once this version of the product has saved them; one that names none is of the first. */
export function versionOf({ upcasts }: Pick<StateDocument<never>, 'upcasts'>): number {
  return upcasts.length + 1;
}

/** Reads a document for somebody who shows many: one that cannot be read is null instead of hiding the others. */
export function readableOrNull<State>(read: (id: string, stored: Record<string, unknown>) => State, id: string, stored: Record<string, unknown>): State | null {
  try {
    return read(id, stored);
  } catch (error) {
    if (error instanceof UnreadableDocument) return null;
    throw error;
  }
}

/**
 * Reads a stored document of any version so far.
 *
 * @throws UnreadableDocument when it does not fit the schema.
 */
export function readDocument<State>(
  { collection, schema, upcasts }: StateDocument<State>,
  key: Record<string, string>,
  stored: Record<string, unknown>,
): State {
  const version = schemaVersion.catch(1).parse(stored['schemaVersion']);
  const read: Record<string, unknown> = { ...fromStored(stored), ...key };
  const parsed = schema.safeParse(upcasts.slice(version - 1).reduce((document, upcast) => upcast(document), read));
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, code }) => `${z.core.toDotPath(path) || 'all of it'} (${code})`);
  throw new UnreadableDocument(`${collection}/${Object.values(key)[0]} cannot be read: ${mistakes.join(', ')}`);
}
