import { functionsSources } from '../build.ts';

export interface Suite {
  name: string;
  runner: 'vitest' | 'playwright';
  /** Vitest's projects in it, as vitest.config.ts names them. */
  projects: readonly string[];
  /** What goes into it, where it need not run again as long as that is the same. */
  inputs?: readonly string[];
}

/** All that `npm test` runs, the cheap first. */
const suites: readonly Suite[] = [
  { name: 'unit', runner: 'vitest', projects: ['domain', 'domain-mocked', 'functions', 'app', 'tools'] },
  { name: 'rules', runner: 'vitest', projects: ['rules'] },
  { name: 'integration', runner: 'vitest', projects: ['integration', 'integration-mocked'] },
  { name: 'deployed', runner: 'vitest', projects: ['deployed'] },
  {
    name: 'deploy',
    runner: 'vitest',
    projects: ['deploy'],
    inputs: [...functionsSources, 'functions/package-lock.json', 'tests/deploy/isolated-functions.test.ts'],
  },
  { name: 'e2e', runner: 'playwright', projects: [] },
  { name: 'engines', runner: 'playwright', projects: [] },
];

/**
 * Suites of the two lists run beside each other, those of one list one after the other: what mostly computes beside what mostly waits for its one
 * emulator. The browser comes last and has the machine to itself.
 */
const lanes: readonly (readonly string[])[] = [
  ['unit', 'integration'],
  ['rules', 'deployed', 'deploy'],
];

/** The chosen suites by what runs beside what; those that have no lane come after all others, one by one. */
export function inLanes(chosen: readonly Suite[]): { beside: Suite[][]; after: Suite[] } {
  const beside = lanes.map((names) => chosen.filter(({ name }) => names.includes(name))).filter((lane) => lane.length > 0);
  return { beside, after: chosen.filter((suite) => !beside.flat().includes(suite)) };
}

/** The parts of a suite can be asked for one by one as well. */
const parts = suites.flatMap(({ runner, projects }) => projects.map((project) => ({ name: project, runner, projects: [project] })));
const known = [...suites, ...parts.filter((part) => !suites.some((suite) => suite.name === part.name))];

/** What the command line asks for. */
export interface Wanted {
  suites: Suite[];
  /** Parts of file names; with some, only tests in files that have one of them in their name are run. */
  files: string[];
  /** Everything, as is wanted before something is handed on. */
  isWhole: boolean;
}

/** All suites, or those after `--only`, parted by commas; what follows names files in them. */
export function wantedTests(args: readonly string[]): Wanted {
  const at = args.indexOf('--only');
  if (at < 0 && args.length > 0)
    throw new Error(`${args.join(' ')}: files can be named after --only and a suite, one of ${known.map(({ name }) => name).join(', ')}.`);
  if (at < 0) return { suites: [...suites], files: [], isWhole: true };
  const [names = '', ...after] = args.slice(at + 1);
  return { suites: suitesNamed(names.split(',').filter((name) => name !== '')), files: [...args.slice(0, at), ...after], isWhole: false };
}

function suitesNamed(wanted: readonly string[]): Suite[] {
  const unknown = wanted.filter((name) => !known.some((suite) => suite.name === name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Error(`--only takes one or more of ${known.map((suite) => suite.name).join(', ')}${unknown.length > 0 ? `, not ${unknown.join(', ')}` : ''}.`);
  }
  return known.filter((suite) => wanted.includes(suite.name));
}
