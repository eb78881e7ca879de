/** A photo as it is attached: already shrunk and without metadata. */
export interface ShrunkPhoto {
  id: string;
  contentType: 'image/jpeg';
  width: number;
  height: number;
  sha256: string;
  capturedAtMs: number;
  bytes: Uint8Array<ArrayBuffer>;
}
