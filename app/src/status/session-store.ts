/** What this tab keeps over a reload. A browser may refuse to keep anything; the page works without. */
export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(`shouwen.${key}`, JSON.stringify(value));
  } catch {
    return;
  }
}

export function kept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(`shouwen.${key}`) ?? 'null');
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(`shouwen.${key}`);
  } catch {
    return;
  }
}
