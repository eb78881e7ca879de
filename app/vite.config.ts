import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { browserFloor } from './browser-floor.ts';
import { pdfReaderFiles, pdfReaderPath } from './pdf-reader-files.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the build is told about the project that it is for; without it the pages reach the emulators at their usual ports. */
const demoConfig = {
  projectId: 'demo-shouwen',
  apiKey: 'demo-key',
  region: 'asia-east2',
  emulators: { auth: 'http://127.0.0.1:9099', firestore: '127.0.0.1:8080', functions: 'http://127.0.0.1:5001' },
};
const webConfig: unknown = JSON.parse(process.env['SHOUWEN_WEB_CONFIG'] ?? JSON.stringify(demoConfig));

const { version, browserslist } = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as { version: string; browserslist: string[] };

/** The oldest browsers that are supported, in the bundler's spelling. */
const oldest = browserslist.map((browser) => browser.replace('ios_saf', 'ios').replace(' ', ''));

export default defineConfig({
  root: here('.'),
  define: { __WEB_CONFIG__: JSON.stringify(webConfig), __APP_VERSION__: JSON.stringify(version), __PDF_READER_PATH__: JSON.stringify(pdfReaderPath) },
  resolve: { alias: { re2js: here('./src/platform/firestore/firebase-regex-stub.ts') } },
  plugins: [
    react(),
    firebaseBesidePaint(),
    stylesInPage(),
    browserFloor(),
    pdfReaderFiles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['index.html', 'start-watch.js', 'assets/*.{js,css}', '*.{svg,png,webmanifest}'],
        globIgnores: ['status*', 'assets/status*', 'assets/draw-*'],
      },
      integration: { configureCustomSWViteBuild: oneWorkerFile },
    }),
  ],
  build: {
    target: oldest,
    // One style sheet, small enough to stand in the page itself.
    cssCodeSplit: false,
    sourcemap: false,
    // The Firebase chunk is what it is, and it is loaded beside the first paint.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      treeshake: {
        // These packages say nothing about side effects although their modules have none, and unused components would stay in.
        moduleSideEffects: [{ test: /node_modules\/(@ionic\/(core|react|react-router)|ionicons|@stencil)\/.*\.js$/, sideEffects: false }],
      },
    },
  },
});

/** The plugin asks for a worker in one file by an option that Vite's bundler has given another name. */
function oneWorkerFile(config: InlineConfig): void {
  const output = config.build?.rollupOptions?.output;
  if (output === undefined || Array.isArray(output)) throw new Error('vite-plugin-pwa builds the service worker in another way than before.');
  delete output.inlineDynamicImports;
  output.codeSplitting = false;
  config.plugins = [...(config.plugins ?? []), browserFloor()];
}

/** Lets the browser fetch Firebase while the first screen is being painted, although nothing imports it before that. */
function firebaseBesidePaint(): Plugin {
  return {
    name: 'firebase-beside-paint',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
        const firebase = chunks.filter((chunk) => chunk.isDynamicEntry && /^firebase-.*-api$/.test(chunk.name));
        const files = new Set(firebase.flatMap((chunk) => [chunk.fileName, ...chunk.imports]));
        for (const entry of chunks.filter((chunk) => chunk.isEntry)) [entry.fileName, ...entry.imports].forEach((file) => files.delete(file));
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

/** Puts the first screen's styles into the page itself: one round trip less before anything is painted. */
function stylesInPage(): Plugin {
  return {
    name: 'styles-in-page',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset' || typeof page.source !== 'string') return;
      page.source = page.source.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (link, file: string) => {
        const styles = bundle[file];
        if (styles?.type !== 'asset') return link;
        const text = typeof styles.source === 'string' ? styles.source : new TextDecoder().decode(styles.source);
        // Lazy chunks still name the file and must find one.
        styles.source = '';
        return `<style>${text}</style>`;
      });
    },
  };
}
