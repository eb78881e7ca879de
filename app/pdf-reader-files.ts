import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const packageDir = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };

/** Where the reader of documents lies beside the app: its own folder, so that the service worker keeps none of it and browsers keep it for good. */
export const pdfReaderPath = `/assets/pdf-${version}/`;

/** The reader for older browsers (pdf.js, Apache-2.0), what it needs to know of Chinese characters, and stand-ins for fonts that a document names and does not hold. */
export function pdfReaderFiles(): Plugin {
  return {
    name: 'pdf-reader-files',
    apply: 'build',
    generateBundle() {
      const emit = (name: string, from: string): void => {
        this.emitFile({ type: 'asset', fileName: `${pdfReaderPath.slice(1)}${name}`, source: readFileSync(join(packageDir, from)) });
      };
      emit('pdf.js', 'legacy/build/pdf.min.mjs');
      emit('pdf.worker.js', 'legacy/build/pdf.worker.min.mjs');
      emit('LICENSE', 'LICENSE');
      for (const folder of ['cmaps', 'standard_fonts'])
        for (const name of readdirSync(join(packageDir, folder))) emit(`${folder}/${name}`, `${folder}/${name}`);
    },
  };
}
