import { execFileSync, type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { firstFreePort } from '../../../tools/emulators/ports.ts';
import type { Commands } from './commands.ts';
import type { EnginePhone } from './engine-phone.ts';
import { enginePage } from './engine-page.ts';
import { type Driver, startDriver, startSession } from './web-driver.ts';

/** How an iPhone names itself: in a tab, and in an app on its home screen. What Firebase does to keep its database in order depends on it. */
export const iPhone = {
  tab: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  homeScreen: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
} as const;

const windowPath = fileURLToPath(new URL('webkit-window.py', import.meta.url));

/** WebKit as Safari has it, on a screen that nobody sees. */
export async function webkitPhone(userAgent: string): Promise<EnginePhone> {
  const profile = mkdtempSync(join(tmpdir(), 'shouwen-webkit-'));
  const screen = await startScreen();
  const port = await firstFreePort(4466);
  const env = { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', TZ: 'Asia/Shanghai', LANG: 'C.UTF-8' };
  const driver: Driver = await startDriver({ path: '/usr/bin/WebKitWebDriver', port, env, logPath: join(profile, 'driver.log') });
  let commands: Commands | null = null;
  const close = async (): Promise<void> => {
    await commands?.end();
    commands = null;
  };
  return {
    open: async ({ offline = false } = {}) => {
      const args = [windowPath, '--automation', '--profile', profile, '--user-agent', userAgent, ...(offline ? ['--offline'] : [])];
      commands = await startSession(driver, { 'webkitgtk:browserOptions': { binary: '/usr/bin/python3', args } });
      return enginePage(commands);
    },
    print: () => printed(profile),
    close,
    throwAway: async () => {
      await close();
      await driver.stop();
      screen.stop();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The window prints when it is signalled; no command of WebDriver makes it. */
async function printed(profile: string): Promise<Buffer> {
  const path = join(profile, 'print.pdf');
  rmSync(path, { force: true });
  execFileSync('pkill', ['-USR1', '-f', `webkit-window.py.*${profile}`]);
  const content = (): Buffer => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  await expect.poll(() => content().subarray(-16).toString('latin1'), { timeout: 20_000 }).toContain('%%EOF');
  return content();
}

interface Screen {
  display: string;
  stop(): void;
}

/** A screen of its own; X says which number it has taken. */
async function startScreen(): Promise<Screen> {
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1000x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => void server.kill();
  process.once('exit', stop);
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (said: Buffer) => resolve(said.toString().trim()));
    server.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  return { display: `:${number}`, stop };
}
