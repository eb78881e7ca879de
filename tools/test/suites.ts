export interface Suite {
  name: string;
  runner: 'vitest' | 'playwright';
  /** Vitest's projects in it, as vitest.config.ts names them. */
  projects: readonly string[];
}

/** All that `npm test` runs, the cheap first. */
const suites: readonly Suite[] = [
  { name: 'unit', runner: 'vitest', projects: ['domain', 'functions', 'app', 'tools'] },
  { name: 'rules', runner: 'vitest', projects: ['rules'] },
  { name: 'integration', runner: 'vitest', projects: ['integration', 'deployed'] },
  { name: 'deploy', runner: 'vitest', projects: ['deploy'] },
  { name: 'e2e', runner: 'playwright', projects: [] },
];

/** The parts of a suite can be asked for one by one as well. */
const parts = suites.flatMap(({ runner, projects }) => projects.map((project) => ({ name: project, runner, projects: [project] })));
const known = [...suites, ...parts.filter((part) => !suites.some((suite) => suite.name === part.name))];

/** The suites that the command line asks for: all of them, or those after `--only`, parted by commas. */
export function chosenSuites(args: readonly string[]): Suite[] {
  const at = args.indexOf('--only');
  if (at < 0) return [...suites];
  const wanted = (args[at + 1] ?? '').split(',').filter((name) => name !== '');
  const unknown = wanted.filter((name) => !known.some((suite) => suite.name === name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Error(`--only takes one or more of ${known.map((suite) => suite.name).join(', ')}${unknown.length > 0 ? `, not ${unknown.join(', ')}` : ''}.`);
  }
  return known.filter((suite) => wanted.includes(suite.name));
}
