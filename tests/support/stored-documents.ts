import { encodeFields } from '@shouwen/domain/kernel/rest-value';

interface Ports {
  firestore: number;
}

/** The emulator's documents as an administrator sees them, over REST: the browser tests' way of looking behind the screens. */
function documentUrl(path: string): string {
  const { firestore } = JSON.parse(process.env['SHOUWEN_PORTS'] ?? '{}') as Ports;
  return `http://127.0.0.1:${firestore}/v1/projects/${process.env['SHOUWEN_PROJECT']}/databases/(default)/documents/${path}`;
}

const asOwner = { authorization: 'Bearer owner', 'content-type': 'application/json' };

type Value = Record<string, unknown>;
type Fields = Record<string, unknown>;

interface RestDocument {
  name: string;
  fields?: Record<string, Value>;
}

/** A document's plain fields, or null; timestamps and maps stay as the REST interface writes them. */
export async function storedDocument(path: string): Promise<Fields | null> {
  const response = await fetch(documentUrl(path), { headers: asOwner });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return fieldsOf((await response.json()) as RestDocument);
}

/** The documents of a collection by their ids, up to a page of them. */
export async function storedDocuments(path: string): Promise<Record<string, Fields>> {
  const response = await fetch(`${documentUrl(path)}?pageSize=300`, { headers: asOwner });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const { documents = [] } = (await response.json()) as { documents?: RestDocument[] };
  return Object.fromEntries(documents.map((document) => [document.name.split('/').at(-1) ?? '', fieldsOf(document)]));
}

export async function storeDocument(path: string, document: object): Promise<void> {
  const response = await fetch(documentUrl(path), { method: 'PATCH', headers: asOwner, body: JSON.stringify({ fields: encodeFields(document) }) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

async function deleteDocument(path: string): Promise<void> {
  const response = await fetch(documentUrl(path), { method: 'DELETE', headers: asOwner });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** Gives everybody all tries at looking a complaint up again: the tests share one caller's allowance. */
export async function forgetTries(): Promise<void> {
  for (const id of Object.keys(await storedDocuments('throttles'))) await deleteDocument(`throttles/${id}`);
}

function fieldsOf({ fields = {} }: RestDocument): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Object.values(value)[0]]));
}
