const credentialKey = 'shouwen.deviceUnlock';
const patienceMs = 60_000;

/** Whether the device can recognise its holder by itself: finger, face or code. */
export async function canUnlockByDevice(): Promise<boolean> {
  if (typeof PublicKeyCredential !== 'function') return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

export function unlocksByDevice(): boolean {
  return localStorage.getItem(credentialKey) !== null;
}

/** Asks the device for a key of its own that it uses for its holder alone. @returns whether it is set up. */
export async function setUpDeviceUnlock(name: string): Promise<boolean> {
  const made = await navigator.credentials
    .create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { name: '首问' },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
        timeout: patienceMs,
      },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return false;
  localStorage.setItem(credentialKey, btoa(String.fromCharCode(...new Uint8Array(made.rawId))));
  return true;
}

export function forgetDeviceUnlock(): void {
  localStorage.removeItem(credentialKey);
}

/** Lets the device look who it is. It takes no network, and proves nothing to the server: it opens the screen and no more. */
export async function unlockByDevice(): Promise<boolean> {
  const kept = localStorage.getItem(credentialKey);
  if (kept === null) return false;
  const id = Uint8Array.from(atob(kept), (character) => character.charCodeAt(0));
  const shown = await navigator.credentials
    .get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        timeout: patienceMs,
      },
    })
    .catch(() => null);
  if (!(shown instanceof PublicKeyCredential) || !(shown.response instanceof AuthenticatorAssertionResponse)) return false;
  return isVerified(new Uint8Array(shown.response.authenticatorData));
}

/** The third bit of the flags after the hash of the site says that the holder was recognised, not only present. */
function isVerified(authenticatorBytes: Uint8Array): boolean {
  return ((authenticatorBytes[32] ?? 0) & 4) !== 0;
}
