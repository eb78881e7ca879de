/** Whether the browser promises not to clear what is kept here when space runs out, and how much that is. */
export interface StorageState {
  isProtected: boolean;
  usedBytes: number | null;
}

export async function storageState(): Promise<StorageState> {
  // Absent where the page is not served securely, and in old browsers.
  const storage = (navigator as Partial<Navigator>).storage;
  const [isProtected, estimate] = await Promise.all([storage?.persisted?.() ?? false, storage?.estimate?.()]);
  return { isProtected, usedBytes: estimate?.usage ?? null };
}

/** Some browsers ask the person, some decide by how the app is used; either may refuse. */
export async function protectStorage(): Promise<boolean> {
  return (await (navigator as Partial<Navigator>).storage?.persist?.()) ?? false;
}
