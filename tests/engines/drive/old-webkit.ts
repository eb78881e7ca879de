import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstFreePort } from '../../../tools/emulators/ports.ts';
import { type EnginePage, enginePage } from './engine-page.ts';
import { startDriver, startSession } from './web-driver.ts';

const browserPath = '/usr/lib/x86_64-linux-gnu/wpe-webkit-1.1/MiniBrowser';

/** WebKit as it was in Safari 16.0. It keeps nothing and has the size of a desk's screen. */
export async function oldWebkit(): Promise<{ page: EnginePage; end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-wpe-'));
  const port = await firstFreePort(4480);
  const env = { ...process.env, TZ: 'Asia/Shanghai', LANG: 'C.UTF-8' };
  const driver = await startDriver({ path: '/usr/bin/WPEWebDriver', port, env, logPath: join(folder, 'driver.log') });
  const commands = await startSession(driver, { 'wpe:browserOptions': { binary: browserPath, args: ['--automation', '--headless'] } });
  return {
    page: enginePage(commands),
    end: async () => {
      await commands.end();
      await driver.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
