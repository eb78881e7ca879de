import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { ensureBrowser } from '../browser.ts';
import { buildApp, buildFunctions, emulatorWebConfig, type WebConfig } from '../build.ts';
import { type Admin, connectAdmin } from '../emulators/admin.ts';
import { choosePorts, firstFreePort, type Ports, shiftedPorts } from '../emulators/ports.ts';
import { startEmulators } from '../emulators.ts';
import { fromRoot } from '../project-paths.ts';
import { seedCity } from '../seed.ts';
import { demoPassword } from '../seed/create-logins.ts';
import { type PageServer, servePages } from './page-server.ts';

const projectId = 'demo-shouwen-bench';
const distDir = '.run/bench-dist';
const slow4g = { offline: false, latency: 562.5, downloadThroughput: (1.44 * 1024 * 1024) / 8, uploadThroughput: (0.7 * 1024 * 1024) / 8 };

/** The production build beside emulators with the demonstration city, and a browser: what every figure of a page is measured in. */
export interface BenchCity {
  ports: Ports;
  admin: Admin;
  pages: PageServer;
  browser: Browser;
  webConfig: WebConfig;
}

let opened: Promise<BenchCity & { close(): Promise<void> }> | null = null;

/** Opened once for all groups of a run. */
export function openBenchCity(): Promise<BenchCity> {
  opened ??= open();
  return opened;
}

export async function closeBenchCity(): Promise<void> {
  await (await opened)?.close();
  opened = null;
}

async function open(): Promise<BenchCity & { close(): Promise<void> }> {
  const ports = await choosePorts(shiftedPorts(1240));
  const webConfig = emulatorWebConfig(projectId, ports);
  await buildFunctions();
  const emulators = await startEmulators({ projectId, only: ['auth', 'firestore', 'functions'], ports });
  await Promise.all([buildApp(webConfig, distDir), seedCity({ projectId, ports })]);
  const pages = await servePages(fromRoot(distDir), await firstFreePort(6240));
  const { path, flags } = ensureBrowser();
  const browser = await chromium.launch({ executablePath: path, args: flags });
  const admin = connectAdmin(projectId, ports);
  const close = async (): Promise<void> => {
    await browser.close();
    await admin.close();
    await pages.stop();
    await emulators.stop();
  };
  return { ports, admin, pages, browser, webConfig, close };
}

/** A telecom handler of the demonstration city who has something on their list. */
export async function busyHandler({ admin }: BenchCity): Promise<string> {
  const found = await admin.firestore.collection('complaints').where('pack', '==', 'telecom').where('state', '==', 'assigned').get();
  const uid = found.docs.map((document) => document.get('handlerUid') as unknown).find((handlerUid) => handlerUid !== null);
  if (typeof uid !== 'string') throw new Error('Nobody in the demonstration city has anything to do.');
  return uid;
}

export function phoneContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
}

/** Slow 4G and a processor of a quarter of the speed, as Lighthouse has them. */
export async function slowDown(page: Page, { network = true } = {}): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (!network) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
}

export async function signIn(page: Page, origin: string, uid: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name=email]').fill(`${uid}@demo.shouwen.example`);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await page.locator('.row-list a.card').first().waitFor();
}

/** Bundles a page of the bench itself for the browser. */
export async function bundlePage(entry: string, webConfig: WebConfig): Promise<string> {
  const built = await build({
    entryPoints: [fromRoot('tools', 'bench', 'pages', entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { __WEB_CONFIG__: JSON.stringify(webConfig), 'process.env.NODE_ENV': '"production"' },
    alias: { re2js: fromRoot('app', 'src', 'platform', 'firestore', 'firebase-regex-stub.ts') },
    logLevel: 'warning',
  });
  return built.outputFiles[0]?.text ?? '';
}

export function pageWith(scriptPath: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>-</title></head><body><div id="root"></div><script type="module" src="${scriptPath}"></script></body></html>`;
}
