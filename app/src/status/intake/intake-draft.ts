import { type IntakeForm, emptyForm } from './intake-form.ts';

/** What is typed, with the id and the secret that it will be sent under, so that what is sent again after the page was closed is the same complaint. */
export interface IntakeDraft {
  id: string;
  token: string;
  form: IntakeForm;
  /** It was to be sent when the page was left. */
  isPending: boolean;
}

const key = 'shouwen.intake';
const keptMs = 24 * 3_600_000;

export function newIntake(pack: string, nowMs: number): IntakeDraft {
  return { id: newId(), token: newSecret(), form: emptyForm(pack, nowMs), isPending: false };
}

/** Twenty signs and more of chance; not every browser that customers have can make a UUID by itself. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 128 random bits as 22 characters of base64url. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** What this device has kept for less than a day; a browser may refuse to keep anything. */
export function keptIntake(nowMs: number): IntakeDraft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as (IntakeDraft & { atMs: number }) | null;
    if (stored === null) return null;
    const { atMs, id, token, form, isPending } = stored;
    if (!(nowMs - atMs < keptMs) || !/^[a-z0-9]{32}$/.test(id) || !/^[A-Za-z0-9_-]{22}$/.test(token)) return forgetIntake();
    return { id, token, form: { ...emptyForm(form.pack, nowMs), ...form }, isPending };
  } catch {
    return null;
  }
}

export function keepIntake(draft: IntakeDraft, nowMs: number): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, atMs: nowMs }));
  } catch {
    return;
  }
}

export function forgetIntake(): null {
  try {
    localStorage.removeItem(key);
  } catch {
    return null;
  }
  return null;
}
