import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const setup = (name: string): string => fileURLToPath(new URL(`tests/support/${name}`, import.meta.url));

/** Ionic's components are web components, which only come alive when they and the React around them are resolved for a browser and from one copy. */
const browserConditions = ['browser', 'module', 'development'];

/** For what needs a second at most on an idle machine, so that none fails because the machine has other things to do. */
const patienceMs = 60_000;

/**
 * Node reads the files itself, types and all: what computes is then twice as quick as through Vite, whose modules look every import up at each use. Files that
 * put something in the place of a module need Vite, and are named by `mocked`.
 */
const byNode = { viteModuleRunner: false };

/** Tests that put something in the place of a module, by their project. */
const mocked = {
  domain: ['src/testing/month/planted-faults.test.ts'],
  integration: ['sample-aggregate.test.ts', 'unsent-work.test.ts'],
};

const coreCount = Math.max(2, availableParallelism());

const unit = (name: string, include: string[]) => ({ name, root: name, include, isolate: false, testTimeout: patienceMs, experimental: byNode });

const integration = {
  root: 'tests/integration',
  globalSetup: [setup('firestore-emulator.ts')],
  env: { METADATA_SERVER_DETECTION: 'none' },
  // Tests of functions wait for the database, and for locks of what died, longer than they compute: four files keep two cores busy, two do not.
  maxWorkers: Math.min(coreCount * 2, 8),
  sequence: { groupOrder: 1 },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: coreCount,
    projects: [
      // These keep nothing between two calls, so their files need no process each.
      { test: { ...unit('domain', ['src/**/*.test.ts']), exclude: mocked.domain } },
      { test: unit('functions', ['src/**/*.test.ts']) },
      { test: unit('tools', ['**/*.test.ts']) },
      { test: { name: 'domain-mocked', root: 'domain', include: mocked.domain, testTimeout: patienceMs } },
      {
        resolve: { conditions: browserConditions },
        ssr: { resolve: { conditions: browserConditions } },
        test: {
          name: 'app',
          root: 'app',
          // Under plain Node; a file that needs a page asks for one in its first line: `// @vitest-environment happy-dom`.
          include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
          testTimeout: patienceMs,
          server: { deps: { inline: [/@ionic/, /ionicons/, /@stencil/, /@lit/] } },
        },
      },
      {
        test: {
          name: 'rules',
          experimental: byNode,
          root: 'tests/rules',
          include: ['**/*.test.ts'],
          globalSetup: [setup('firestore-emulator.ts')],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { test: { ...integration, name: 'integration', include: ['**/*.test.ts'], exclude: mocked.integration, isolate: false, experimental: byNode } },
      { test: { ...integration, name: 'integration-mocked', include: mocked.integration } },
      {
        test: {
          name: 'deployed',
          isolate: false,
          experimental: byNode,
          root: 'tests/deployed',
          include: ['**/*.test.ts'],
          globalSetup: [setup('all-emulators.ts')],
          env: { METADATA_SERVER_DETECTION: 'none' },
          // Trigger delivery of the emulator is serial and the files share one set of emulators: side by side they would wait for each other.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'deploy', root: 'tests/deploy', include: ['**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
