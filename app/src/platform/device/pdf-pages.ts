import type * as PdfReader from 'pdfjs-dist';
import { PhotoRefused } from './photo-check.ts';
import { longestEdge } from './photo-pages.ts';

/** Where the build puts the reader. */
declare const __PDF_READER_PATH__: string;

const mostPages = 5;

/**
 * Draws the pages of a document one after the other (REC-2: a bill of up to five). The reader is fetched when the first one is chosen; it evaluates no text as a
 * program and runs no WebAssembly, which the app's own rules for scripts forbid as well.
 *
 * @throws PhotoRefused `readerMissing` where the reader has not been fetched yet and there is no network, `tooManyPages`, `locked`, or `unreadable`.
 */
export async function drawPdf(bytes: Uint8Array, keep: (page: HTMLCanvasElement) => Promise<void>): Promise<void> {
  const reader = await loadReader();
  const task = reader.getDocument({
    data: bytes,
    isEvalSupported: false,
    cMapUrl: `${__PDF_READER_PATH__}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${__PDF_READER_PATH__}standard_fonts/`,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages) throw new PhotoRefused('tooManyPages');
    for (let number = 1; number <= pdf.numPages; number += 1) await keep(await drawn(await pdf.getPage(number)));
  } catch (error) {
    throw error instanceof PhotoRefused ? error : new PhotoRefused(nameOf(error) === 'PasswordException' ? 'locked' : 'unreadable', error);
  } finally {
    await task.destroy();
  }
}

async function loadReader(): Promise<typeof PdfReader> {
  try {
    const reader = (await import(/* @vite-ignore */ `${__PDF_READER_PATH__}pdf.js`)) as typeof PdfReader;
    reader.GlobalWorkerOptions.workerSrc = `${__PDF_READER_PATH__}pdf.worker.js`;
    return reader;
  } catch (cause) {
    throw new PhotoRefused('readerMissing', cause);
  }
}

async function drawn(page: PdfReader.PDFPageProxy): Promise<HTMLCanvasElement> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longestEdge / Math.max(width, height) });
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(viewport.width), height: Math.round(viewport.height) });
  const canvasContext = canvas.getContext('2d');
  if (!canvasContext) throw new PhotoRefused('unreadable');
  await page.render({ canvasContext, viewport }).promise;
  return canvas;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
