/** A photo as a page shows it. */
export interface Photo {
  id: string;
  /** Address of the picture in this page; null while it is refused or cannot be read. */
  url: string | null;
  standing: 'waiting' | 'checking' | 'passed' | 'refused' | 'tooMany';
}

export interface ReceivedPhoto extends Photo {
  /** The server's own timestamp, handed back unread. */
  receivedAt: unknown;
}

/** @param urls addresses of pictures that this page has made already, by photo. */
export function readPhoto(id: string, stored: Record<string, unknown>, urls: Map<string, string>): ReceivedPhoto {
  const { check, fault, bytes, contentType, receivedAt } = stored;
  if (check === 'refused') return { id, url: null, standing: fault === 'tooMany' ? 'tooMany' : 'refused', receivedAt };
  const standing = check === 'passed' ? 'passed' : 'checking';
  if (!hasBytes(bytes)) return { id, url: null, standing, receivedAt };
  const url = urls.get(id) ?? URL.createObjectURL(new Blob([bytes.toUint8Array()], { type: contentType === 'image/webp' ? 'image/webp' : 'image/jpeg' }));
  urls.set(id, url);
  return { id, url, standing, receivedAt };
}

function hasBytes(value: unknown): value is { toUint8Array(): Uint8Array<ArrayBuffer> } {
  return typeof value === 'object' && value !== null && 'toUint8Array' in value;
}
