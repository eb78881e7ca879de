import { basename } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { fromRoot } from '../../project-paths.ts';
import { type Mutant, mutated } from './find-mutants.ts';

/** Runs the domain's tests again and again in one process, each time against a source with one thing wrong. */
export interface MutantSession {
  /** Whether some test fails with the mutant; with null, with the sources as they are. */
  isKilled(mutant: Mutant | null): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens a session for the tests of one folder of the domain, without its random ones: a rule is held by a test that names it, the same each time.
 *
 * @param folder folder below domain/src whose tests have to notice.
 */
export async function openMutantSession(folder: string): Promise<MutantSession> {
  let active: Mutant | null = null;
  let hasTaken = false;
  const plugin = {
    name: 'mutant',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!active || id !== fromRoot(active.path)) return null;
      const wrong = mutated(code, active);
      hasTaken = true;
      return { code: wrong, map: null };
    },
  };
  const vitest = await createVitest(
    {
      root: fromRoot('domain'),
      config: false,
      include: [`src/${folder}/*.test.ts`],
      exclude: ['**/*.properties.test.ts'],
      env: { FC_SEED: '1' },
      watch: false,
      bail: 1,
      reporters: [{}],
      // A thread cannot change its zone, and some tests do.
      pool: 'forks',
      isolate: false,
      fileParallelism: false,
      fsModuleCache: false,
    },
    { plugins: [plugin], cacheDir: fromRoot('.run', 'mutants') },
  );
  await vitest.standalone();
  const specifications = await vitest.globTestSpecifications();
  return {
    isKilled: async (mutant) => {
      const path = (mutant ?? active)?.path;
      active = mutant;
      hasTaken = false;
      if (path !== undefined) vitest.invalidateFile(fromRoot(path));
      const isFailing = await isSomeFailing(vitest, path === undefined ? specifications : nearestFirst(specifications, path));
      if (mutant && !hasTaken) throw new Error(`No test of domain/src/${folder} came to ${mutant.path} as its mutants were found in it.`);
      return isFailing;
    },
    close: () => vitest.close(),
  };
}

async function isSomeFailing(vitest: Vitest, specifications: TestSpecification[]): Promise<boolean> {
  const { testModules, unhandledErrors } = await vitest.rerunTestSpecifications(specifications, false);
  return unhandledErrors.length > 0 || testModules.some((module) => module.state() === 'failed');
}

/** Tests named after the source that is wrong are the likeliest to notice, and the first that fails is enough. */
function nearestFirst(specifications: readonly TestSpecification[], path: string): TestSpecification[] {
  const name = basename(path, '.ts');
  const rank = ({ moduleId }: TestSpecification): number => (basename(moduleId).startsWith(name) ? 0 : 1);
  return specifications.toSorted((one, other) => rank(one) - rank(other));
}
