import { readFileSync } from 'node:fs';
import { packSchema } from '@shouwen/domain/policy/pack';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import { defineConfig, type Plugin } from 'vite';
import { browserFloor } from './browser-floor.ts';

interface Endpoints {
  /** The documents of the project in Firestore's REST API. */
  documentsUrl: string;
  apiKey: string;
}

const demoConfig = { projectId: 'demo-shouwen', apiKey: 'demo', emulators: { firestore: '127.0.0.1:8080' } };
const endpoints = endpointsOf(JSON.parse(process.env['SHOUWEN_WEB_CONFIG'] ?? JSON.stringify(demoConfig)));

/** The customers' page is a build of its own beside the staff's app: it shares no code chunk with it and its files are in nobody's precache. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  define: {
    'import.meta.env.DOCUMENTS_URL': JSON.stringify(endpoints.documentsUrl),
    'import.meta.env.API_KEY': JSON.stringify(endpoints.apiKey),
    'import.meta.env.INTAKE_CHOICES': JSON.stringify(registeredPacks.map(choicesOf)),
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [inlineStyles(), connectEarly(endpoints), withoutPreloading(), browserFloor()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: false,
    // Customers' phones are older than the staff's.
    target: 'es2020',
    modulePreload: false,
    rolldownOptions: {
      input: 'status.html',
      output: {
        entryFileNames: 'assets/status-[hash].js',
        chunkFileNames: 'assets/status-[name]-[hash].js',
        // Wanted only where the browser does not hash by itself; left alone it would join the entry, beside domain modules that mention it.
        codeSplitting: { groups: [{ name: 'hash', test: /@noble/ }] },
      },
    },
  },
});

/** What customers who record by themselves choose from: of the whole pack a page needs no more (REC-5). */
function choicesOf(id: string): object {
  const path = new URL(`../domain/packs/${id}.json`, import.meta.url);
  const pack = packSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const groups = pack.categories.map((group) => ({ id: group.id, name: group.name }));
  return { id, operator: pack.operator, hotline: pack.hotline, groups, services: pack.mailServices.map((service) => ({ id: service.id, name: service.name })) };
}

/** Fails the build rather than the page when the configuration lacks something. */
function endpointsOf(config: unknown): Endpoints {
  const { projectId, apiKey, emulators } = (config ?? {}) as { projectId?: unknown; apiKey?: unknown; emulators?: { firestore?: unknown } };
  if (typeof projectId !== 'string' || projectId === '') throw new Error('SHOUWEN_WEB_CONFIG: projectId is missing');
  if (typeof apiKey !== 'string') throw new Error('SHOUWEN_WEB_CONFIG: apiKey is missing');
  const emulator = emulators?.firestore;
  if (emulators !== undefined && typeof emulator !== 'string') throw new Error('SHOUWEN_WEB_CONFIG: emulators.firestore is missing');
  const origin = typeof emulator === 'string' ? `http://${emulator}` : 'https://firestore.googleapis.com';
  return { documentsUrl: `${origin}/v1/projects/${projectId}/databases/(default)/documents`, apiKey };
}

/** Moves the stylesheet into the page: it is smaller than what another request costs. */
function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      const page = Object.values(bundle).find((file) => file.fileName.endsWith('.html'));
      const style = Object.values(bundle).find((file) => file.fileName.endsWith('.css'));
      if (page?.type !== 'asset' || style?.type !== 'asset') throw new Error('the status page or its stylesheet is missing from the build');
      page.source = String(page.source).replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${String(style.source).trim()}</style>`);
      delete bundle[style.fileName];
    },
  };
}

/** Opens the connection to Firestore while the script is still on its way. */
function connectEarly({ documentsUrl }: Endpoints): Plugin {
  const href = new URL(documentsUrl).origin;
  return {
    name: 'connect-early',
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'preconnect', href, crossorigin: '' }, injectTo: 'head' }],
  };
}

/** The chunks that are fetched later need nothing beside them, so what Vite adds to preload it would only be weight. */
function withoutPreloading(): Plugin {
  return {
    name: 'without-preloading',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
  };
}
