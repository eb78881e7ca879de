import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Ports } from './emulators/ports.ts';
import { fromRoot, runDir } from './project-paths.ts';
import { runNode } from './run-program.ts';
import { sourceHash } from './source-hash.ts';

/** What the pages need to know to reach their project; the builds get it as JSON in the environment variable SHOUWEN_WEB_CONFIG. */
export interface WebConfig {
  projectId: string;
  apiKey: string;
  region: string;
  authDomain?: string;
  appId?: string;
  emulators?: { auth: string; firestore: string; functions: string };
  push?: { appId: string; messagingSenderId: string; vapidKey: string };
}

export const region = 'asia-east2';

/** What pages that talk to emulators on this machine are built with. */
export function emulatorWebConfig(projectId: string, ports: Pick<Ports, 'auth' | 'firestore' | 'functions'>): WebConfig {
  const emulators = { auth: `http://127.0.0.1:${ports.auth}`, firestore: `127.0.0.1:${ports.firestore}`, functions: `http://127.0.0.1:${ports.functions}` };
  return { projectId, apiKey: 'demo', region, emulators };
}

/** What the functions' bundle is made of. */
export const functionsSources: readonly string[] = [
  'functions/src',
  'functions/package.json',
  'domain/src',
  'domain/packs',
  'tools/build.ts',
  'package-lock.json',
];

/** Bundles the functions into functions/lib/index.js, which the emulators and the deployment run. */
export async function buildFunctions(): Promise<'built' | 'unchanged'> {
  const outfile = fromRoot('functions', 'lib', 'index.js');
  return unlessUnchanged('functions', outfile, functionsSources, '', () => bundleFunctions(fromRoot('functions', 'src', 'index.ts'), outfile));
}

/** Makes one file that needs nothing but the packages in functions/package.json: the domain and its packages are inlined. */
export async function bundleFunctions(entryPath: string, outfile: string): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(fromRoot('functions', 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  await build({
    entryPoints: [entryPath],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
    logLevel: 'warning',
  });
}

/** Builds the staff's app and then, beside it, the customers' status page. The output folder is relative to the project's root. */
export async function buildApp(config: WebConfig, outDir = 'app/dist'): Promise<'built' | 'unchanged'> {
  const configJson = JSON.stringify(config);
  const sources = ['app', 'domain/src', 'domain/packs', 'tools/build.ts', 'package-lock.json'];
  return unlessUnchanged(`app-${outDir.replaceAll('/', '-')}`, fromRoot(outDir, 'status.html'), sources, configJson, async () => {
    rmSync(fromRoot(outDir), { recursive: true, force: true });
    await runVite('vite.config.ts', outDir, configJson, ['--emptyOutDir']);
    await runVite('vite.status.config.ts', outDir, configJson, []);
  });
}

async function runVite(configFile: string, outDir: string, configJson: string, flags: string[]): Promise<void> {
  const vite = fromRoot('node_modules', 'vite', 'bin', 'vite.js');
  const args = ['build', '--config', configFile, '--outDir', fromRoot(outDir), '--logLevel', 'warn', ...flags];
  const exitCode = await runNode(vite, args, { cwd: fromRoot('app'), env: { ...process.env, SHOUWEN_WEB_CONFIG: configJson } });
  if (exitCode !== 0) throw new Error(`The pages could not be built with app/${configFile}; what Vite says above tells why.`);
}

/** Builds only when a hash over everything that goes in differs from the one left by the last build, or when the output is gone. */
async function unlessUnchanged(
  name: string,
  output: string,
  sources: readonly string[],
  extra: string,
  make: () => Promise<void>,
): Promise<'built' | 'unchanged'> {
  const stampPath = join(runDir, `built-${name}`);
  const stamp = sourceHash(sources, extra);
  if (existsSync(output) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return 'unchanged';
  rmSync(stampPath, { force: true });
  await make();
  mkdirSync(runDir, { recursive: true });
  writeFileSync(stampPath, stamp);
  return 'built';
}
