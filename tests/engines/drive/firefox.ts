import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstFreePort } from '../../../tools/emulators/ports.ts';
import { startTethered } from '../../../tools/emulators/tethered-process.ts';
import type { EnginePhone } from './engine-phone.ts';
import { enginePage } from './engine-page.ts';
import { connectMarionette, type Marionette } from './marionette.ts';

/** Its windows are no narrower than that; a page that is enlarged by as much as it is too wide is as wide as a phone. */
const narrowestWindow = 500;
const phoneWidth = 390;

const usualPreferences = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'zh-CN',
  'layout.css.devPixelsPerPx': String(narrowestWindow / phoneWidth),
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'toolkit.startup.max_resumed_crashes': -1,
} as const;

/** Firefox without a window, driven by its own protocol. */
export async function firefoxPhone(): Promise<EnginePhone> {
  const profile = mkdtempSync(join(tmpdir(), 'shouwen-firefox-'));
  let running: Marionette | null = null;
  const close = async (): Promise<void> => {
    await running?.commands.end();
    running = null;
  };
  return {
    open: async ({ offline = false } = {}) => {
      running = await start(profile, offline);
      return enginePage(running.commands);
    },
    print: async () => {
      if (running === null) throw new Error('Firefox is not open.');
      return running.print();
    },
    close,
    throwAway: async () => {
      await close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Without a network everything goes to a proxy that nobody runs. */
async function start(profile: string, offline: boolean): Promise<Marionette> {
  const port = await firstFreePort(2899);
  const preferences = { ...usualPreferences, 'marionette.port': port, 'network.proxy.type': offline ? 1 : 0 };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const size = ['--width', String(narrowestWindow), '--height', '1082'];
  const firefox = startTethered('/usr/bin/firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile, ...size], {
    logPath: join(profile, 'firefox.log'),
    cwd: profile,
    env: { ...process.env, TZ: 'Asia/Shanghai', MOZ_CRASHREPORTER_DISABLE: '1', HOME: profile },
  });
  const ended = new Promise<void>((resolve) => firefox.onEnd(resolve));
  try {
    return await connectMarionette(port, () => ended);
  } catch (error) {
    await firefox.stop();
    throw error;
  }
}
