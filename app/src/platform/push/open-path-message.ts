const type = 'OPEN_PATH';

/** What the service worker says to the app when a notification was tapped that leads to one of its pages. */
export function openPathMessage(path: string): { type: string; path: string } {
  return { type, path };
}

/** The page that the worker asks for; null for any other message. */
export function pathAskedFor(message: unknown): string | null {
  const isAsked = typeof message === 'object' && message !== null && 'type' in message && message.type === type && 'path' in message;
  return isAsked && typeof message.path === 'string' ? message.path : null;
}
