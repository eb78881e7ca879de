import { withDatabase } from './local-database.ts';
import type { LocalDatabase, Sealed } from './local-schema.ts';

/** Whose content it is and which item: authenticated with the content. */
export interface SealedFor {
  ownerUid: string;
  id: string;
}

/** Thrown when content cannot be opened: its key was destroyed with the owner's sign-out, or the storage is damaged. */
export class UnreadableContent extends Error {
  override name = 'UnreadableContent';
}

/**
 * Encrypts content for the phone's storage. The key is made on this phone for this owner and cannot be taken out of it. Photos' bytes are kept
 * apart from the JSON, because base64 would cost a third more of a phone's quota.
 */
export async function seal(content: object, owner: SealedFor, bytes: Uint8Array = new Uint8Array()): Promise<Sealed> {
  const key = await keyOf(owner.ownerUid);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(owner) }, key, joined(content, bytes));
  return { iv, data };
}

/** @throws UnreadableContent when the key is gone or the content was tampered with. */
export async function unseal<Content>(sealed: Sealed, owner: SealedFor): Promise<{ content: Content; bytes: Uint8Array<ArrayBuffer> }> {
  const key = await withDatabase((database) => database.get('keys', owner.ownerUid));
  if (!key) throw new UnreadableContent('the key is gone');
  let plain: ArrayBuffer;
  try {
    plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: boundTo(owner) }, key, sealed.data);
  } catch (cause) {
    throw new UnreadableContent('the content does not open with its key', { cause });
  }
  return parted<Content>(plain);
}

/** Without its key whatever was sealed for the owner is noise, even where the storage keeps deleted bytes for a while. */
export function destroyKey(database: LocalDatabase, ownerUid: string): Promise<void> {
  return database.delete('keys', ownerUid);
}

/** Two tabs may make the first key at once: the transaction keeps the first one, and both use it. */
async function keyOf(ownerUid: string): Promise<CryptoKey> {
  const known = await withDatabase((database) => database.get('keys', ownerUid));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return withDatabase(async (database) => {
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
    const first = await transaction.store.get(ownerUid);
    if (!first) await transaction.store.put(made, ownerUid);
    await transaction.done;
    return first ?? made;
  });
}

function boundTo({ ownerUid, id }: SealedFor): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${ownerUid}|${id}`);
}

/** Four bytes say how long the JSON is; the raw bytes follow it. */
function joined(content: object, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(content));
  const whole = new Uint8Array(4 + json.length + bytes.length);
  new DataView(whole.buffer).setUint32(0, json.length);
  whole.set(json, 4);
  whole.set(bytes, 4 + json.length);
  return whole;
}

function parted<Content>(plain: ArrayBuffer): { content: Content; bytes: Uint8Array<ArrayBuffer> } {
  const jsonLength = new DataView(plain).getUint32(0);
  const content = JSON.parse(new TextDecoder().decode(new Uint8Array(plain, 4, jsonLength))) as Content;
  return { content, bytes: new Uint8Array(plain.slice(4 + jsonLength)) };
}
