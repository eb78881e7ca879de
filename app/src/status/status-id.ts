/**
 * The public id of the page that a link's secret opens, as `statusIdOf` of the domain works it out. Browsers hash by themselves, but only
 * on secure pages; elsewhere, as on a test machine without a certificate, the domain's library is fetched for it.
 */
export async function statusIdOfToken(token: string): Promise<string> {
  const bytes = new TextEncoder().encode(token);
  const digest = globalThis.crypto?.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function isStatusId(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
