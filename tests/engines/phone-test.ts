import { writeFileSync } from 'node:fs';
import { test } from '@playwright/test';
import type { EnginePage } from './drive/engine-page.ts';
import type { EnginePhone } from './drive/engine-phone.ts';

/** A test with a phone of its own, which is thrown away afterwards; where it fails, a picture of its page is kept. */
export function phoneTest(name: string, newPhone: () => Promise<EnginePhone>, walk: (phone: EnginePhone) => Promise<void>): void {
  test(name, async () => {
    const phone = await newPhone();
    let page: EnginePage | null = null;
    const watched: EnginePhone = {
      ...phone,
      open: async (options) => {
        page = await phone.open(options);
        return page;
      },
    };
    try {
      await walk(watched);
    } catch (error) {
      const picture = await (page as EnginePage | null)?.screenshot().catch(() => null);
      if (picture) writeFileSync(test.info().outputPath('page.png'), picture);
      throw error;
    } finally {
      await phone.throwAway();
    }
  });
}
