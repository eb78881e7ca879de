/** A part of a picture, over its whole width, that becomes a photo of its own. */
export interface PhotoPage {
  /** In the picture's pixels. */
  top: number;
  height: number;
  /** How much smaller it is drawn. */
  scale: number;
}

export const longestEdge = 1_600;
/** Below it a phone's screen can no longer be read. */
const readableWidth = 640;
const pageWidth = 1_080;
/** Of each page the next one repeats so much, in drawn pixels, so that no line is cut through in both. */
const overlap = 96;

/**
 * As what a picture is attached (REC-2): as a whole where it stays readable, and a long screenshot as pages from top to bottom, as many as it takes.
 */
export function pagesOf({ width, height }: { width: number; height: number }): PhotoPage[] {
  const fit = Math.min(1, longestEdge / Math.max(width, height));
  if (width * fit >= Math.min(width, readableWidth)) return [{ top: 0, height, scale: fit }];
  const step = longestEdge - overlap;
  const scale = Math.min(1, pageWidth / width);
  const count = Math.max(1, Math.ceil((height * scale - overlap) / step));
  return Array.from({ length: count }, (_, index) => {
    const top = Math.round((index * step) / scale);
    return { top, height: Math.min(Math.round(longestEdge / scale), height - top), scale };
  });
}
