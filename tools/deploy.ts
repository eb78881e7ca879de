import { buildApp, type WebConfig } from './build.ts';
import { deployedProjectId } from './deploy/project-id.ts';
import { readWebConfig } from './deploy/web-config.ts';
import { examineProject } from './doctor/project.ts';
import { firebaseCli } from './emulators/firestore-jar.ts';
import { fromRoot, rootDir } from './project-paths.ts';
import { runNode } from './run-program.ts';

const ownFlags = ['--skip-tests', '--accept-settings'];

try {
  await deploy(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** What can be refused at once is refused first; the pages are built last, from what has been checked. Other flags go on to `firebase deploy`. */
async function deploy(args: string[]): Promise<void> {
  const projectId = deployedProjectId(args);
  const config = readWebConfig(projectId);
  await must('check', fromRoot('tools', 'check.ts'));
  if (!args.includes('--skip-tests')) await must('test', fromRoot('tools', 'test.ts'));
  await lookAtSettings(config, args.includes('--accept-settings'));
  await buildApp(config);
  const passedOn = args.filter((arg, index) => !ownFlags.includes(arg) && arg !== '--project' && args[index - 1] !== '--project');
  await must('firebase deploy', firebaseCli, ['deploy', '--project', projectId, ...passedOn]);
}

/** Nothing is deployed to where strangers can make accounts or find out who has one, unless whoever deploys has said that they know. */
async function lookAtSettings(config: WebConfig, areAccepted: boolean): Promise<void> {
  const isSafe = await examineProject(config).catch((error: unknown) => {
    console.warn(error instanceof Error ? error.message : error);
    return true;
  });
  if (!isSafe && !areAccepted) throw new Error('Nothing is deployed before that is put right; --accept-settings deploys all the same.');
}

async function must(name: string, script: string, args: string[] = []): Promise<void> {
  const exitCode = await runNode(script, args, { cwd: rootDir });
  if (exitCode !== 0) throw new Error(`Nothing more is done, because "${name}" failed.`);
}
