import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, rootDir } from '../project-paths.ts';
import { runNode } from '../run-program.ts';
import { reportDir } from '../test/run-suite.ts';
import { countReportFile } from '../test/read-report.ts';
import { figure, type FigureGroup } from './figure.ts';

/** The files of which `npm test` repeats a sample only. */
const files = [
  'refund-races',
  'refund-authority',
  'closure-races',
  'catch-up',
  'month-end',
  'crash-points',
  'policy',
  'shift-and-leave',
  'rules/rules',
  'rules/head-room',
  'change/acts.properties',
];

/** Races, catching up, deaths at every operation and every question to the rules, as often as it takes to see what happens rarely. */
export const repetitions: FigureGroup = {
  names: ['repeated_tests', 'repeated_tests_failed'],
  measure: async () => {
    mkdirSync(reportDir, { recursive: true });
    const reportPath = join(reportDir, 'repetitions.json');
    const args = [
      'run',
      ...files,
      '--project',
      'integration',
      '--project',
      'rules',
      '--project',
      'domain',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportPath}`,
    ];
    const env = { ...process.env, SHOUWEN_REPETITIONS: 'full' };
    const exitCode = await runNode(fromRoot('node_modules', 'vitest', 'vitest.mjs'), args, { cwd: rootDir, env });
    const { passed, failed } = countReportFile('vitest', reportPath, exitCode);
    return [figure('repeated_tests', passed + failed, 'tests'), figure('repeated_tests_failed', failed, 'tests', 0)];
  },
};
