/** A photo as it is sent: made anew on the device, so that nothing of where and with what it was taken goes along. */
export interface RedrawnPhoto {
  contentType: 'image/jpeg';
  base64: string;
  width: number;
  height: number;
  /** For showing it. */
  preview: string;
}

const longestSide = 1600;
const mostBytes = 600_000;
const qualities = [0.8, 0.6, 0.4, 0.25];

/** Null where it cannot be opened, or cannot be made small enough. */
export async function redrawPhoto(file: File): Promise<RedrawnPhoto | null> {
  const picture = await opened(file);
  if (picture === null) return null;
  const scale = Math.min(1, longestSide / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = qualities.map((quality) => canvas.toDataURL('image/jpeg', quality)).find((url) => (url.length * 3) / 4 <= mostBytes);
  if (drawn === undefined) return null;
  return { contentType: 'image/jpeg', base64: drawn.slice(drawn.indexOf(',') + 1), width: canvas.width, height: canvas.height, preview: drawn };
}

/** Through an element, which turns a photo as its camera was held on every browser. */
async function opened(file: File): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture.naturalWidth === 0 ? null : picture;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
